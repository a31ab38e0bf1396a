import { Controller } from '@nestjs/common';
import * as routes from '#contracts/api/campaigns.routes.js';
import { addPolicy, checkPolicy, getPolicy, importDistrict, listPolicies } from '#contracts/api/policies.routes.js';
import { Ask, Serves } from '../http/serves.js';
import { Admissions } from './admissions.js';
import { Campaigns } from './campaigns.js';
import { Policies } from './policies.js';
import { given } from '../http/given.js';

@Controller()
export class PoliciesController {
  constructor(private readonly policies: Policies) {}

  @Serves(listPolicies)
  list(@Ask() { viewer, query }: Ask<typeof listPolicies>) {
    return this.policies.list(viewer, query);
  }

  @Serves(getPolicy)
  get(@Ask() { viewer, params }: Ask<typeof getPolicy>) {
    return this.policies.get(viewer, params.policy);
  }

  @Serves(addPolicy)
  add(@Ask() { viewer, body }: Ask<typeof addPolicy>) {
    return this.policies.add(viewer, body.yaml);
  }

  @Serves(checkPolicy)
  check(@Ask() { body }: Ask<typeof checkPolicy>) {
    return this.policies.check(body.yaml);
  }

  @Serves(importDistrict)
  importDistrict(@Ask() { viewer, body }: Ask<typeof importDistrict>) {
    return this.policies.importDistrict(viewer, body);
  }
}

@Controller()
export class CampaignsController {
  constructor(
    private readonly campaigns: Campaigns,
    private readonly admissions: Admissions,
  ) {}

  @Serves(routes.listCampaigns)
  list(@Ask() { viewer, query }: Ask<typeof routes.listCampaigns>) {
    return this.campaigns.list(viewer, query);
  }

  @Serves(routes.getCampaign)
  get(@Ask() { viewer, params }: Ask<typeof routes.getCampaign>) {
    return this.campaigns.get(viewer, params.campaign);
  }

  @Serves(routes.getCampaignCalendar)
  calendar(@Ask() { viewer, params }: Ask<typeof routes.getCampaignCalendar>) {
    return this.campaigns.calendar(viewer, params.campaign);
  }

  @Serves(routes.createCampaign)
  create(@Ask() { viewer, body }: Ask<typeof routes.createCampaign>) {
    return this.campaigns.draft(viewer, body.policy);
  }

  @Serves(routes.launchCampaign)
  launch(@Ask() { viewer, params }: Ask<typeof routes.launchCampaign>) {
    return this.campaigns.launch(viewer, params.campaign);
  }

  @Serves(routes.pauseCampaign)
  pause(@Ask() { viewer, params, body, key }: Ask<typeof routes.pauseCampaign>) {
    return this.campaigns.command(viewer, params.campaign, 'pause', body, key);
  }

  @Serves(routes.resumeCampaign)
  resume(@Ask() { viewer, params, body, key }: Ask<typeof routes.resumeCampaign>) {
    return this.campaigns.command(viewer, params.campaign, 'resume', body, key);
  }

  @Serves(routes.rescheduleStage)
  reschedule(@Ask() { viewer, params, body, key }: Ask<typeof routes.rescheduleStage>) {
    return this.campaigns.command(viewer, params.campaign, 'reschedule', given(body), key);
  }

  @Serves(routes.addUnits)
  addUnits(@Ask() { viewer, params, body, key }: Ask<typeof routes.addUnits>) {
    return this.campaigns.command(viewer, params.campaign, 'addUnits', body, key);
  }

  @Serves(routes.addProjects)
  addProjects(@Ask() { viewer, params, body, key }: Ask<typeof routes.addProjects>) {
    return this.campaigns.command(viewer, params.campaign, 'addProjects', body, key);
  }

  @Serves(routes.previewAddProjects)
  previewAddProjects(@Ask() { viewer, params, body }: Ask<typeof routes.previewAddProjects>) {
    return this.admissions.preview(viewer, params.campaign, body.projects);
  }

  @Serves(routes.closeStage)
  closeStage(@Ask() { viewer, params, body, key }: Ask<typeof routes.closeStage>) {
    return this.campaigns.command(viewer, params.campaign, 'closeStage', body, key);
  }

  @Serves(routes.recalendarCampaign)
  recalendar(@Ask() { viewer, params, body, key }: Ask<typeof routes.recalendarCampaign>) {
    return this.campaigns.command(viewer, params.campaign, 'recalendar', body, key);
  }

  @Serves(routes.getProgress)
  progress(@Ask() { viewer, params }: Ask<typeof routes.getProgress>) {
    return this.campaigns.progress(viewer, params.campaign);
  }

  @Serves(routes.listStages)
  stages(@Ask() { viewer, params, query }: Ask<typeof routes.listStages>) {
    return this.campaigns.stages(viewer, params.campaign, query);
  }

  @Serves(routes.listNotSubmitted)
  board(@Ask() { viewer, params, query }: Ask<typeof routes.listNotSubmitted>) {
    return this.campaigns.board(viewer, params.campaign, query);
  }

  @Serves(routes.adjustBudget)
  adjustBudget(@Ask() { viewer, params, body, key }: Ask<typeof routes.adjustBudget>) {
    return this.campaigns.adjustBudget(viewer, params.project, body, key);
  }
}

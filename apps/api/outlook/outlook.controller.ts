import { Controller } from '@nestjs/common';
import { getAhead, getCampaignOutlook, getObligationOutlook, listAhead } from '#contracts/api/outlook.routes.js';
import { Ask, Serves } from '../http/serves.js';
import { AheadOutlook } from './ahead-outlook.js';
import { Outlook } from './outlook.js';

@Controller()
export class OutlookController {
  constructor(
    private readonly outlook: Outlook,
    private readonly ahead: AheadOutlook,
  ) {}

  @Serves(getObligationOutlook)
  obligation(@Ask() { viewer, params }: Ask<typeof getObligationOutlook>) {
    return this.outlook.ofObligation(viewer, params.obligation);
  }

  @Serves(getCampaignOutlook)
  campaign(@Ask() { viewer, params }: Ask<typeof getCampaignOutlook>) {
    return this.outlook.ofCampaign(viewer, params.campaign);
  }

  @Serves(getAhead)
  aheadOf(@Ask() { viewer, params, query }: Ask<typeof getAhead>) {
    return this.ahead.of(viewer, params.campaign, query.days);
  }

  @Serves(listAhead)
  aheadObligations(@Ask() { viewer, params, query }: Ask<typeof listAhead>) {
    return this.ahead.obligations(viewer, params.campaign, query);
  }
}

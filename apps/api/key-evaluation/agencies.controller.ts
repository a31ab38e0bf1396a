import { Controller } from '@nestjs/common';
import * as routes from '#contracts/api/agencies.routes.js';
import { Ask, Serves } from '../http/serves.js';
import { Agencies } from './agencies.js';

@Controller()
export class AgenciesController {
  constructor(private readonly agencies: Agencies) {}

  @Serves(routes.listRegister)
  list(@Ask() { viewer, query }: Ask<typeof routes.listRegister>) {
    return this.agencies.list(viewer, query);
  }

  @Serves(routes.getRegistered)
  get(@Ask() { viewer, params }: Ask<typeof routes.getRegistered>) {
    return this.agencies.get(viewer, params.agency);
  }

  @Serves(routes.changeRegistered)
  change(@Ask() { viewer, params, version, body }: Ask<typeof routes.changeRegistered>) {
    return this.agencies.change(viewer, params.agency, version, body);
  }

  @Serves(routes.addLeadEvaluator)
  addLead(@Ask() { viewer, params, body }: Ask<typeof routes.addLeadEvaluator>) {
    return this.agencies.addLead(viewer, params.agency, body);
  }

  @Serves(routes.changeLeadEvaluator)
  changeLead(@Ask() { viewer, params, body }: Ask<typeof routes.changeLeadEvaluator>) {
    return this.agencies.changeLead(viewer, params.agency, params.lead, body);
  }

  @Serves(routes.addTie)
  addTie(@Ask() { viewer, params, body }: Ask<typeof routes.addTie>) {
    return this.agencies.addTie(viewer, params.agency, body);
  }

  @Serves(routes.endTie)
  endTie(@Ask() { viewer, params, body }: Ask<typeof routes.endTie>) {
    return this.agencies.endTie(viewer, params.agency, params.tie, body);
  }
}

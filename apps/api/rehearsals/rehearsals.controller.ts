import { Controller } from '@nestjs/common';
import * as routes from '#contracts/api/rehearsals.routes.js';
import { Ask, Serves } from '../http/serves.js';
import { Rehearsals } from './rehearsals.js';

@Controller()
export class RehearsalsController {
  constructor(private readonly rehearsals: Rehearsals) {}

  @Serves(routes.listRehearsals)
  list(@Ask() { viewer, params, query }: Ask<typeof routes.listRehearsals>) {
    return this.rehearsals.list(viewer, params.campaign, query);
  }

  @Serves(routes.startRehearsal)
  start(@Ask() { viewer, params }: Ask<typeof routes.startRehearsal>) {
    return this.rehearsals.start(viewer, params.campaign);
  }

  @Serves(routes.getRehearsal)
  get(@Ask() { viewer, params }: Ask<typeof routes.getRehearsal>) {
    return this.rehearsals.get(viewer, params.rehearsal);
  }

  @Serves(routes.cancelRehearsal)
  cancel(@Ask() { viewer, params }: Ask<typeof routes.cancelRehearsal>) {
    return this.rehearsals.cancel(viewer, params.rehearsal);
  }

  @Serves(routes.listHappenings)
  happenings(@Ask() { viewer, params, query }: Ask<typeof routes.listHappenings>) {
    return this.rehearsals.happenings(viewer, params.rehearsal, query);
  }
}

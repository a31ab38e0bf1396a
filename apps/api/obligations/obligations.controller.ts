import { Controller } from '@nestjs/common';
import * as routes from '#contracts/api/obligations.routes.js';
import { given } from '../http/given.js';
import { Ask, Serves } from '../http/serves.js';
import { Obligations } from './obligations.js';

@Controller()
export class ObligationsController {
  constructor(private readonly obligations: Obligations) {}

  @Serves(routes.listTasks)
  tasks(@Ask() { viewer, query }: Ask<typeof routes.listTasks>) {
    return this.obligations.tasks(viewer, query);
  }

  @Serves(routes.listObligations)
  list(@Ask() { viewer, query }: Ask<typeof routes.listObligations>) {
    return this.obligations.list(viewer, query);
  }

  @Serves(routes.getObligation)
  get(@Ask() { viewer, params }: Ask<typeof routes.getObligation>) {
    return this.obligations.get(viewer, params.obligation);
  }

  @Serves(routes.listHistory)
  history(@Ask() { viewer, params, query }: Ask<typeof routes.listHistory>) {
    return this.obligations.history(viewer, params.obligation, query);
  }

  @Serves(routes.requestExtension)
  requestExtension(@Ask() { viewer, params, body, key }: Ask<typeof routes.requestExtension>) {
    return this.obligations.askDeadline(viewer, params.obligation, 'extensions.ask', { name: 'requestExtension', ...body }, key);
  }

  @Serves(routes.decideExtension)
  decideExtension(@Ask() { viewer, params, body, key }: Ask<typeof routes.decideExtension>) {
    return this.obligations.askDeadline(viewer, params.obligation, 'extensions.decide', { name: 'decideExtension', ...given(body) }, key);
  }

  @Serves(routes.moveDeadline)
  moveDeadline(@Ask() { viewer, params, body, key }: Ask<typeof routes.moveDeadline>) {
    return this.obligations.askDeadline(viewer, params.obligation, 'deadlines.move', { name: 'moveDeadline', ...body }, key);
  }
}

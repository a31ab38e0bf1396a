import { Controller } from '@nestjs/common';
import * as routes from '#contracts/api/self-evaluation.routes.js';
import type { ListQuery } from '#persistence/reading/list.js';
import { Ask, Serves } from '../http/serves.js';
import { SpotChecks } from './spot-checks.js';

@Controller()
export class SpotChecksController {
  constructor(private readonly spotChecks: SpotChecks) {}

  @Serves(routes.listDraws)
  draws(@Ask() { viewer, query }: Ask<typeof routes.listDraws>) {
    return this.spotChecks.draws(viewer, query as ListQuery);
  }

  @Serves(routes.getDraw)
  draw(@Ask() { viewer, params }: Ask<typeof routes.getDraw>) {
    return this.spotChecks.draw(viewer, params.draw);
  }

  @Serves(routes.listProblems)
  problems(@Ask() { viewer, query }: Ask<typeof routes.listProblems>) {
    return this.spotChecks.problems(viewer, query as ListQuery);
  }

  @Serves(routes.listWholeResults)
  wholeResults(@Ask() { viewer, query }: Ask<typeof routes.listWholeResults>) {
    return this.spotChecks.wholeResults(viewer, query as ListQuery);
  }

  @Serves(routes.listDisposals)
  disposals(@Ask() { viewer, query }: Ask<typeof routes.listDisposals>) {
    return this.spotChecks.disposals(viewer, query as ListQuery);
  }
}

import { Controller } from '@nestjs/common';
import * as routes from '#contracts/api/results.routes.js';
import type { ListQuery } from '#persistence/reading/list.js';
import { Ask, Serves } from '../http/serves.js';
import { Results } from './results.js';

@Controller()
export class ResultsController {
  constructor(private readonly results: Results) {}

  @Serves(routes.listProjects)
  projects(@Ask() { viewer, query }: Ask<typeof routes.listProjects>) {
    return this.results.projects(viewer, query);
  }

  @Serves(routes.getProject)
  project(@Ask() { viewer, params }: Ask<typeof routes.getProject>) {
    return this.results.project(viewer, params.project);
  }

  @Serves(routes.listWarnings)
  warnings(@Ask() { viewer, query }: Ask<typeof routes.listWarnings>) {
    return this.results.warnings(viewer, query as ListQuery);
  }

  @Serves(routes.listEvaluations)
  evaluations(@Ask() { viewer, query }: Ask<typeof routes.listEvaluations>) {
    return this.results.evaluations(viewer, query as ListQuery);
  }

  @Serves(routes.listFindings)
  findings(@Ask() { viewer, query }: Ask<typeof routes.listFindings>) {
    return this.results.findings(viewer, query as ListQuery);
  }

  @Serves(routes.listNotices)
  notices(@Ask() { viewer, query }: Ask<typeof routes.listNotices>) {
    return this.results.notices(viewer, query as ListQuery);
  }

  @Serves(routes.listResults)
  list(@Ask() { viewer, query }: Ask<typeof routes.listResults>) {
    return this.results.results(viewer, query as ListQuery);
  }
}

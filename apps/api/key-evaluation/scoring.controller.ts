import { Controller } from '@nestjs/common';
import * as routes from '#contracts/api/scoring.routes.js';
import { Ask, Serves } from '../http/serves.js';
import { ScoringLists } from './scoring-lists.js';
import { Scoring } from './scoring.js';

@Controller()
export class ScoringController {
  constructor(
    private readonly scoring: Scoring,
    private readonly lists: ScoringLists,
  ) {}

  @Serves(routes.listScorings)
  list(@Ask() { viewer, query }: Ask<typeof routes.listScorings>) {
    return this.lists.list(viewer, query);
  }

  @Serves(routes.listRaterCandidates)
  candidates(@Ask() { viewer, params, query }: Ask<typeof routes.listRaterCandidates>) {
    return this.lists.candidates(viewer, params.evaluation, query);
  }

  @Serves(routes.getScoring)
  get(@Ask() { viewer, params }: Ask<typeof routes.getScoring>) {
    return this.scoring.sheet(viewer, params.evaluation);
  }

  @Serves(routes.nameRaters)
  name(@Ask() { viewer, params, body, key }: Ask<typeof routes.nameRaters>) {
    return this.scoring.name(viewer, params.evaluation, body, key);
  }

  @Serves(routes.arbitrate)
  arbitrate(@Ask() { viewer, params, body }: Ask<typeof routes.arbitrate>) {
    return this.scoring.arbitrate(viewer, params.evaluation, body);
  }
}

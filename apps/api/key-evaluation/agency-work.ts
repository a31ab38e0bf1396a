import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Problem } from '#contracts/errors/problem.js';
import { creditGrade, rateAgency } from '#domain/key-evaluation/agency-rating.js';
import type { AgencyRatingRules, RatedCriterion } from '#domain/key-evaluation/agency-rating.js';
import { show } from '#domain/score/exact.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { AgencyRepository } from '#persistence/campaign/agency.repository.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { Clock } from '#platform/clock.js';
import { Trail } from '../http/trail.js';
import { Assignments } from './assignments.js';

interface Declared {
  readonly leadEvaluator: string;
  readonly interests: readonly { readonly about: string; readonly text: string }[];
}

interface Rated {
  readonly scores: readonly RatedCriterion[];
  readonly remark?: string | undefined;
}

/** What an agency says of itself before its work, and what the bureau says of that work afterwards. */
@Injectable()
export class AgencyWork {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly assignments: Assignments,
    private readonly agencies: AgencyRepository,
    private readonly campaigns: CampaignRepository,
    private readonly trail: Trail,
  ) {}

  /** 利益冲突声明: once an agency and evaluation; what was declared is not taken back. */
  async declare(viewer: Viewer, id: string, { leadEvaluator, interests }: Declared) {
    const { agency, campaign } = await this.assignments.get(viewer, id, 'declarations.own');
    await this.source.transaction(async (manager) => {
      const { district } = await this.campaigns.campaign(manager, campaign);
      const rows: unknown[] = await manager.query(
        `insert into conflict_declaration (evaluation_id, agency_id, lead_evaluator_id, interests, declared_by, declared_at)
         select $1, l.agency_id, l.id, $4::text::jsonb, $5, $6 from lead_evaluator l where l.id = $3 and l.agency_id = $2 and l.active
         returning 1`,
        [id, agency, leadEvaluator, JSON.stringify(interests), viewer.person, new Date(this.clock.now())],
      );
      if (rows.length === 0) throw new Problem('UNKNOWN_REFERENCE', { constraint: 'leadEvaluator' });
      const detail = { agency, leadEvaluator, interests };
      await this.trail.append(manager, { stream: `evaluation/${id}`, district, actor: viewer.person, type: 'declareInterests', detail });
    });
    return this.assignments.get(viewer, id);
  }

  /** Rates the work once it is accepted; the agency's credit grade becomes that of its mean. */
  async rate(viewer: Viewer, id: string, { scores, remark }: Rated) {
    const { agency, campaign, status } = await this.assignments.get(viewer, id, 'evaluations.write');
    if (status !== 'accepted') throw new Problem('EVALUATION_NOT_ACCEPTED');
    await this.source.transaction(async (manager) => {
      const { district, policy } = await this.campaigns.campaign(manager, campaign);
      const rules = policy.keyEvaluation?.agencyRating;
      if (!rules) throw new Problem('RATING_NOT_PLANNED');
      const { points, explanation } = this.judge(scores, rules);
      const before = await this.agencies.lockRatings(manager, agency);
      const credit = creditGrade([...before, points], rules);
      await manager.query(
        `insert into agency_rating (evaluation_id, agency_id, points, exact, explanation, remark, rated_by, rated_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, agency, show(points), points, { ...explanation, credit }, remark ?? null, viewer.person, new Date(this.clock.now())],
      );
      await this.agencies.grade(manager, agency, credit.value);
      const detail = { agency, points, creditGrade: credit.value };
      await this.trail.append(manager, { stream: `evaluation/${id}`, district, actor: viewer.person, type: 'rateAgency', detail });
    });
    return this.assignments.get(viewer, id);
  }

  private judge(scores: readonly RatedCriterion[], rules: AgencyRatingRules) {
    const { points, score, problems } = rateAgency(scores, rules);
    if (points === null) {
      throw new Problem(
        'NOT_ACCEPTED',
        {},
        problems.map(({ path, zh, en }) => ({ path: `body.${path}`, code: 'agency-rating', zh, en })),
      );
    }
    return { points, explanation: { total: score.total, criteria: scores } };
  }
}

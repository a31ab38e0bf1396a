import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { GivenRating, RaterRules } from '#domain/key-evaluation/ratings.js';
import { ratingsComplete, scoringLines } from '#domain/key-evaluation/scoring-sheet.js';
import type { ScoringKnown, ScoringLine } from '#domain/key-evaluation/scoring-sheet.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { EvaluationRepository } from '#persistence/campaign/evaluation.repository.js';
import { ScoringRepository, ratingsOf } from '#persistence/campaign/scoring.repository.js';
import type { RaterRow } from '#persistence/campaign/scoring.repository.js';

export interface ScoredEvaluation {
  readonly evaluation: string;
  readonly campaign: string;
  readonly district: string;
  readonly project: string;
  readonly projectName: string;
  readonly status: string;
}

const shownRater = ({ person, name, document, dueOn, status, filedAt }: RaterRow) => ({ person, name, document, dueOn, status, filedAt });

const shownLine = ({ indicator, source, questionnaire, combined }: ScoringLine, ratings: readonly GivenRating[], known: ScoringKnown) => ({
  level1: indicator.level1,
  level2: indicator.level2,
  indicator: indicator.level3,
  rubric: indicator.rubric,
  fullPoints: indicator.weight,
  source,
  ratings: ratings.slice(),
  points: combined?.points ?? questionnaire?.score?.points ?? null,
  exact: combined?.exact ?? questionnaire?.score?.exact ?? null,
  gap: combined?.gap ?? null,
  arbitrate: combined?.arbitrate ?? false,
  arbitration: known.arbitrations.get(indicator.level3) ?? null,
  questionnaire: questionnaire && { id: questionnaire.id, title: questionnaire.title },
  explanation: combined?.explanation ?? questionnaire?.score?.explanation ?? null,
});

/** 评分底稿, as one page shows it. */
@Injectable()
export class ScoringSheets {
  constructor(
    private readonly source: DataSource,
    private readonly campaigns: CampaignRepository,
    private readonly evaluations: EvaluationRepository,
    private readonly scoring: ScoringRepository,
  ) {}

  async rules(campaign: string): Promise<RaterRules | undefined> {
    return (await this.campaigns.campaign(this.source.manager, campaign)).policy.keyEvaluation?.scoring;
  }

  /** What is known of the scores, with the indicators of the approved plan. */
  async known(manager: EntityManager, evaluation: string): Promise<Omit<ScoringKnown, 'rules'>> {
    const plan = (await this.evaluations.filedParts(manager, [evaluation])).get(evaluation)?.plan;
    return { ...(await this.scoring.known(manager, evaluation)), indicators: plan?.indicators ?? [] };
  }

  /** Of a blind scoring that is not complete the reader sees their own points alone. */
  async of({ evaluation, campaign, project, projectName, status }: ScoredEvaluation, reader: string) {
    const { manager } = this.source;
    const rules = await this.rules(campaign);
    const known: ScoringKnown = { ...(await this.known(manager, evaluation)), ...(rules ? { rules } : {}) };
    const raters = await this.scoring.raters(manager, evaluation);
    const complete = ratingsComplete(known);
    const own = raters.filter(({ person }) => person === reader);
    const seen = complete || rules?.blind !== true ? known.ratings : ratingsOf(own);
    return {
      ...{ evaluation, project, projectName, status, complete },
      rules: rules ?? null,
      lead: await this.scoring.lead(manager, evaluation),
      raters: raters.map(shownRater),
      indicators: scoringLines(known).map((line) => shownLine(line, seen.get(line.indicator.level3) ?? [], known)),
    };
  }
}

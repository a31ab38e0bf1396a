import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { EvaluationDesk } from '#activities/key-evaluation/evaluation-desk.js';
import { ObligationStarter } from '#activities/obligation/obligation-starter.js';
import type { Action } from '#contracts/api/actions.js';
import { Problem } from '#contracts/errors/problem.js';
import type { TrailType } from '#contracts/trail-type.js';
import type { RaterRules } from '#domain/key-evaluation/ratings.js';
import { ratingsComplete, scoringLines } from '#domain/key-evaluation/scoring-sheet.js';
import { compare } from '#domain/score/exact.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { EvaluationRepository } from '#persistence/campaign/evaluation.repository.js';
import { ScoringRepository } from '#persistence/campaign/scoring.repository.js';
import { readOne } from '#persistence/reading/list.js';
import { SCORED_EVALUATION } from '#persistence/reading/scoring.js';
import { Clock } from '#platform/clock.js';
import { Trail } from '../http/trail.js';
import { ScoringSheets } from './scoring-sheets.js';
import type { ScoredEvaluation } from './scoring-sheets.js';

interface Naming {
  readonly raters: readonly string[];
  readonly lead: string;
  readonly dueOn: string;
}

interface Decision {
  readonly indicator: string;
  readonly points: string;
  readonly reason: string;
}

/** 多人独立评分: who scores, each on their own, and who decides where they are too far apart. */
@Injectable()
export class Scoring {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly evaluations: EvaluationRepository,
    private readonly scoring: ScoringRepository,
    private readonly sheets: ScoringSheets,
    private readonly desk: EvaluationDesk,
    private readonly starter: ObligationStarter,
    private readonly trail: Trail,
  ) {}

  async sheet(viewer: Viewer, id: string, action: Action = 'ratings.read') {
    return this.sheets.of(await this.find(viewer, id, action), viewer.person);
  }

  /** Each rater owes a sheet of their own by the day. Naming again adds raters, where a sheet was cancelled or one more is wanted. */
  async name(viewer: Viewer, id: string, naming: Naming, key: string) {
    const scored = await this.find(viewer, id, 'ratings.name');
    const rules = await this.rulesOf(scored);
    const requestId = `${viewer.person}:${key}`;
    const opened = await this.source.transaction(async (manager) => {
      const row = await this.evaluations.lock(manager, id);
      if (await this.scoring.namedBy(manager, requestId)) return [];
      if (row.status !== 'draft') throw new Problem('NOT_DRAFTING');
      await this.mayScore(manager, id, naming, rules);
      const named = naming.raters.map((person) => ({ person, document: uuid() }));
      const title = `独立评分：${row.projectName}`;
      const works = named.map(({ person: rater, document }) => {
        return { kind: 'evaluation-rating' as const, title, dueOn: naming.dueOn, subject: id, document, rater };
      });
      const { obligations, campaign } = await this.desk.open(manager, row, works);
      const at = new Date(this.clock.now());
      const rows = named.map((it) => ({ ...it, evaluation: id, namedBy: viewer.person, requestId, at }));
      await this.scoring.name(manager, id, naming.lead, rows);
      await this.note(manager, viewer, id, campaign.district, 'nameRaters', { ...naming });
      return obligations;
    });
    await this.starter.start(opened);
    return this.sheet(viewer, id);
  }

  /** By the lead evaluator alone, where all ratings are in and the raters are further apart than the policy allows. */
  async arbitrate(viewer: Viewer, id: string, { indicator, points, reason }: Decision) {
    const scored = await this.find(viewer, id, 'ratings.arbitrate');
    const rules = await this.rulesOf(scored);
    await this.source.transaction(async (manager) => {
      const { status } = await this.evaluations.lock(manager, id);
      if (status !== 'draft') throw new Problem('NOT_DRAFTING');
      const lead = await this.scoring.lead(manager, id);
      if (lead?.id !== viewer.person) throw new Problem('NOT_ALLOWED');
      const known = { ...(await this.sheets.known(manager, id)), rules };
      const line = scoringLines(known).find((it) => it.indicator.level3 === indicator);
      if (!line?.combined?.arbitrate) throw new Problem('NOT_TO_ARBITRATE');
      const full = line.indicator.weight;
      if (compare(points, full) > 0) {
        const [zh, en] = [`满分为 ${full} 分`, `it has ${full} points at most`];
        throw new Problem('NOT_ACCEPTED', {}, [{ path: 'body.points', code: 'points-above-full', zh, en }]);
      }
      await this.scoring.arbitrate(manager, {
        evaluation: id,
        indicator,
        points,
        reason,
        by: viewer.person,
        at: new Date(this.clock.now()),
      });
      await this.note(manager, viewer, id, scored.district, 'arbitrateScore', { indicator, points, reason });
    });
    return this.sheet(viewer, id);
  }

  private async find(viewer: Viewer, id: string, action: Action): Promise<ScoredEvaluation> {
    const row = await readOne<ScoredEvaluation>(this.source, { ...SCORED_EVALUATION, action }, viewer, id);
    if (!row) throw new Problem('NOT_FOUND');
    return row;
  }

  private async rulesOf({ campaign }: ScoredEvaluation): Promise<RaterRules> {
    const rules = await this.sheets.rules(campaign);
    if (!rules) throw new Problem('SCORING_NOT_PLANNED');
    return rules;
  }

  /** Before all ratings are in and seen; enough of them, none twice, each an expert of the district or of the agency and nobody's who is evaluated. */
  private async mayScore(manager: EntityManager, id: string, { raters, lead }: Naming, rules: RaterRules): Promise<void> {
    const before = await this.scoring.raters(manager, id);
    const filed = before.filter(({ filedAt }) => filedAt !== null).length;
    if (raters.length > 0 && ratingsComplete({ rules, raters: before.length, filed })) throw new Problem('RATINGS_COMPLETE');
    const eligible = await this.scoring.eligible(manager, id, [...raters, lead]);
    const wrong = raters.flatMap((person, i) => {
      const path = `body.raters.${String(i)}`;
      if (before.some((it) => it.person === person))
        return [{ path, code: 'RATER_TWICE', zh: '已是评分人', en: 'this person scores already' }];
      return eligible.includes(person) ? [] : [{ path, ...NOT_ELIGIBLE }];
    });
    const errors = eligible.includes(lead) ? wrong : [...wrong, { path: 'body.lead', ...NOT_ELIGIBLE }];
    if (errors.length > 0) throw new Problem('NOT_ACCEPTED', {}, errors);
    if (before.length + raters.length < rules.raters) throw new Problem('TOO_FEW_RATERS', { raters: rules.raters });
  }

  private note(manager: EntityManager, { person }: Viewer, evaluation: string, district: string, type: TrailType, detail: object) {
    return this.trail.append(manager, { stream: `evaluation/${evaluation}`, district, actor: person, type, detail });
  }
}

const NOT_ELIGIBLE = {
  code: 'NOT_ELIGIBLE',
  zh: '应为本地区专家或受托机构人员，且不在被评价单位、主管部门、财政部门任职',
  en: 'an expert of the district or somebody of the agency is needed, who does not work where it is evaluated, nor in the bureau',
};

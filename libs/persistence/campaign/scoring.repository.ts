import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RatingContent } from '#domain/key-evaluation/content.js';
import type { Arbitration, GivenRating } from '#domain/key-evaluation/ratings.js';
import type { ScoringKnown, ScoringQuestionnaire } from '#domain/key-evaluation/scoring-sheet.js';

/** Somebody who scores an evaluation on their own. */
export interface RaterRow {
  readonly evaluation: string;
  readonly person: string;
  readonly name: string;
  readonly document: string;
  readonly dueOn: string;
  readonly status: string;
  /** ISO instant; null until the sheet is filed. */
  readonly filedAt: string | null;
  readonly content: RatingContent | null;
}

export interface NamedRater {
  readonly evaluation: string;
  readonly person: string;
  readonly document: string;
  readonly namedBy: string;
  readonly requestId: string;
  readonly at: Date;
}

type Known = Omit<ScoringKnown, 'indicators' | 'rules'>;

/**
 * Condition on a person `w`, an evaluation `e` and its project `p`: an expert of the district or somebody of the agency. Nobody who works where
 * it is evaluated, and nobody who reads all that is filed (财政部门、人大 …), as points are given unseen.
 */
export const MAY_SCORE = `(w.active
  and exists (select from role_grant g where g.person_id = w.id
    and ((g.role = 'expert' and g.district_id = p.district_id) or (g.role = 'agency' and g.agency_id = e.agency_id)))
  and not exists (select from role_grant g where g.person_id = w.id
    and (g.unit_id in (p.unit_id, p.department_id) or g.unit_id in (
      select unnest(array[x.unit_id, x.department_id]) from evaluation_covered_project c join project x on x.id = c.project_id
      where c.subject_id = p.id) or (g.role in ('bureau', 'observer') and g.district_id = p.district_id))))`;

/** The filed points of these raters, by indicator. */
export const ratingsOf = (raters: readonly RaterRow[]): ReadonlyMap<string, readonly GivenRating[]> => {
  const byIndicator = new Map<string, GivenRating[]>();
  for (const { name, content, filedAt } of raters) {
    for (const { indicator, points, reason, evidence } of content?.items ?? []) {
      const given = byIndicator.get(indicator) ?? [];
      byIndicator.set(indicator, [...given, { rater: name, points, reason, evidence, at: filedAt! }]);
    }
  }
  return byIndicator;
};

/** What the scores of an evaluation rest on besides the agency's own writing: questionnaires, raters, arbitrations. */
@Injectable()
export class ScoringRepository {
  async known(manager: EntityManager, evaluation: string): Promise<Known> {
    const raters = await this.raters(manager, evaluation);
    const filed = raters.filter(({ filedAt }) => filedAt !== null);
    const questionnaires: ScoringQuestionnaire[] = await manager.query(
      `select q.id, q.title, q.content -> 'scoring' ->> 'indicator' as indicator, q.result -> 'score' as score
       from questionnaire q where q.evaluation_id = $1 and q.content -> 'scoring' is not null order by q.asked_at, q.id`,
      [evaluation],
    );
    const arbitrations: (Arbitration & { indicator: string })[] = await manager.query(
      `select a.indicator, a.points::text as points, a.reason, p.name as by, to_json(a.decided_at) #>> '{}' as at
       from evaluation_arbitration a join person p on p.id = a.decided_by where a.evaluation_id = $1`,
      [evaluation],
    );
    return {
      questionnaires,
      raters: raters.length,
      filed: filed.length,
      ratings: ratingsOf(filed),
      arbitrations: new Map(arbitrations.map(({ indicator, ...it }) => [indicator, it])),
    };
  }

  /**
   * Those who count: named, not withdrawn, their sheet not cancelled; in the order in which they were named. A sheet that was handed over is
   * its filer's.
   */
  async raters(manager: EntityManager, evaluation: string): Promise<readonly RaterRow[]> {
    return manager.query(
      `select r.evaluation_id as evaluation, p.id as person, p.name, d.id as document, o.due_on::text as "dueOn", d.status,
         case when d.status = 'approved' then to_json(d.changed_at) #>> '{}' end as "filedAt",
         case when d.status = 'approved' then c.content end as content
       from evaluation_rater r join document d on d.id = r.document_id join obligation o on o.id = d.obligation_id
       left join document_content c on c.document_id = d.id and c.version = d.filed_version
       join person p on p.id = coalesce(c.saved_by, r.person_id)
       where r.evaluation_id = $1 and r.withdrawn_at is null and d.status <> 'cancelled' order by r.named_at, p.name, p.id`,
      [evaluation],
    );
  }

  async lead(manager: EntityManager, evaluation: string): Promise<{ readonly id: string; readonly name: string } | null> {
    const rows: { id: string; name: string }[] = await manager.query(
      'select p.id, p.name from evaluation e join person p on p.id = e.lead_id where e.id = $1',
      [evaluation],
    );
    return rows[0] ?? null;
  }

  async name(manager: EntityManager, evaluation: string, lead: string, raters: readonly NamedRater[]): Promise<void> {
    await manager.query('update evaluation set lead_id = $2 where id = $1', [evaluation, lead]);
    for (const it of raters) {
      await manager.query(
        `insert into evaluation_rater (evaluation_id, person_id, document_id, named_by, request_id, named_at) values ($1, $2, $3, $4, $5, $6)`,
        [it.evaluation, it.person, it.document, it.namedBy, it.requestId, it.at],
      );
    }
  }

  async namedBy(manager: EntityManager, requestId: string): Promise<boolean> {
    const rows: unknown[] = await manager.query('select 1 from evaluation_rater where request_id = $1 limit 1', [requestId]);
    return rows.length > 0;
  }

  /** Of these people, those who may score the evaluation. */
  async eligible(manager: EntityManager, evaluation: string, people: readonly string[]): Promise<readonly string[]> {
    const rows: { id: string }[] = await manager.query(
      `select w.id from evaluation e join project p on p.id = e.project_id join person w on w.id = any ($2::uuid[]) where e.id = $1 and ${MAY_SCORE}`,
      [evaluation, people],
    );
    return rows.map(({ id }) => id);
  }

  async arbitrate(
    manager: EntityManager,
    it: {
      readonly evaluation: string;
      readonly indicator: string;
      readonly points: string;
      readonly reason: string;
      readonly by: string;
      readonly at: Date;
    },
  ): Promise<void> {
    await manager.query(
      `insert into evaluation_arbitration (evaluation_id, indicator, points, reason, decided_by, decided_at) values ($1, $2, $3, $4, $5, $6)
       on conflict on constraint evaluation_arbitration_pk
       do update set points = excluded.points, reason = excluded.reason, decided_by = excluded.decided_by, decided_at = excluded.decided_at`,
      [it.evaluation, it.indicator, it.points, it.reason, it.by, it.at],
    );
  }
}

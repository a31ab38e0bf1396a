import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Day } from '#domain/policy/policy.js';
import type { Yuan } from '#domain/score/money.js';

/** What a project has executed up to the end of a day. */
export interface ExecutionFigure {
  readonly id: string;
  readonly project: string;
  readonly day: Day;
  readonly executed: Yuan;
  readonly origin: string;
}

export interface Feeding {
  readonly origin: string;
  /** Business instant, ms. */
  readonly at: number;
  /** Null: nobody of the register; a command on the machine. */
  readonly by: string | null;
}

export type FedFigure = Pick<ExecutionFigure, 'project' | 'day' | 'executed'>;
export type FedOutcome = 'accepted' | 'corrected' | 'unchanged';

/** How many figures came to what. */
export const countsOf = (outcomes: readonly FedOutcome[]): Readonly<Record<FedOutcome, number>> => {
  const count = (outcome: FedOutcome): number => outcomes.filter((it) => it === outcome).length;
  return { accepted: count('accepted'), corrected: count('corrected'), unchanged: count('unchanged') };
};

/** 预算执行数, fed day by day. */
@Injectable()
export class ExecutionRepository {
  /** What feeding each figure would come to, in their order; nothing is written. */
  async outcomes(manager: EntityManager, figures: readonly FedFigure[]): Promise<readonly FedOutcome[]> {
    const rows = figures.map(({ project, day, executed }, place) => ({ project, day, executed, place }));
    const found: { outcome: FedOutcome }[] = await manager.query(
      `select case when e.id is null then 'accepted' when e.executed_amount = f.executed then 'unchanged' else 'corrected' end as outcome
       from jsonb_to_recordset($1::text::jsonb) as f (place integer, project uuid, day date, executed numeric)
       left join execution_figure e on e.project_id = f.project and e.on_day = f.day and e.superseded_at is null order by f.place`,
      [JSON.stringify(rows)],
    );
    return found.map(({ outcome }) => outcome);
  }

  /**
   * Keeps each figure that is new for its project and day; one that differs supersedes the one that stands, which stays. Answers the outcome
   * of each, in their order.
   */
  async feed(manager: EntityManager, figures: readonly FedFigure[], { origin, at, by }: Feeding): Promise<readonly FedOutcome[]> {
    const rows = figures.map(({ project, day, executed }) => ({ project, day, executed, id: uuid() }));
    const outcomes = await this.outcomes(manager, figures);
    const fresh = rows.filter((_, i) => outcomes[i] !== 'unchanged');
    const instant = new Date(at).toISOString();
    await manager.query(
      `update execution_figure e set superseded_at = $2 from unnest($1::uuid[], $3::date[]) as f (project, day)
       where e.project_id = f.project and e.on_day = f.day and e.superseded_at is null`,
      [fresh.map(({ project }) => project), instant, fresh.map(({ day }) => day)],
    );
    await manager.query(
      `insert into execution_figure (id, project_id, on_day, executed_amount, origin, fed_at, fed_by)
       select f.id, f.project, f.day, f.executed, $2, $3, $4
       from jsonb_to_recordset($1::text::jsonb) as f (id uuid, project uuid, day date, executed numeric)`,
      [JSON.stringify(fresh), origin, instant, by],
    );
    return outcomes;
  }

  /** The figure of the newest day of each project that has one. */
  async newest(manager: EntityManager, projects: readonly string[]): Promise<ReadonlyMap<string, ExecutionFigure>> {
    const rows: ExecutionFigure[] = await manager.query(
      `select distinct on (project_id) id, project_id as project, on_day::text as day, executed_amount::text as executed, origin
       from execution_figure where project_id = any ($1) and superseded_at is null order by project_id, on_day desc`,
      [projects],
    );
    return new Map(rows.map((row) => [row.project, row]));
  }

  /** The project shows the figure of the newest day, with where it comes from. */
  async show(manager: EntityManager, projects: readonly string[]): Promise<void> {
    await manager.query(
      `update project p set executed_amount = e.executed_amount, version = p.version + 1,
         sources = p.sources || jsonb_build_object('executed_amount', 'execution/' || e.id)
       from (select distinct on (project_id) * from execution_figure
             where project_id = any ($1) and superseded_at is null order by project_id, on_day desc) e
       where p.id = e.project_id and p.sources ->> 'executed_amount' is distinct from 'execution/' || e.id`,
      [projects],
    );
  }
}

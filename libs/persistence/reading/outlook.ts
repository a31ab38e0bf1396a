import type { DataSource } from 'typeorm';
import type { ObligationState } from '#domain/obligation/state.js';
import type { StageName } from '#domain/stage/stage.js';
import { OBLIGATIONS } from '#persistence/access/columns.js';
import { Parameters, visible } from '#persistence/access/visible.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { readRows } from './rows.js';

export interface StageWaiting {
  readonly stage: string;
  readonly key: string;
  readonly name: StageName;
  readonly obligations: number;
  readonly toFile: number;
  readonly inReview: number;
}

/** What each open stage of a campaign waits for. */
export const waitingByStage = (source: DataSource, campaign: string): Promise<StageWaiting[]> =>
  readRows(
    source,
    `select s.id as stage, s.key, s.name, (select count(*)::int from obligation o where o.stage_id = s.id and o.status = 'open') as obligations,
       count(d.id) filter (where d.status in ('open', 'returned'))::int as "toFile",
       count(d.id) filter (where d.status = 'in-review')::int as "inReview"
     from stage s left join document d on d.stage_id = s.id where s.campaign_id = $1 and s.status = 'open' group by s.id order by s.position`,
    [campaign],
  );

/** The next instants at which the clock speaks in what is open. */
export const nextOfCampaign = (
  source: DataSource,
  campaign: string,
): Promise<{ at: string; what: string; stage: string; key: string; obligations: number }[]> =>
  readRows(
    source,
    `select o.next_at as at, o.next_what as what, s.id as stage, s.key, count(*)::int as obligations
     from obligation o join stage s on s.id = o.stage_id
     where o.campaign_id = $1 and o.status = 'open' and o.next_at is not null
     group by 1, 2, 3, 4 order by 1, 4 limit 30`,
    [campaign],
  );

/** Obligations that are looked at for one outlook at most. */
export const MOST_AHEAD = 5_000;

export interface OpenObligation {
  readonly obligation: string;
  readonly title: string;
  readonly stage: string;
  readonly stageKey: string;
  readonly stageName: StageName;
  readonly unit: string | null;
  readonly unitName: string | null;
  readonly agencyName: string | null;
  readonly dueOn: string;
  readonly dueAt: string;
  readonly state: ObligationState;
}

/**
 * What is open and seen by the viewer, and due or spoken to by the clock before an instant, or waiting for reviewers; earliest due first. One
 * more than `MOST_AHEAD` says that there is more.
 */
export const readAhead = (source: DataSource, viewer: Viewer, campaign: string, until: Date): Promise<OpenObligation[]> => {
  const parameters = new Parameters();
  const of = `${parameters.add(campaign)}::uuid`;
  const by = `${parameters.add(until)}::timestamptz`;
  const seen = visible(viewer, 'board.read', OBLIGATIONS('o'), parameters);
  return readRows<OpenObligation>(
    source,
    `select o.id as obligation, o.title, s.id as stage, s.key as "stageKey", s.name as "stageName", o.unit_id as unit, u.name as "unitName",
       a.name as "agencyName", o.due_on::text as "dueOn", o.due_at as "dueAt", o.terms || o.state as state
     from obligation o join stage s on s.id = o.stage_id left join budget_unit u on u.id = o.unit_id left join agency a on a.id = o.agency_id
     where o.campaign_id = ${of} and o.status = 'open' and ${seen} and (o.due_at <= ${by} or o.next_at <= ${by}
       or exists (select from document d where d.obligation_id = o.id and d.status = 'in-review'))
     order by o.due_at, o.id limit ${String(MOST_AHEAD + 1)}`,
    parameters.values,
  );
};

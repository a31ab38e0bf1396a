import type { DataSource } from 'typeorm';
import { readRows } from './rows.js';
import type { StageName } from '#domain/stage/stage.js';

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

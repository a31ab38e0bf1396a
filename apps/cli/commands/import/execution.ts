import type { DataSource } from 'typeorm';
import type { ExecutionFeed } from '#activities/monitoring/execution-feed.js';
import { readRows, rowsOfTable } from '#api/monitoring/fed-rows.js';
import { holdRows } from '#api/monitoring/held-rows.js';
import { todayOf } from '#api/http/today.js';
import type { FieldError } from '#contracts/errors/problem.js';
import type { TableRow } from '#contracts/import/csv-table.js';
import { ExecutionRepository } from '#persistence/campaign/execution.repository.js';
import type { FedOutcome } from '#persistence/campaign/execution.repository.js';
import type { Clock } from '#platform/clock.js';

/** Which year the figures are of; what is left out must not be needed to tell it. */
export interface YearWish {
  readonly campaign?: string;
  /** Code of the district. */
  readonly district?: string;
  readonly year?: number;
}

export interface FedCampaign {
  readonly id: string;
  readonly district: string;
  readonly fiscalYear: number;
  /** For people: the district's name and the year. */
  readonly title: string;
}

/** What becomes of one row, or became of it. */
export interface RowOutcome {
  /** As a spreadsheet counts it, the head is row 1. */
  readonly row: number;
  readonly project: string;
  readonly day: string;
  readonly executed: string;
  readonly outcome: FedOutcome | 'wrong';
  readonly errors: readonly FieldError[];
}

export interface ImportedExecution {
  readonly campaign: FedCampaign;
  /** False: it was only checked, or a row was wrong. */
  readonly written: boolean;
  readonly rows: readonly RowOutcome[];
  readonly warnings: number;
}

/** The one year under way that is meant. @throws Error that says which there are */
export async function campaignOf(source: DataSource, { campaign, district, year }: YearWish): Promise<FedCampaign> {
  const found: (FedCampaign & { code: string })[] = await source.query(
    `select c.id, c.district_id as district, c.fiscal_year as "fiscalYear", d.name || ' ' || c.fiscal_year as title, d.code
     from campaign c join district d on d.id = c.district_id
     where c.status in ('running', 'paused') and ($1::text is null or c.id::text = $1) and ($2::text is null or d.code = $2)
       and ($3::int is null or c.fiscal_year = $3) order by d.code, c.fiscal_year`,
    [campaign ?? null, district ?? null, year ?? null],
  );
  const [only, other] = found;
  if (only && !other) return { id: only.id, district: only.district, fiscalYear: only.fiscalYear, title: only.title };
  const list = found.map((it) => `--district ${it.code} --year ${String(it.fiscalYear)} (${it.title})`).join('; ');
  throw new Error(only ? `Say which year is meant: ${list}` : 'There is no such year under way.');
}

export interface ImportParts {
  readonly source: DataSource;
  readonly clock: Clock;
  /** Asked for only when there is something to write. */
  readonly feed: () => Promise<Pick<ExecutionFeed, 'feed'>>;
}

interface ImportWish {
  readonly campaign: FedCampaign;
  readonly table: readonly TableRow[];
  /** Where the figures come from. */
  readonly origin: string;
  /** True: nothing is written. */
  readonly check: boolean;
}

/**
 * Feeds a table of execution figures by the same checks as the API and the page; all of it, or with one wrong row nothing.
 * @throws Problem NOT_ACCEPTED when the table has no head
 */
export async function importExecution({ source, clock, feed }: ImportParts, wish: ImportWish): Promise<ImportedExecution> {
  const { campaign, table, origin, check } = wish;
  const given = rowsOfTable(table, (row) => `row ${String(row)}`);
  const { figures, wrong } = await holdRows(source, campaign, todayOf(clock), readRows(given));
  const writes = !check && wrong.length === 0 && figures.length > 0;
  const { outcomes, warnings } = writes
    ? await (await feed()).feed({ campaign: campaign.id, origin, actor: null, figures })
    : { outcomes: await new ExecutionRepository().outcomes(source.manager, figures), warnings: 0 };
  const outcomeAt = new Map(figures.map(({ at }, i) => [at, outcomes[i]!]));
  const errorsAt = new Map(wrong.map(({ at, errors }) => [at, errors]));
  const rows = given.map(({ at, value }) => ({
    row: Number(at.slice('row '.length)),
    ...(value as Pick<RowOutcome, 'project' | 'day' | 'executed'>),
    outcome: outcomeAt.get(at) ?? ('wrong' as const),
    errors: errorsAt.get(at) ?? [],
  }));
  return { campaign, written: writes, rows, warnings };
}

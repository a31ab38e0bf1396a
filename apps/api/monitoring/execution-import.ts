import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ExecutionFeed } from '#activities/monitoring/execution-feed.js';
import { Problem } from '#contracts/errors/problem.js';
import { csvTable } from '#contracts/import/csv-table.js';
import { executionLines } from '#contracts/import/execution-table.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { ExecutionRepository, countsOf } from '#persistence/campaign/execution.repository.js';
import { Clock } from '#platform/clock.js';
import { MOST_TABLE_BYTES, readTable } from '#platform/tables/read-table.js';
import { Campaigns } from '../campaigns/campaigns.js';
import { readFile } from '../http/read-file.js';
import { todayOf } from '../http/today.js';
import { readRows, rowsOfTable } from './fed-rows.js';
import type { GivenRow } from './fed-rows.js';
import { holdRows } from './held-rows.js';

interface Body {
  readonly origin: string;
  readonly rows?: readonly unknown[] | undefined;
  readonly csv?: string | undefined;
  readonly check: boolean;
}

const givenRows = ({ rows, csv }: Body): readonly GivenRow[] =>
  rows?.map((value, i): GivenRow => ({ at: `body.rows.${String(i)}`, value })) ??
  rowsOfTable(csvTable(csv!), (row) => `body.csv:${String(row)}`);

/** Feeds execution figures row by row: what is wrong with one keeps none of the others out. */
@Injectable()
export class ExecutionImport {
  constructor(
    private readonly source: DataSource,
    private readonly campaigns: Campaigns,
    private readonly execution: ExecutionFeed,
    private readonly figures: ExecutionRepository,
    private readonly clock: Clock,
  ) {}

  /** With `check` says what would become of the rows, and feeds nothing. */
  async feed(viewer: Viewer, id: string, body: Body) {
    const campaign = await this.campaigns.get(viewer, id, 'execution.feed');
    if (campaign.status === 'draft') throw new Problem('NOT_OPEN_YET');
    if (campaign.status === 'closed') throw new Problem('ALREADY_CLOSED');
    const { figures, wrong } = await holdRows(this.source, campaign, todayOf(this.clock), readRows(givenRows(body)));
    const { outcomes, warnings } = body.check
      ? { outcomes: await this.figures.outcomes(this.source.manager, figures), warnings: 0 }
      : await this.execution.feed({ campaign: id, origin: body.origin, actor: viewer.person, figures });
    return { ...countsOf(outcomes), refused: wrong.length, warnings, errors: wrong.flatMap(({ errors }) => errors) };
  }

  /** What stands in a file, to be looked at before it is fed; nothing of it is kept. @throws Problem NOT_ACCEPTED */
  async read(file: Readable) {
    const table = await readTable(await readFile(file, MOST_TABLE_BYTES));
    return { hasHead: executionLines(table) !== null, rows: executionLines(table) ?? [] };
  }
}

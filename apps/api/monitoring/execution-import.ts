import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ExecutionFeed } from '#activities/monitoring/execution-feed.js';
import { Problem } from '#contracts/errors/problem.js';
import type { FieldError } from '#contracts/errors/problem.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { Clock } from '#platform/clock.js';
import { Campaigns } from '../campaigns/campaigns.js';
import { todayOf } from '../http/today.js';
import { readRows } from './fed-rows.js';
import type { ReadRow } from './fed-rows.js';

interface Body {
  readonly origin: string;
  readonly rows?: readonly unknown[] | undefined;
  readonly csv?: string | undefined;
}

const wrong = (at: string, field: string, code: string, zh: string, en: string): FieldError => ({ path: `${at}.${field}`, code, zh, en });

/** Feeds execution figures row by row: what is wrong with one keeps none of the others out. */
@Injectable()
export class ExecutionImport {
  constructor(
    private readonly source: DataSource,
    private readonly campaigns: Campaigns,
    private readonly execution: ExecutionFeed,
    private readonly clock: Clock,
  ) {}

  async feed(viewer: Viewer, id: string, body: Body) {
    const campaign = await this.campaigns.get(viewer, id, 'execution.feed');
    if (campaign.status === 'draft') throw new Problem('NOT_OPEN_YET');
    if (campaign.status === 'closed') throw new Problem('ALREADY_CLOSED');
    const read = readRows(body);
    const codes = await this.projects(campaign, read.rows);
    const errors = [...read.errors, ...read.rows.flatMap((row) => this.wrongWith(row, campaign.fiscalYear, codes) ?? [])];
    const refused = new Set(errors.map(({ path }) => /^body\.(?:rows\.\d+|csv:\d+)/.exec(path)![0]));
    const good = read.rows.filter(({ at }) => !refused.has(at));
    const figures = good.map(({ project, day, executed }) => ({ project: codes.get(project)!, day, executed }));
    const { outcomes, warnings } = await this.execution.feed({ campaign: id, origin: body.origin, actor: viewer.person, figures });
    const count = (outcome: (typeof outcomes)[number]): number => outcomes.filter((it) => it === outcome).length;
    const counts = { accepted: count('accepted'), corrected: count('corrected'), unchanged: count('unchanged') };
    return { ...counts, refused: refused.size, warnings, errors };
  }

  /** Ids of the projects of the campaign's year by their code. */
  private async projects(
    { district, fiscalYear }: { readonly district: string; readonly fiscalYear: number },
    rows: readonly ReadRow[],
  ): Promise<ReadonlyMap<string, string>> {
    const found: { id: string; code: string }[] = await this.source.query(
      `select id, code from project where district_id = $1 and fiscal_year = $2 and status = 'active' and code = any ($3)`,
      [district, fiscalYear, rows.map(({ project }) => project)],
    );
    return new Map(found.map(({ id, code }) => [code, id]));
  }

  private wrongWith({ at, project, day }: ReadRow, fiscalYear: number, codes: ReadonlyMap<string, string>): FieldError | null {
    if (!codes.has(project))
      return wrong(at, 'project', 'UNKNOWN', '本年度没有此编码的项目', 'there is no project of this code in the year');
    if (!day.startsWith(String(fiscalYear))) return wrong(at, 'day', 'OTHER_YEAR', '日期不在预算年度之内', 'not a day of the budget year');
    return day > todayOf(this.clock) ? wrong(at, 'day', 'FUTURE', '日期尚未到来', 'the day has not come yet') : null;
  }
}

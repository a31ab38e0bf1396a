import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { idleFunds } from '#domain/monitoring/idle-funds.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { readList } from '#persistence/reading/list.js';
import type { ListQuery } from '#persistence/reading/list.js';
import * as lists from '#persistence/reading/monitoring.js';
import type { IdleRow } from '#persistence/reading/monitoring.js';
import { Campaigns } from '../campaigns/campaigns.js';

/** What dual monitoring shows: figures by day, lights, idle funds. Read only. */
@Injectable()
export class Monitoring {
  constructor(
    private readonly source: DataSource,
    private readonly campaigns: Campaigns,
  ) {}

  execution = (viewer: Viewer, query: ListQuery) => readList(this.source, lists.EXECUTION_LIST, viewer, query);
  lights = (viewer: Viewer, query: ListQuery) => readList(this.source, lists.LIGHT_LIST, viewer, query);

  async idle(viewer: Viewer, campaign: string, query: ListQuery) {
    await this.campaigns.get(viewer, campaign);
    const { items, next } = await readList<IdleRow>(this.source, lists.IDLE_LIST, viewer, { ...query, campaign });
    return { items: items.map(explained), next };
  }

  async progress(viewer: Viewer, campaign: string, query: ListQuery) {
    await this.campaigns.get(viewer, campaign);
    return readList(this.source, lists.PROGRESS_LIST, viewer, { ...query, campaign });
  }
}

const explained = ({ report, executedFrom, ...row }: IdleRow) => {
  const origins = {
    budget: { document: `project/${row.project}` },
    forecast: { document: `document/${report}` },
    ...(executedFrom === null ? {} : { executed: { document: executedFrom } }),
  };
  return { ...row, idle: idleFunds({ ...row, origins }) };
};

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Problem } from '#contracts/errors/problem.js';
import { readLibrary, valueUnfit } from '#contracts/import/indicator-library.js';
import { valueFits } from '#domain/target-filing/library.js';
import type { EntryFields } from '#domain/target-filing/library.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { IndicatorEntryRepository } from '#persistence/campaign/indicator-entry.repository.js';
import type { PutEntry } from '#persistence/campaign/indicator-entry.repository.js';
import { ENTRY_LIST } from '#persistence/reading/indicator-library.js';
import { readList, readOne } from '#persistence/reading/list.js';
import type { ListQuery } from '#persistence/reading/list.js';
import { Clock } from '#platform/clock.js';
import { Trail } from '../http/trail.js';
import { administers } from '../organisation/administers.js';
import { putEntries } from './put-entries.js';

interface EntryRow extends EntryFields {
  readonly id: string;
  readonly district: string;
  readonly version: number;
}

/** 指标库 of a district, maintained by its bureau. What changes stands in the audit stream indicator-library/{district}. */
@Injectable()
export class IndicatorLibrary {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly trail: Trail,
    private readonly entries: IndicatorEntryRepository,
  ) {}

  list = (viewer: Viewer, query: ListQuery) => readList(this.source, ENTRY_LIST, viewer, query);

  async get(viewer: Viewer, id: string): Promise<EntryRow> {
    const row = await readOne<EntryRow>(this.source, ENTRY_LIST, viewer, id);
    if (!row) throw new Problem('NOT_FOUND');
    return row;
  }

  /** @throws Problem CONFLICT when the district has an entry of these names already */
  async add(viewer: Viewer, { district, ...fields }: EntryFields & { readonly district: string }) {
    const [put] = await this.put(viewer, district, [fields], (entries) => {
      if (entries[0]?.version !== 1) throw new Problem('CONFLICT', { constraint: 'indicator_entry_name_uk' });
    });
    return this.get(viewer, put!.id);
  }

  async change(viewer: Viewer, id: string, version: number, change: Partial<EntryFields> & { readonly active?: boolean }) {
    const present = await this.get(viewer, id);
    const { district } = present;
    administers(viewer, district);
    if (!valueFits({ ...present, ...change })) throw new Problem('INVALID', {}, [valueUnfit('body.usualValue')]);
    await this.source.transaction(async (manager) => {
      const done = await this.entries.change(manager, { id, version }, change, new Date(this.clock.now()));
      if (!done) throw new Problem('VERSION_STALE');
      const detail = { entry: id, version: version + 1, ...change };
      await this.trail.append(manager, { ...this.inStream(viewer, district), type: 'changeIndicatorEntry', detail });
    });
    return this.get(viewer, id);
  }

  /** @throws Problem NOT_ACCEPTED with every wrong cell, unless the good rows are to be taken */
  async import(viewer: Viewer, district: string, csv: string, acceptGood: boolean) {
    administers(viewer, district);
    const { entries, errors } = readLibrary(csv);
    if (errors.length > 0 && !acceptGood) {
      throw new Problem(
        'NOT_ACCEPTED',
        {},
        errors.slice(0, 100).map((it) => ({ ...it, path: `body.csv.${it.path}` })),
      );
    }
    const put = await this.put(
      viewer,
      district,
      entries.map(({ entry }) => entry),
    );
    const added = put.filter(({ version }) => version === 1).length;
    return { added, changed: put.length - added, unchanged: entries.length - put.length, errors };
  }

  private async put(viewer: Viewer, district: string, entries: readonly EntryFields[], check?: (put: readonly PutEntry[]) => void) {
    administers(viewer, district);
    return this.source.transaction(async (manager) => {
      const at = new Date(this.clock.now());
      const put = await putEntries(manager, this.entries, { district, entries, actor: viewer.person, at });
      check?.(put);
      return put;
    });
  }

  private inStream(viewer: Viewer, district: string) {
    return { stream: `indicator-library/${district}`, district, actor: viewer.person };
  }
}

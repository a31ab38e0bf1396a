import type { Readable } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { csvOf } from '#contracts/csv.js';
import { MOST_ROWS } from '#contracts/import/csv-table.js';
import { Problem } from '#contracts/errors/problem.js';
import type { FieldError } from '#contracts/errors/problem.js';
import { HEADS, readLibraryTable } from '#contracts/import/indicator-library.js';
import type { ReadEntry } from '#contracts/import/indicator-library.js';
import { FILE_KINDS } from '#platform/files/file-kinds.js';
import { MOST_TABLE_BYTES, readTable } from '#platform/tables/read-table.js';
import type { EntryFields, LibraryEntry } from '#domain/target-filing/library.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { IndicatorEntryRepository } from '#persistence/campaign/indicator-entry.repository.js';
import { ENTRY_LIST, readSectors } from '#persistence/reading/indicator-library.js';
import { readList } from '#persistence/reading/list.js';
import { Clock } from '#platform/clock.js';
import { asDownload } from '../http/as-download.js';
import { readFile } from '../http/read-file.js';
import { administers } from '../organisation/administers.js';
import { FIELDS, libraryWorkbook } from './library-workbook.js';
import { judged, putEntries } from './put-entries.js';

/** Wrong cells that are named in one answer. */
const MOST_NAMED = 500;

type Filters = Readonly<Partial<Record<'q' | 'district' | 'sector' | 'level1', string | undefined>>>;

const download = (bytes: Buffer, type: string, name: string): StreamableFile =>
  new StreamableFile(bytes, { type, length: bytes.length, disposition: asDownload(name) });

const sortKey = (it: EntryFields): string => JSON.stringify([it.sector, it.level1, it.level2, it.level3]);

/** `row 3.level1` as people look for it: the third row, the column 一级指标. */
const named = ({ path, code, zh, en, quote }: FieldError) => {
  const [, row, field] = /^row (\d+)(?:\.(\w+))?/.exec(path) ?? [];
  return { row: Number(row ?? 1), column: HEADS[field as keyof EntryFields] ?? null, value: quote ?? null, code, zh, en };
};

/** Files of the indicator library: the template, a file that is checked and taken, the library as a file of the same form. */
@Injectable()
export class EntryFiles {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly library: IndicatorEntryRepository,
  ) {}

  /**
   * With `check` says what would become of each row, and writes nothing; otherwise takes the file as a whole.
   * @throws Problem NOT_ACCEPTED naming wrong cells, and nothing is taken
   */
  async receive(viewer: Viewer, { district, check }: { readonly district: string; readonly check: boolean }, file: Readable) {
    administers(viewer, district);
    const { entries, errors } = readLibraryTable(await readTable(await readFile(file, MOST_TABLE_BYTES)));
    if (errors.length > 0 && !check) {
      const first = errors.slice(0, MOST_NAMED).map((it) => ({ ...it, path: `file.${it.path}` }));
      throw new Problem('NOT_ACCEPTED', {}, first);
    }
    return this.source.transaction(async (manager) => {
      if (!check) await this.library.hold(manager, district);
      const answer = this.outcome(entries, errors, await this.library.byName(manager, district));
      if (check) return { taken: false, ...answer };
      const at = new Date(this.clock.now());
      await putEntries(manager, this.library, { district, entries: entries.map(({ entry }) => entry), actor: viewer.person, at });
      return { taken: true, ...answer };
    });
  }

  async template(viewer: Viewer): Promise<StreamableFile> {
    const sectors = await readSectors(this.source, viewer, undefined);
    const bytes = await libraryWorkbook(
      [],
      sectors.map(({ sector }) => sector),
    );
    return download(bytes, FILE_KINDS.xlsx.mediaType, '指标库模板.xlsx');
  }

  /** Entries in use, in the form that is taken back. */
  async export(viewer: Viewer, { format, ...filters }: Filters & { readonly format: 'xlsx' | 'csv' }): Promise<StreamableFile> {
    const query = { ...filters, active: true, limit: MOST_ROWS, sort: 'name' };
    const { items } = await readList<LibraryEntry>(this.source, ENTRY_LIST, viewer, query);
    const entries = [...items].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
    if (format === 'xlsx') {
      const sectors = [...new Set(entries.map(({ sector }) => sector))];
      return download(await libraryWorkbook(entries, sectors), FILE_KINDS.xlsx.mediaType, '指标库.xlsx');
    }
    const lines = [FIELDS.map((it) => HEADS[it]), ...entries.map((entry) => FIELDS.map((it) => entry[it]))];
    return download(Buffer.from(csvOf(lines)), 'text/csv; charset=utf-8', '指标库.csv');
  }

  async sectors(viewer: Viewer, district: string | undefined) {
    return { sectors: await readSectors(this.source, viewer, district) };
  }

  private outcome(entries: readonly ReadEntry[], errors: readonly FieldError[], present: ReadonlyMap<string, LibraryEntry>) {
    const rows = entries.map(({ row, entry }) => {
      const { as, before } = judged(entry, present);
      return { row, as, ...entry, before: as === 'changed' ? this.shown(before!) : null };
    });
    const count = (as: string): number => rows.filter((it) => it.as === as).length;
    const faults = errors.map(named);
    return {
      ...{ added: count('added'), changed: count('changed'), unchanged: count('unchanged') },
      wrong: new Set(faults.map(({ row }) => row)).size,
      rows,
      errors: faults.slice(0, MOST_NAMED),
    };
  }

  private shown({ operator, usualValue, measureUnit, source, active }: LibraryEntry) {
    return { operator, usualValue, measureUnit, source, active };
  }
}

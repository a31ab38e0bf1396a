import { z } from 'zod';
import { VALUE_UNFIT, entryFields } from '#contracts/import/indicator-library.js';
import { LEVEL1 } from '#domain/target-filing/content.js';
import { valueFits } from '#domain/target-filing/library.js';
import { byId, day, fieldError, flag, id, instant, listQuery, name, page, sentence, version } from './fields.js';
import { route } from './route.js';

const tag = 'indicator-library';

const entry = z
  .strictObject({ id, district: id, ...entryFields.shape, active: z.boolean(), version, changedAt: instant })
  .meta({ id: 'IndicatorEntry' });

const filters = { q: name.optional(), district: id.optional(), sector: name.optional(), level1: z.enum(LEVEL1).optional() };

export const listEntries = route({
  id: 'listIndicatorEntries',
  method: 'get',
  path: '/indicator-library',
  tag,
  summary: '指标库 The indicator library, searched by name, sector or source',
  action: 'library.read',
  query: listQuery(['name', '-name'], {
    ...filters,
    active: flag.optional(),
  }),
  answer: page(entry),
});

export const getEntry = route({
  id: 'getIndicatorEntry',
  method: 'get',
  path: '/indicator-library/{entry}',
  tag,
  summary: '指标 One entry of the library',
  action: 'library.read',
  params: byId('entry'),
  answer: entry,
  etag: true,
});

export const addEntry = route({
  id: 'addIndicatorEntry',
  method: 'post',
  path: '/indicator-library',
  tag,
  summary: '新增指标 Add an entry to the library of a district',
  action: 'library.write',
  body: z.strictObject({ district: id, ...entryFields.shape }).refine(valueFits, VALUE_UNFIT),
  answer: entry,
  status: 201,
  etag: true,
});

export const changeEntry = route({
  id: 'changeIndicatorEntry',
  method: 'patch',
  path: '/indicator-library/{entry}',
  tag,
  summary: '修改指标 Change an entry, or take it out of use; filings keep what they copied',
  action: 'library.write',
  params: byId('entry'),
  body: z.strictObject({ ...entryFields.partial().shape, active: z.boolean().optional() }),
  answer: entry,
  etag: true,
  ifMatch: true,
});

export const importEntries = route({
  id: 'importIndicatorEntries',
  method: 'post',
  path: '/indicator-library/import',
  tag,
  summary: '导入指标库 Import a CSV file: all of it, or with acceptGood its good rows; every wrong cell is named by its row',
  action: 'library.write',
  body: z.strictObject({ district: id, csv: z.string().min(1).max(900_000), acceptGood: z.boolean().default(false) }),
  answer: z.strictObject({
    added: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    errors: z.array(fieldError),
  }),
});

export const listSectors = route({
  id: 'listIndicatorSectors',
  method: 'get',
  path: '/indicator-library/sectors',
  tag,
  summary: '行业 The sectors of the library, with how many entries of each are in use',
  action: 'library.read',
  query: z.strictObject({ district: id.optional() }),
  answer: z.strictObject({ sectors: z.array(z.strictObject({ sector: z.string(), entries: z.int() })) }).meta({ id: 'IndicatorSectors' }),
});

export const downloadTemplate = route({
  id: 'downloadIndicatorTemplate',
  method: 'get',
  path: '/indicator-library/template',
  tag,
  summary: '模板 The workbook to be filled in (.xlsx): printed heads, lists to choose from, what belongs in each column',
  action: 'library.write',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  status: 200,
});

export const exportEntries = route({
  id: 'exportIndicatorEntries',
  method: 'get',
  path: '/indicator-library/export',
  tag,
  summary: '导出指标库 Entries in use as a workbook or CSV, in the form that is taken back',
  action: 'library.read',
  query: z.strictObject({ ...filters, format: z.enum(['xlsx', 'csv']).default('xlsx') }),
  mediaType: 'application/octet-stream',
  status: 200,
});

const taken = entryFields.omit({ sector: true, level1: true, level2: true, level3: true }).extend({ active: z.boolean() });

export const receiveEntries = route({
  id: 'receiveIndicatorFile',
  method: 'post',
  path: '/indicator-library/files',
  tag,
  summary: '导入文件 Take a workbook or CSV file as a whole; with check=true only say what would become of each row and what is wrong',
  action: 'library.write',
  query: z.strictObject({ district: id, check: flag.default(false) }),
  upload: true,
  answer: z
    .strictObject({
      taken: z.boolean(),
      added: z.int(),
      changed: z.int(),
      unchanged: z.int(),
      /** Rows in which something is wrong. */
      wrong: z.int(),
      rows: z.array(
        z.strictObject({
          row: z.int(),
          as: z.enum(['added', 'changed', 'unchanged']),
          ...entryFields.shape,
          /** What the library says now, of a row that changes it. */
          before: taken.nullable(),
        }),
      ),
      /** Rows are counted as a spreadsheet shows them; `column` by its printed head. */
      errors: z.array(
        z.strictObject({
          row: z.int(),
          column: z.string().nullable(),
          value: z.string().nullable(),
          code: z.string(),
          zh: z.string(),
          en: z.string(),
        }),
      ),
    })
    .meta({ id: 'IndicatorFile' }),
});

const weight = z.string().regex(/^\d{1,3}(\.\d{1,4})?$/, { error: '应为权重 (a weight is needed)' });

export const copyEntries = route({
  id: 'copyIndicatorEntries',
  method: 'post',
  path: '/documents/{document}/indicators',
  tag,
  summary: '引用指标 Copy entries of the library into a draft target, with where they come from, as its next version',
  action: 'documents.write',
  params: byId('document'),
  body: z.strictObject({
    entries: z
      .array(z.strictObject({ entry: id, weight, core: z.boolean().default(false), targetValue: sentence.optional() }))
      .min(1)
      .max(100),
  }),
  answer: z.strictObject({ document: id, version: z.int() }),
  etag: true,
  ifMatch: true,
});

export const listOrigins = route({
  id: 'listIndicatorOrigins',
  method: 'get',
  path: '/documents/{document}/indicator-origins',
  tag,
  summary: '指标来源 Which indicators of a target come from the library, and what changed since, here or there',
  action: 'documents.read',
  params: byId('document'),
  answer: z.strictObject({
    origins: z.array(
      z.strictObject({
        /** Index in `indicators`. */
        indicator: z.int(),
        entry: id,
        copiedVersion: z.int(),
        copiedOn: day,
        /** Null: there is no such entry. */
        presentVersion: z.int().nullable(),
        inUse: z.boolean(),
        source: z.string().nullable(),
        /** Fields in which the indicator is not what the entry says now. */
        departs: z.array(z.string()),
      }),
    ),
  }),
});

export const LIBRARY_ROUTES = [
  listEntries,
  listSectors,
  downloadTemplate,
  exportEntries,
  receiveEntries,
  getEntry,
  addEntry,
  changeEntry,
  importEntries,
  copyEntries,
  listOrigins,
];

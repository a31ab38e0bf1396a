import { z } from 'zod';
import { byId, id, instant, listQuery, page, version, yearFilter } from './fields.js';
import { route } from './route.js';

const tag = 'public';
const code = z.strictObject({ code: z.string().min(1).max(60) });
const hash = z.string().regex(/^[0-9a-fA-F]{64}$/, { error: '应为 SHA-256，64 位十六进制 (a SHA-256 is needed, 64 hexadecimal digits)' });

const head = {
  id,
  district: z.string(),
  districtName: z.string(),
  fiscalYear: z.int(),
  department: id,
  departmentName: z.string(),
  unit: id,
  unitName: z.string(),
  title: z.string(),
  /** What the duty list calls it; null where the policy had none. */
  label: z.string().nullable(),
  version,
  /** SHA-256 over the canonical JSON of its content: that of the downloaded JSON file, byte for byte. */
  hash: z.string(),
  publishedAt: instant,
};

export const listPublicDistricts = route({
  id: 'listPublicDistricts',
  method: 'get',
  path: '/public/districts',
  tag,
  summary: '公开门户 Districts that have published anything; without log-in',
  action: 'public',
  answer: z.strictObject({ items: z.array(z.strictObject({ code: z.string(), name: z.string(), publications: z.int() })) }),
});
export const getPublicDistrict = route({
  id: 'getPublicDistrict',
  method: 'get',
  path: '/public/districts/{code}',
  tag,
  summary: '公开门户 Years and departments of a district to choose from, with how much is public of each; without log-in',
  action: 'public',
  params: code,
  answer: z
    .strictObject({
      code: z.string(),
      name: z.string(),
      years: z.array(z.strictObject({ fiscalYear: z.int(), publications: z.int() })),
      departments: z.array(z.strictObject({ id, code: z.string(), name: z.string(), publications: z.int() })),
    })
    .meta({ id: 'PublicDistrict' }),
});
export const listPublicPublications = route({
  id: 'listPublicPublications',
  method: 'get',
  path: '/public/districts/{code}/publications',
  tag,
  summary: '公开门户 What a district has published, newest versions, by words, department, unit and year; without log-in',
  action: 'public',
  params: code,
  query: listQuery(['-publishedAt', 'publishedAt'], {
    q: z.string().trim().min(1).max(60).optional(),
    department: id.optional(),
    unit: id.optional(),
    fiscalYear: yearFilter.optional(),
  }),
  answer: page(z.strictObject({ ...head, projects: z.int() }).meta({ id: 'PublicPublicationLine' })),
});
export const getPublicPublication = route({
  id: 'getPublicPublication',
  method: 'get',
  path: '/public/publications/{publication}',
  tag,
  summary: '公开内容 One version of a publication: its content, the same as a table for reading and printing, all versions; without log-in',
  action: 'public',
  params: byId('publication'),
  answer: z
    .strictObject({
      ...head,
      /** Why it corrected the version before; null in the first. */
      reason: z.string().nullable(),
      place: z.string().nullable(),
      table: z.strictObject({ columns: z.array(z.string()), rows: z.array(z.array(z.string())) }),
      content: z.unknown(),
      versions: z.array(z.strictObject({ id, version, hash: z.string(), publishedAt: instant, reason: z.string().nullable() })),
    })
    .meta({ id: 'PublicPublication' }),
});
export const downloadPublicationJson = route({
  id: 'downloadPublicationJson',
  method: 'get',
  path: '/public/publications/{publication}/content.json',
  tag,
  summary: '下载 The content as canonical JSON; the SHA-256 of the file is the hash of the publication; without log-in',
  action: 'public',
  params: byId('publication'),
  mediaType: 'application/json',
  status: 200,
});
export const downloadPublicationCsv = route({
  id: 'downloadPublicationCsv',
  method: 'get',
  path: '/public/publications/{publication}/content.csv',
  tag,
  summary: '下载 The table as CSV (UTF-8 with byte order mark); without log-in',
  action: 'public',
  params: byId('publication'),
  mediaType: 'text/csv',
  status: 200,
});

const verdict = z
  .strictObject({
    hash: z.string(),
    matches: z.array(z.strictObject({ ...head, newest: z.boolean() })),
  })
  .meta({ id: 'PublicationVerification' });

export const verifyPublicationHash = route({
  id: 'verifyPublicationHash',
  method: 'post',
  path: '/public/verifications',
  tag,
  summary: '核验 Which version of which publication has this hash; none, if it was not published so; without log-in',
  action: 'public',
  body: z.strictObject({ hash }),
  answer: verdict,
  status: 200,
});
export const verifyPublicationFile = route({
  id: 'verifyPublicationFile',
  method: 'post',
  path: '/public/verifications/file',
  tag,
  summary: '核验 Which version of which publication this JSON file is, however it is laid out; nothing of it is kept; without log-in',
  action: 'public',
  upload: true,
  answer: verdict,
  status: 200,
});

export const PUBLIC_ROUTES = [
  listPublicDistricts,
  getPublicDistrict,
  listPublicPublications,
  getPublicPublication,
  downloadPublicationJson,
  downloadPublicationCsv,
  verifyPublicationHash,
  verifyPublicationFile,
];

import { z } from 'zod';
import { DISCLOSED } from '#domain/policy/disclosure-policy.js';
import { byId, day, flag, id, instant, json, listQuery, page, sentence, version, yearFilter } from './fields.js';
import { route } from './route.js';

const tag = 'publications';
const of = { campaign: id.optional(), department: id.optional(), duty: z.string().max(40).optional() };

const publication = z
  .strictObject({
    id,
    district: id,
    fiscalYear: z.int(),
    unit: id,
    unitName: z.string(),
    title: z.string(),
    content: json,
    hash: z.string(),
    publishedAt: instant,
    version,
    /** Why it was corrected; null in the first version. */
    reason: z.string().nullable(),
  })
  .meta({ id: 'Publication' });

export const listPublications = route({
  id: 'listPublications',
  method: 'get',
  path: '/publications',
  tag,
  summary: '公开 What is disclosed, each in its newest version; without log-in',
  action: 'public',
  query: listQuery(['-publishedAt', 'publishedAt'], { district: id.optional(), fiscalYear: yearFilter.optional(), unit: id.optional() }),
  answer: page(publication),
});
export const listPublicationVersions = route({
  id: 'listPublicationVersions',
  method: 'get',
  path: '/publications/{publication}/versions',
  tag,
  summary: '公开版本 Every version of a publication with its hash, its day and why it was corrected; without log-in',
  action: 'public',
  params: byId('publication'),
  query: listQuery(['version', '-version'], {}),
  answer: page(publication),
});
export const correctPublication = route({
  id: 'correctPublication',
  method: 'post',
  path: '/publications/{publication}/corrections',
  tag,
  summary: '更正公开 Publish what is on record now as the next version; the earlier ones stay',
  action: 'publications.correct',
  params: byId('publication'),
  body: z.strictObject({ reason: sentence }),
  answer: z.strictObject({ id, version, hash: z.string() }).meta({ id: 'PublicationCorrection' }),
  status: 201,
  idempotent: true,
});
export const listDisclosureDuties = route({
  id: 'listDisclosureDuties',
  method: 'get',
  path: '/disclosure-duties',
  tag,
  summary: '公开责任清单 What each unit must make public by when, and what became of it',
  action: 'disclosure.read',
  query: listQuery(['dueOn', '-dueOn'], { ...of, unit: id.optional(), published: flag.optional() }),
  answer: page(
    z
      .strictObject({
        document: id,
        campaign: id,
        duty: z.string(),
        label: z.string(),
        what: z.array(z.enum(DISCLOSED)),
        unit: id,
        unitName: z.string(),
        department: id,
        departmentName: z.string(),
        dueOn: day,
        status: z.string(),
        publishedAt: instant.nullable(),
        /** Null while it is not published. */
        late: z.boolean().nullable(),
        publication: id.nullable(),
        version: version.nullable(),
        hash: z.string().nullable(),
      })
      .meta({ id: 'DisclosureDuty' }),
  ),
});
export const listDisclosureCoverage = route({
  id: 'listDisclosureCoverage',
  method: 'get',
  path: '/disclosure-coverage',
  tag,
  summary: '公开覆盖率 Published against due, by department and duty; per cent with two decimals',
  action: 'disclosure.read',
  query: listQuery(['departmentCode', '-departmentCode'], of),
  answer: page(
    z
      .strictObject({
        campaign: id,
        department: id,
        departmentName: z.string(),
        duty: z.string(),
        label: z.string(),
        duties: z.int(),
        published: z.int(),
        late: z.int(),
        rate: z.string(),
      })
      .meta({ id: 'DisclosureCoverage' }),
  ),
});

export const DISCLOSURE_ROUTES = [
  listPublications,
  listPublicationVersions,
  correctPublication,
  listDisclosureDuties,
  listDisclosureCoverage,
];

import { z } from 'zod';
import { byId, flag, id, instant, json, listQuery, page } from './fields.js';
import { route } from './route.js';

const tag = 'documents';
const person = { by: id.nullable(), byName: z.string().nullable() };

const version = z
  .strictObject({
    version: z.int(),
    savedAt: instant,
    savedBy: id.nullable(),
    savedByName: z.string().nullable(),
    /** What happened to it, in order. */
    marks: z.array(
      z.strictObject({
        mark: z.enum(['filed', 'withdrawn', 'passed', 'returned', 'rejected', 'approved', 'cancelled']),
        at: instant,
        round: z.int(),
        ...person,
      }),
    ),
  })
  .meta({ id: 'DocumentVersion' });

export const listVersions = route({
  id: 'listVersions',
  method: 'get',
  path: '/documents/{document}/versions',
  tag,
  summary: '版本 Every saved version of the content, and which of them were filed, returned, approved',
  action: 'documents.read',
  params: byId('document'),
  query: listQuery(['-version', 'version'], {}),
  answer: page(version),
});

export const getVersion = route({
  id: 'getVersion',
  method: 'get',
  path: '/documents/{document}/versions/{version}',
  tag,
  summary: '某一版本 The content of one version',
  action: 'documents.read',
  params: z.strictObject({ document: id, version: z.coerce.number().int().min(1).max(1_000_000_000) }),
  answer: z.strictObject({ document: id, version: z.int(), savedAt: instant, savedBy: id.nullable(), content: json }),
});

/** A version by its number or by what it is: `approved` is, of a filing after an adjustment, what was approved before. */
const which = z.union([z.coerce.number().int().min(1).max(1_000_000_000), z.enum(['latest', 'filed', 'reviewed', 'approved'])]);
const end = z.strictObject({ document: id, version: z.int(), savedAt: instant }).nullable();

export const getDifference = route({
  id: 'getDifference',
  method: 'get',
  path: '/documents/{document}/difference',
  tag,
  summary: '逐字段对比 What changed between two versions, field by field; by default since one last reviewed it',
  action: 'documents.read',
  params: byId('document'),
  query: z.strictObject({ from: which.optional(), to: which.default('latest') }),
  answer: z
    .strictObject({
      /** Null: there is nothing to compare with, all of it is new. */
      from: end,
      to: end,
      changes: z.array(
        z.strictObject({
          path: z.string(),
          /** Its path in the older content. */
          was: z.string().nullable(),
          label: z.string(),
          kind: z.enum(['added', 'removed', 'changed']),
          before: json,
          after: json,
        }),
      ),
    })
    .meta({ id: 'Difference' }),
});

const comment = z
  .strictObject({
    sequence: z.int(),
    number: z.int(),
    at: instant,
    ...person,
    verdict: z.enum(['approve', 'return', 'reject']),
    round: z.int(),
    /** The version that it is about. */
    version: z.int().nullable(),
    /** A path in that version; null: the document as a whole. */
    field: z.string().nullable(),
    label: z.string().nullable(),
    text: z.string(),
    /** Not answered by a new filing yet. */
    open: z.boolean(),
    /** Did the field change since, filed or not? Null where it cannot be told. */
    changed: z.boolean().nullable(),
  })
  .meta({ id: 'ReviewComment' });

export const listComments = route({
  id: 'listReviewComments',
  method: 'get',
  path: '/documents/{document}/review-comments',
  tag,
  summary: '审核意见 The reviewers’ comments by field; with open=true those that no new filing has answered',
  action: 'documents.read',
  params: byId('document'),
  query: listQuery(['sequence', '-sequence'], { open: flag.optional() }),
  answer: page(comment),
});

export const VERSION_ROUTES = [listVersions, getVersion, getDifference, listComments];

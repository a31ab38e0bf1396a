import { z } from 'zod';
import { id } from './fields.js';
import { route } from './route.js';

export const SEARCHED = ['project', 'unit', 'document', 'finding', 'agency', 'person'] as const;
export type Searched = (typeof SEARCHED)[number];

const kind = z.enum(SEARCHED);

const hit = z
  .strictObject({
    kind,
    id,
    /** What it is called: a project's or unit's name, a document's title, a finding's words. */
    name: z.string(),
    code: z.string().nullable(),
    /** Where it belongs, in words: the unit of a project, the department of a unit, the project of a finding, a person's roles. */
    detail: z.string().nullable(),
    status: z.string().nullable(),
    fiscalYear: z.int().nullable(),
    campaign: id.nullable(),
    unit: id.nullable(),
    project: id.nullable(),
    evaluation: id.nullable(),
    /** The document to open: itself, or the item of a finding. */
    document: id.nullable(),
  })
  .meta({ id: 'SearchHit' });

export type SearchHit = z.output<typeof hit>;

export const searchAll = route({
  id: 'searchAll',
  method: 'get',
  path: '/search',
  tag: 'search',
  summary: '全局搜索 Projects, units, documents, findings, agencies and people that the caller may see; the best of each kind',
  action: 'session.own',
  query: z.strictObject({
    q: z.string().trim().min(1).max(60),
    kind: kind.optional(),
    /** Of each kind. */
    limit: z.coerce.number().int().min(1).max(50).default(6),
  }),
  answer: z.strictObject({
    items: z.array(hit),
    /** Kinds of which there is more than was answered. */
    more: z.array(kind),
  }),
});

export const SEARCH_ROUTES = [searchAll];

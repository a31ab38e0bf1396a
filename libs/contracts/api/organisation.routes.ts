import { z } from 'zod';
import { STAGES } from '#domain/stage/stage.js';
import { amount, byId, day, fiscalYear, id, instant, listQuery, name, page, sentence } from './fields.js';
import { route } from './route.js';

const tag = 'organisation';
const kind = z.enum(['transfer-project', 'cancel-project', 'split-project', 'merge-projects', 'dissolve-unit']);

const organisationChange = z
  .strictObject({
    id,
    district: id,
    kind,
    project: id.nullable(),
    projectName: z.string().nullable(),
    unit: id,
    unitName: z.string(),
    successor: id.nullable(),
    successorName: z.string().nullable(),
    reason: z.string(),
    askedBy: id,
    at: instant,
    followedAt: instant.nullable(),
    /** Which project came of which. */
    lineage: z.array(
      z.strictObject({ from: id, fromCode: z.string(), fromName: z.string(), to: id, toCode: z.string(), toName: z.string() }),
    ),
  })
  .meta({ id: 'OrganisationChange' });

const answer = z
  .strictObject({ change: id, moved: z.int(), reopened: z.int(), cancelled: z.int(), arrived: z.array(id).optional() })
  .meta({ id: 'OrganisationChangeAnswer' });

const change = <const N extends string, const P extends string, const I extends string, B extends z.ZodType>(
  name: N,
  path: P,
  of: I,
  summary: string,
  body: B,
) =>
  route({ id: name, method: 'post', path, tag, summary, action: 'organisation.change', params: byId(of), body, answer, idempotent: true });

export const transferProject = change(
  'transferProject',
  '/projects/{project}/transfer',
  'project',
  '项目划转 Another unit takes the project over, with all that is open about it',
  z.strictObject({ unit: id, reason: sentence }),
);
export const cancelProject = change(
  'cancelProject',
  '/projects/{project}/cancellation',
  'project',
  '项目撤销 Cancel a project: what is open about it is cancelled with the reason',
  z.strictObject({ reason: sentence }),
);
const code = z.string().trim().min(1).max(60);
const parts = z
  .array(z.strictObject({ code, name, unit: id.optional(), budget: amount, executed: amount.optional() }))
  .min(2)
  .max(20);
const projects = z
  .array(id)
  .min(2)
  .max(20)
  .refine((all) => new Set(all).size === all.length, { error: '同一项目出现两次 (a project occurs twice)' });
export const splitProject = change(
  'splitProject',
  '/projects/{project}/split',
  'project',
  '项目拆分 Split a project: its parts share its budget and what was spent to the fen, and begin where the year stands',
  z.strictObject({ parts, reason: sentence }),
);
export const mergeProjects = route({
  id: 'mergeProjects',
  method: 'post',
  path: '/projects/merge',
  tag,
  summary: '项目合并 Merge projects of one year into a new one, which has what they had together',
  action: 'organisation.change',
  body: z.strictObject({ projects, code, name, unit: id, reason: sentence }),
  answer,
  idempotent: true,
});
export const dissolveUnit = change(
  'dissolveUnit',
  '/units/{unit}/dissolution',
  'unit',
  '单位撤并 Dissolve a unit: its successor takes over its projects, the units below it and all that is open',
  z.strictObject({ successor: id, reason: sentence }),
);

const effect = z
  .strictObject({
    obligation: id,
    /** `moved`: another owes it as it stands; `reopened`: opened anew for another; `cancelled`: nobody owes it; `opened`: owed for the first time. */
    follows: z.enum(['moved', 'reopened', 'cancelled', 'opened']),
    title: z.string(),
    stage: z.string(),
    stageName: z.enum(STAGES),
    /** Who owes it afterwards. */
    unitName: z.string().nullable(),
    agencyName: z.string().nullable(),
    dueOn: day,
    /** Documents that are concerned. */
    documents: z.int(),
    people: z.array(z.string()),
  })
  .meta({ id: 'ForeseenEffect' });
export const foreseenChange = z
  .strictObject({
    effects: z.array(effect),
    /** Everybody who would be told, and by how many messages. */
    told: z.strictObject({ people: z.int(), messages: z.int() }),
    /** Projects that belong elsewhere afterwards, end, or begin. */
    projects: z.int(),
  })
  .meta({ id: 'ForeseenChange' });
export const previewOrganisationChange = route({
  id: 'previewOrganisationChange',
  method: 'post',
  path: '/organisation-changes/preview',
  tag,
  summary:
    '变动预览 What a change would do to everything that is open, and whom it would tell; refused as the change itself; nothing is stored',
  action: 'organisation.change',
  body: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('transfer-project'), project: id, unit: id }),
    z.strictObject({ kind: z.literal('cancel-project'), project: id }),
    z.strictObject({ kind: z.literal('split-project'), project: id, parts }),
    z.strictObject({ kind: z.literal('merge-projects'), projects, code, name, unit: id }),
    z.strictObject({ kind: z.literal('dissolve-unit'), unit: id, successor: id }),
  ]),
  answer: foreseenChange,
});
export const createProject = route({
  id: 'createProject',
  method: 'post',
  path: '/projects',
  tag: 'projects',
  summary: '新增项目 Add a project of a year, with the document that its budget comes from; the year takes it up by a command of its own',
  action: 'projects.write',
  body: z.strictObject({
    unit: id,
    fiscalYear,
    code,
    name,
    attribute: z.enum(['new', 'continuing']).default('new'),
    class: z.enum(['ordinary', 'key']).default('ordinary'),
    budget: amount,
    source: sentence,
  }),
  answer: z.strictObject({ project: id }),
  status: 201,
  idempotent: true,
});
export const listOrganisationChanges = route({
  id: 'listOrganisationChanges',
  method: 'get',
  path: '/organisation-changes',
  tag,
  summary: '机构与项目变动 Projects transferred or cancelled and units dissolved',
  action: 'organisation.read',
  query: listQuery(['-at', 'at'], {
    district: id.optional(),
    kind: kind.optional(),
    /** Whose change it was, or which came or ended by it. */
    project: id.optional(),
    unit: id.optional(),
  }),
  answer: page(organisationChange),
});

export const ORGANISATION_ROUTES = [
  createProject,
  transferProject,
  cancelProject,
  splitProject,
  mergeProjects,
  dissolveUnit,
  previewOrganisationChange,
  listOrganisationChanges,
];

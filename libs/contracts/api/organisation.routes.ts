import { z } from 'zod';
import { byId, id, instant, listQuery, page, sentence } from './fields.js';
import { route } from './route.js';

const tag = 'organisation';
const kind = z.enum(['transfer-project', 'cancel-project', 'dissolve-unit']);

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
  })
  .meta({ id: 'OrganisationChange' });

const answer = z
  .strictObject({ change: id, moved: z.int(), reopened: z.int(), cancelled: z.int() })
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
export const dissolveUnit = change(
  'dissolveUnit',
  '/units/{unit}/dissolution',
  'unit',
  '单位撤并 Dissolve a unit: its successor takes over its projects, the units below it and all that is open',
  z.strictObject({ successor: id, reason: sentence }),
);
export const listOrganisationChanges = route({
  id: 'listOrganisationChanges',
  method: 'get',
  path: '/organisation-changes',
  tag,
  summary: '机构与项目变动 Projects transferred or cancelled and units dissolved',
  action: 'organisation.read',
  query: listQuery(['-at', 'at'], { district: id.optional(), kind: kind.optional(), project: id.optional(), unit: id.optional() }),
  answer: page(organisationChange),
});

export const ORGANISATION_ROUTES = [transferProject, cancelProject, dissolveUnit, listOrganisationChanges];

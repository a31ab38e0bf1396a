import { z } from 'zod';
import { byId, day, email, flag, id, listQuery, name, page, version } from './fields.js';
import { route } from './route.js';
import { grant, grantFields, role } from './session.routes.js';

const tag = 'people';
const personFields = { email, name, phone: z.string().max(40).nullable(), language: z.enum(['zh', 'en']), district: id.nullable() };

export const person = z
  .strictObject({ id, ...personFields, email: z.string(), active: z.boolean(), version, grants: z.array(grant) })
  .meta({ id: 'Person' });

/** The password is shown this once. */
const withPassword = z.strictObject({ ...person.shape, password: z.string() }).meta({ id: 'PersonWithPassword' });

export const listPeople = route({
  id: 'listPeople',
  method: 'get',
  path: '/people',
  tag,
  summary: '人员 People whom the caller may see',
  action: 'people.read',
  query: listQuery(['name', '-name', 'email', '-email'], {
    q: name.optional(),
    role: role.optional(),
    active: flag.optional(),
    unit: id.optional(),
  }),
  answer: page(person),
});
export const getPerson = route({
  id: 'getPerson',
  method: 'get',
  path: '/people/{person}',
  tag,
  summary: '人员详情 One person',
  action: 'people.read',
  params: byId('person'),
  answer: person,
  etag: true,
});
export const createPerson = route({
  id: 'createPerson',
  method: 'post',
  path: '/people',
  tag,
  summary: '新增人员 Add a person; answers a generated password once',
  action: 'people.write',
  body: z.strictObject({
    ...personFields,
    phone: personFields.phone.default(null),
    language: personFields.language.default('zh'),
    grants: z.array(z.strictObject(grantFields)).max(20).default([]),
  }),
  answer: withPassword,
  status: 201,
  etag: true,
});
export const changePerson = route({
  id: 'changePerson',
  method: 'patch',
  path: '/people/{person}',
  tag,
  summary: '修改人员 Change a person',
  action: 'people.write',
  params: byId('person'),
  body: z.strictObject(personFields).partial(),
  answer: person,
  etag: true,
  ifMatch: true,
});
export const deactivatePerson = route({
  id: 'deactivatePerson',
  method: 'post',
  path: '/people/{person}/deactivation',
  tag,
  summary: '停用 Deactivate: no log-in any more, sessions end',
  action: 'people.write',
  params: byId('person'),
  answer: person,
});
export const resetPassword = route({
  id: 'resetPassword',
  method: 'post',
  path: '/people/{person}/password-reset',
  tag,
  summary: '重置密码 A new generated password, shown once; sessions end, a lock is lifted',
  action: 'people.write',
  params: byId('person'),
  answer: withPassword,
});
export const addGrant = route({
  id: 'addGrant',
  method: 'post',
  path: '/people/{person}/grants',
  tag,
  summary: '授权 Give a role',
  action: 'people.write',
  params: byId('person'),
  body: z.strictObject(grantFields),
  answer: person,
  status: 201,
});
export const removeGrant = route({
  id: 'removeGrant',
  method: 'delete',
  path: '/people/{person}/grants/{grant}',
  tag,
  summary: '撤销授权 Take a role away',
  action: 'people.write',
  params: byId('person', 'grant'),
});
export const handOver = route({
  id: 'handOver',
  method: 'post',
  path: '/people/{person}/handover',
  tag,
  summary: '离职交接 Everything that waits for this person waits for another',
  action: 'people.handover',
  params: byId('person'),
  body: z.strictObject({ to: id }),
  answer: z.strictObject({ obligations: z.int(), closed: z.int() }),
  idempotent: true,
});

const delegation = z.strictObject({ id, from: id, to: id, toName: z.string(), fromOn: day, untilOn: day }).meta({ id: 'Delegation' });

export const listDelegations = route({
  id: 'listDelegations',
  method: 'get',
  path: '/people/{person}/delegations',
  tag,
  summary: '委托 Who acts for this person during absences; one’s own, or anyone’s for administrators',
  action: 'delegations.own',
  params: byId('person'),
  query: listQuery(['fromOn', '-fromOn'], {}),
  answer: page(delegation),
});
export const delegate = route({
  id: 'delegate',
  method: 'post',
  path: '/people/{person}/delegations',
  tag,
  summary: '委托 Somebody acts for this person from one day to another, both included',
  action: 'delegations.own',
  params: byId('person'),
  body: z.strictObject({ to: id, fromOn: day, untilOn: day }),
  answer: delegation,
  status: 201,
  idempotent: true,
});
export const endDelegation = route({
  id: 'endDelegation',
  method: 'delete',
  path: '/people/{person}/delegations/{delegation}',
  tag,
  summary: '终止委托 End a delegation',
  action: 'delegations.own',
  params: byId('person', 'delegation'),
  idempotent: true,
});

export const PEOPLE_ROUTES = [
  listPeople,
  getPerson,
  createPerson,
  changePerson,
  deactivatePerson,
  resetPassword,
  addGrant,
  removeGrant,
  handOver,
  listDelegations,
  delegate,
  endDelegation,
];

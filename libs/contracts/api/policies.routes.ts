import { z } from 'zod';
import { byId, fiscalYear, id, instant, json, listQuery, page, yearFilter } from './fields.js';
import { districtImportSchema } from '../import/district.schema.js';
import { route } from './route.js';

const tag = 'policies';
const policy = z
  .strictObject({ id, district: id, fiscalYear: z.int(), version: z.int(), hash: z.string(), createdAt: instant })
  .meta({ id: 'Policy' });
const wholePolicy = z.strictObject({ ...policy.shape, yaml: z.string(), content: json }).meta({ id: 'PolicyDocument' });
const yaml = z.string().min(1).max(200_000);

export const listPolicies = route({
  id: 'listPolicies',
  method: 'get',
  path: '/policies',
  tag,
  summary: '政策 Policies of a district, every version',
  action: 'policies.read',
  query: listQuery(['-createdAt', 'createdAt'], { district: id.optional(), fiscalYear: yearFilter.optional() }),
  answer: page(policy),
});
export const getPolicy = route({
  id: 'getPolicy',
  method: 'get',
  path: '/policies/{policy}',
  tag,
  summary: '政策全文 One policy',
  action: 'policies.read',
  params: byId('policy'),
  answer: wholePolicy,
});
export const addPolicy = route({
  id: 'addPolicy',
  method: 'post',
  path: '/policies',
  tag,
  summary: '提交政策 A policy, or a new version of one; refused with line and field when something is wrong',
  action: 'policies.write',
  body: z.strictObject({ yaml }),
  answer: wholePolicy,
  status: 201,
});
export const checkPolicy = route({
  id: 'checkPolicy',
  method: 'post',
  path: '/policies/check',
  tag,
  summary: '检查政策 Everything that is wrong with a policy; keeps nothing',
  action: 'policies.write',
  body: z.strictObject({ yaml }),
  answer: z.strictObject({
    problems: z.array(
      z.strictObject({
        code: z.string(),
        path: z.string(),
        line: z.int().optional(),
        column: z.int().optional(),
        zh: z.string(),
        en: z.string(),
      }),
    ),
    hash: z.string().nullable(),
    /** The policy as it was read, to be compared; null where its shape does not hold. */
    content: json,
  }),
});
export const importDistrict = route({
  id: 'importDistrict',
  method: 'post',
  path: '/imports',
  tag: 'organisation',
  summary: '导入 Import a district: organisation, projects, published results, findings; all or nothing',
  action: 'imports.write',
  body: districtImportSchema,
  answer: z
    .strictObject({ district: id, fiscalYear, counts: z.record(z.string(), z.strictObject({ created: z.int(), updated: z.int() })) })
    .meta({ id: 'ImportAnswer' }),
  status: 201,
});

export const POLICY_ROUTES = [listPolicies, getPolicy, addPolicy, checkPolicy, importDistrict];

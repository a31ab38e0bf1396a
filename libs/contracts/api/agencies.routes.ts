import { z } from 'zod';
import { CREDIT_GRADES, TIE_KINDS } from '#domain/key-evaluation/independence.js';
import { byId, day, flag, id, listQuery, name, page, sentence, version } from './fields.js';
import { route } from './route.js';

const tag = 'agencies';
const creditGrade = z.enum(CREDIT_GRADES);
const at = byId('agency');

const lead = z.strictObject({ id, name: z.string(), certificate: z.string(), active: z.boolean() }).meta({ id: 'LeadEvaluator' });
const tie = z
  .strictObject({ id, kind: z.enum(TIE_KINDS), unit: id.nullable(), fromOn: day, untilOn: day.nullable(), description: z.string() })
  .meta({ id: 'AgencyTie' });
const inRegister = {
  id,
  district: id,
  name: z.string(),
  active: z.boolean(),
  creditGrade: creditGrade.nullable(),
  /** How often its work was rated. */
  ratings: z.int(),
  version,
};
const registered = z.strictObject({ ...inRegister, leadEvaluators: z.array(lead), ties: z.array(tie) }).meta({ id: 'RegisteredAgency' });

export const listRegister = route({
  id: 'listAgencyRegister',
  method: 'get',
  path: '/agency-register',
  tag,
  summary: '机构名册 Register of agencies with their credit grades',
  action: 'agencies.read',
  query: listQuery(['name', '-name'], { district: id.optional(), active: flag.optional(), creditGrade: creditGrade.optional() }),
  answer: page(z.strictObject(inRegister).meta({ id: 'AgencyInRegister' })),
});
export const getRegistered = route({
  id: 'getRegisteredAgency',
  method: 'get',
  path: '/agencies/{agency}/register',
  tag,
  summary: '机构档案 One agency: lead evaluators, affiliations and advisory contracts',
  action: 'agencies.read',
  params: at,
  answer: registered,
  etag: true,
});
export const changeRegistered = route({
  id: 'changeRegisteredAgency',
  method: 'patch',
  path: '/agencies/{agency}/register',
  tag,
  summary: '停用、恢复机构或更正信用等级 Suspend, readmit, or correct the credit grade, with a reason',
  action: 'agencies.write',
  params: at,
  body: z
    .strictObject({ active: z.boolean().optional(), creditGrade: creditGrade.nullable().optional(), reason: sentence })
    .refine((it) => it.active !== undefined || it.creditGrade !== undefined, { error: '请给出要更正的内容 (say what changes)' }),
  answer: registered,
  etag: true,
  ifMatch: true,
});
export const addLeadEvaluator = route({
  id: 'addLeadEvaluator',
  method: 'post',
  path: '/agencies/{agency}/lead-evaluators',
  tag,
  summary: '登记主评人 Register a lead evaluator with the number of the certificate',
  action: 'agencies.write',
  params: at,
  body: z.strictObject({ name, certificate: name }),
  answer: lead,
  status: 201,
});
export const changeLeadEvaluator = route({
  id: 'changeLeadEvaluator',
  method: 'patch',
  path: '/agencies/{agency}/lead-evaluators/{lead}',
  tag,
  summary: '停用或恢复主评人 Suspend or readmit a lead evaluator',
  action: 'agencies.write',
  params: byId('agency', 'lead'),
  body: z.strictObject({ active: z.boolean(), reason: sentence }),
  answer: lead,
});
export const addTie = route({
  id: 'addAgencyTie',
  method: 'post',
  path: '/agencies/{agency}/ties',
  tag,
  summary: '登记隶属关系或咨询顾问合同 Register an affiliation or an advisory contract; without a unit it is with the bureau',
  action: 'agencies.write',
  params: at,
  body: z
    .strictObject({ kind: z.enum(TIE_KINDS), unit: id.nullable(), fromOn: day, untilOn: day.nullable(), description: sentence })
    .refine((it) => it.untilOn === null || it.untilOn >= it.fromOn, {
      path: ['untilOn'],
      error: '终止日不得早于起始日 (it cannot end before it begins)',
    }),
  answer: tie,
  status: 201,
});
export const endTie = route({
  id: 'endAgencyTie',
  method: 'patch',
  path: '/agencies/{agency}/ties/{tie}',
  tag,
  summary: '终止关系 An affiliation or contract has ended; it stays in the register',
  action: 'agencies.write',
  params: byId('agency', 'tie'),
  body: z.strictObject({ untilOn: day, reason: sentence }),
  answer: tie,
});

export const AGENCY_ROUTES = [listRegister, getRegistered, changeRegistered, addLeadEvaluator, changeLeadEvaluator, addTie, endTie];

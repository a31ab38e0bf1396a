import { z } from 'zod';
import { linkageBounds, linkageRules } from '../policy/linkage.schema.js';
import { byId, flag, id, instant, json, listQuery, money, name, page } from './fields.js';
import { route } from './route.js';

const tag = 'linkage-proposals';
const treatment = z.enum(['prioritise', 'maintain', 'compress', 'cancel']);
const project = { project: id, projectCode: z.string(), projectName: z.string() };
const inCampaign = { campaign: id.optional(), project: id.optional() };

const sum = { projects: z.int(), before: z.string(), after: z.string(), change: z.string() };
const oneSum = z.strictObject(sum);
const sums = {
  ...sum,
  byTreatment: z.strictObject({ prioritise: oneSum, maintain: oneSum, compress: oneSum, cancel: oneSum }),
  undecided: oneSum,
  overridden: z.int(),
};
const bound = z.strictObject({ atMost: z.string(), exceededBy: z.string() }).nullable();
const table = z.strictObject({ district: z.strictObject(sums), departments: z.array(z.strictObject({ department: id, ...sums })), bound });
const outcome = z.strictObject({ treatment: treatment.nullable(), after: z.string() });

export const listLinkage = route({
  id: 'listLinkage',
  method: 'get',
  path: '/linkage-proposals',
  tag,
  summary: '结果应用 Proposed and decided treatment in the next budget',
  action: 'linkage.read',
  query: listQuery(['projectCode', '-projectCode'], {
    ...inCampaign,
    department: id.optional(),
    treatment: treatment.optional(),
    overridden: flag.optional(),
  }),
  answer: page(
    z
      .strictObject({
        id,
        campaign: id,
        ...project,
        department: id,
        departmentName: z.string(),
        baseAmount: z.string(),
        proposedTreatment: z.string(),
        proposedAmount: z.string(),
        explanation: json,
        decidedTreatment: z.string().nullable(),
        decidedAmount: money,
        reason: z.string().nullable(),
        decidedBy: id.nullable(),
        decidedByName: z.string().nullable(),
        /** Who approved the decision; null where the policy asks for no approval. */
        approvedBy: id.nullable(),
        approvedByName: z.string().nullable(),
        /** Null while nothing is decided. */
        overridden: z.boolean().nullable(),
        decidedAt: instant.nullable(),
        carriedAt: instant.nullable(),
      })
      .meta({ id: 'LinkageProposal' }),
  ),
});
export const listLinkageComments = route({
  id: 'listLinkageComments',
  method: 'get',
  path: '/linkage-comments',
  tag,
  summary: '部门意见 What the departments said on the proposals, as filed; silence is consent',
  action: 'linkage.read',
  query: listQuery(['projectCode', '-projectCode'], {
    campaign: id.optional(),
    department: id.optional(),
    position: z.enum(['agree', 'object']).optional(),
  }),
  answer: page(
    z
      .strictObject({
        document: id,
        campaign: id,
        proposal: id,
        ...project,
        department: id,
        status: z.string(),
        position: z.enum(['agree', 'object']).nullable(),
        text: z.string().nullable(),
        changedAt: instant,
      })
      .meta({ id: 'LinkageComment' }),
  ),
});
export const listLinkageFollowUp = route({
  id: 'listLinkageFollowUp',
  method: 'get',
  path: '/linkage-follow-up',
  tag,
  summary: '结果应用后续 What was decided beside what the next year’s budget gave; amounts in yuan',
  action: 'linkage.read',
  query: listQuery(['projectCode', '-projectCode'], { ...inCampaign, department: id.optional(), differs: flag.optional() }),
  answer: page(
    z
      .strictObject({
        id,
        campaign: id,
        ...project,
        decidedTreatment: treatment,
        decidedAmount: z.string(),
        nextProject: id.nullable(),
        requestedAmount: money,
        approvedBudget: money,
        adjustedBudget: money,
        /** What was budgeted less what was decided; null while nothing is approved. */
        difference: money,
      })
      .meta({ id: 'LinkageFollowUp' }),
  ),
});
export const WHAT_IF_CHANGES = 500;
export const linkageWhatIf = route({
  id: 'linkageWhatIf',
  method: 'post',
  path: '/campaigns/{campaign}/linkage-what-if',
  tag,
  summary: '假设分析 What another linkage table would make of the year, beside the table in force; nothing is written',
  action: 'linkage.what-if',
  params: byId('campaign'),
  body: z.strictObject({ name, linkage: linkageRules.min(1), linkageBounds: linkageBounds.optional() }),
  answer: z
    .strictObject({
      name: z.string(),
      present: table,
      other: table,
      /** The sum after under the other table less that under the one in force. */
      difference: z.string(),
      changedProjects: z.int(),
      /** At most 500 of them, by project code. */
      changed: z.array(z.strictObject({ id, name: z.string(), from: outcome, to: outcome })).max(WHAT_IF_CHANGES),
    })
    .meta({ id: 'LinkageWhatIf' }),
});

export const LINKAGE_ROUTES = [listLinkage, listLinkageComments, listLinkageFollowUp, linkageWhatIf];

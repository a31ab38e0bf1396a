import { z } from 'zod';
import { SUBJECT_TYPES } from '#domain/key-evaluation/evaluation-type.js';
import { byId, id, listQuery, money, name, page } from './fields.js';
import { route } from './route.js';

const tag = 'key-evaluation';
const inCampaign = byId('campaign');

const subject = z
  .strictObject({
    /** To be assigned like a project: `project` of an assignment. */
    id,
    type: z.enum(SUBJECT_TYPES),
    /** 部门名称, 政策名称, 债券名称: what forms call the name. */
    label: z.string(),
    code: z.string(),
    name: z.string(),
    unit: id,
    unitName: z.string(),
    department: id,
    /** Sums of the projects that it covers; null where none has the figure. */
    initialBudget: money,
    adjustedBudget: money,
    executedAmount: money,
    projects: z.array(z.strictObject({ id, code: z.string(), name: z.string() })),
    /** Null until it is assigned. */
    evaluation: id.nullable(),
  })
  .meta({ id: 'EvaluationSubject' });

export const createSubject = route({
  id: 'createEvaluationSubject',
  method: 'post',
  path: '/campaigns/{campaign}/evaluation-subjects',
  tag,
  summary:
    '新建评价对象 A department as a whole (with all its projects), a policy or a special bond (with the projects named), to be assigned',
  action: 'evaluations.write',
  params: inCampaign,
  body: z
    .strictObject({ type: z.enum(SUBJECT_TYPES), unit: id, name: name.optional(), projects: z.array(id).max(500).optional() })
    .refine((it) => it.type === 'whole-department' || it.name !== undefined, {
      path: ['name'],
      error: '请给出政策或债券名称 (a policy or bond has a name)',
    })
    .refine((it) => it.type !== 'special-bond' || (it.projects ?? []).length > 0, {
      path: ['projects'],
      error: '请列出债券资金所涉项目 (a bond has projects)',
    })
    .refine((it) => it.type !== 'whole-department' || it.projects === undefined, {
      path: ['projects'],
      error: '部门整体涵盖其全部项目，无须列出 (a department is evaluated with all its projects)',
    }),
  answer: subject,
  status: 201,
  idempotent: true,
});
export const listSubjects = route({
  id: 'listEvaluationSubjects',
  method: 'get',
  path: '/evaluation-subjects',
  tag,
  summary: '评价对象 Departments, policies and bonds that are evaluated as a whole, with what they cover',
  action: 'evaluations.read',
  query: listQuery(['code', '-code'], { campaign: id.optional(), type: z.enum(SUBJECT_TYPES).optional() }),
  answer: page(subject),
});

export const EVALUATION_SUBJECT_ROUTES = [createSubject, listSubjects];

import { z } from 'zod';
import { bulkAnswer } from './documents.routes.js';
import { byId, id } from './fields.js';
import { route } from './route.js';

const lines = {
  obligations: z.array(id).min(1).max(1_000).optional(),
  stage: id.optional(),
  department: id.optional(),
  unit: id.optional(),
};

export const remindOwing = route({
  id: 'remindOwing',
  method: 'post',
  path: '/campaigns/{campaign}/not-submitted/remind',
  tag: 'campaigns',
  summary: '一键催办 Remind all who have not submitted, of the lines that are named or of everything that the filters hold',
  action: 'documents.remind',
  params: byId('campaign'),
  body: z.strictObject(lines).refine((it) => Object.values(it).some((given) => given !== undefined), {
    error: '请指明事项、阶段、部门或单位 (name obligations, a stage, a department or a unit)',
  }),
  answer: bulkAnswer,
  idempotent: true,
});

export const REMINDER_ROUTES = [remindOwing];

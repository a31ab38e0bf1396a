import { z } from 'zod';
import { DOCUMENT_KINDS } from '#domain/stage/document-kind.js';
import { byId, day, id, instant, json, listQuery, page, sentence } from './fields.js';
import { route } from './route.js';

const tag = 'obligations';
const kind = z.enum(DOCUMENT_KINDS);
const status = z.enum(['open', 'closed']);

const task = z
  .strictObject({
    document: id,
    obligation: id,
    doing: z.enum(['file', 'review']),
    dueAt: instant,
    for: id,
    forName: z.string(),
    kind,
    title: z.string(),
    status: z.string(),
    step: z.string().nullable(),
    round: z.int(),
    campaign: id,
    stage: id,
    unit: id.nullable(),
    unitName: z.string().nullable(),
    project: id.nullable(),
  })
  .meta({ id: 'Task' });

const obligation = z
  .strictObject({
    id,
    campaign: id,
    stage: id,
    kind,
    title: z.string(),
    unit: id.nullable(),
    department: id.nullable(),
    agency: id.nullable(),
    status,
    openedAt: instant,
    dueOn: day,
    dueAt: instant,
    deadlineSerial: z.int(),
    /** What happens next, and when, if nobody acts. */
    nextAt: instant.nullable(),
    nextWhat: z.string().nullable(),
    closedAt: instant.nullable(),
  })
  .meta({ id: 'Obligation' });

const extension = z.strictObject({ by: id, dueOn: day, reason: z.string() });
const rung = z.strictObject({ day: z.int(), on: day, at: instant, circulation: z.boolean(), state: z.enum(['ahead', 'sent', 'lapsed']) });
const wholeObligation = z
  .strictObject({
    ...obligation.shape,
    extension: extension.nullable(),
    chain: z.array(z.strictObject({ step: z.string(), who: z.string() })),
    ladder: z.array(rung),
  })
  .meta({ id: 'ObligationWithLadder' });

export const auditEntry = z
  .strictObject({
    stream: z.string(),
    /** What the thing is called that the stream tells of. */
    subject: z.string().nullable(),
    sequence: z.int(),
    at: instant,
    recordedAt: instant,
    actor: id.nullable(),
    actorName: z.string().nullable(),
    onBehalfOf: id.nullable(),
    type: z.string(),
    detail: json,
    hash: z.string(),
  })
  .meta({ id: 'AuditEntry' });

const answer = z
  .strictObject({
    obligation: id,
    answers: z.array(
      z.strictObject({ document: id, outcome: z.string(), status: z.string().nullable(), round: z.int(), refusal: json.optional() }),
    ),
  })
  .meta({ id: 'ObligationAnswer' });

export const listTasks = route({
  id: 'listTasks',
  method: 'get',
  path: '/tasks',
  tag: 'tasks',
  summary: '我的待办 What waits for the caller, or for those who delegated to the caller; oldest due first',
  action: 'tasks.read',
  query: listQuery(['dueAt'], { doing: z.enum(['file', 'review']).optional() }),
  answer: page(task),
});
export const listObligations = route({
  id: 'listObligations',
  method: 'get',
  path: '/obligations',
  tag,
  summary: '事项 Obligations: who owes what by when',
  action: 'obligations.read',
  query: listQuery(['dueAt', '-dueAt'], {
    campaign: id.optional(),
    stage: id.optional(),
    kind: kind.optional(),
    status: status.optional(),
    unit: id.optional(),
    department: id.optional(),
    dueBefore: instant.optional(),
    dueAfter: instant.optional(),
  }),
  answer: page(obligation),
});
export const getObligation = route({
  id: 'getObligation',
  method: 'get',
  path: '/obligations/{obligation}',
  tag,
  summary: '事项详情 One obligation, its ladder, and what happens next if nobody acts',
  action: 'obligations.read',
  params: byId('obligation'),
  answer: wholeObligation,
});
export const listHistory = route({
  id: 'listHistory',
  method: 'get',
  path: '/obligations/{obligation}/history',
  tag,
  summary: '办理过程 Every transition, from the audit trail',
  action: 'obligations.read',
  params: byId('obligation'),
  query: listQuery(['sequence', '-sequence'], {}),
  answer: page(auditEntry),
});
export const requestExtension = route({
  id: 'requestExtension',
  method: 'post',
  path: '/obligations/{obligation}/extension-requests',
  tag,
  summary: '申请延期 Ask for a later due day',
  action: 'extensions.ask',
  params: byId('obligation'),
  body: z.strictObject({ dueOn: day, reason: sentence }),
  answer,
  idempotent: true,
});
export const decideExtension = route({
  id: 'decideExtension',
  method: 'post',
  path: '/obligations/{obligation}/extension-decision',
  tag,
  summary: '延期审批 Grant or refuse the extension that was asked for',
  action: 'extensions.decide',
  params: byId('obligation'),
  body: z.strictObject({ grant: z.boolean(), dueOn: day.optional(), reason: sentence }),
  answer,
  idempotent: true,
});
export const moveDeadline = route({
  id: 'moveDeadline',
  method: 'post',
  path: '/obligations/{obligation}/move-deadline',
  tag,
  summary: '调整截止日 Move the due day',
  action: 'deadlines.move',
  params: byId('obligation'),
  body: z.strictObject({ dueOn: day, reason: sentence }),
  answer,
  idempotent: true,
});

export const OBLIGATION_ROUTES = [listTasks, listObligations, getObligation, listHistory, requestExtension, decideExtension, moveDeadline];

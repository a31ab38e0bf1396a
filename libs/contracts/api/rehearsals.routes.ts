import { z } from 'zod';
import { STAGES } from '#domain/stage/stage.js';
import { byId, day, id, instant, json, listQuery, page } from './fields.js';
import { route } from './route.js';
import { clash } from './year.routes.js';

const tag = 'campaigns';
const count = z.int();
export const REHEARSAL_STATES = ['running', 'done', 'failed', 'cancelled', 'interrupted'] as const;
export const OPEN_ITEM_KINDS = ['task', 'stage', 'finding', 'message'] as const;

const rehearsal = z.strictObject({
  id,
  campaign: id,
  fiscalYear: count,
  state: z.enum(REHEARSAL_STATES),
  /** Who asked for it. */
  askedBy: z.string(),
  /** The plan's first and last day. */
  from: day,
  until: day,
  /** The virtual day; null while the district is being prepared. It may pass `until` when things drag on. */
  reached: day.nullable(),
  /** By the wall clock. */
  startedAt: instant,
  endedAt: instant.nullable(),
  /** Its end was asked for and comes with the next virtual day. */
  cancelling: z.boolean(),
  /** Why it failed, as the process said it. */
  failure: z.string().nullable(),
});

const stageOutcome = z
  .strictObject({
    key: z.string(),
    name: z.enum(STAGES),
    plannedOpens: day,
    plannedCloses: day,
    /** Null: it never did. */
    opened: day.nullable(),
    closed: day.nullable(),
    /** Calendar days from the planned to the actual end; negative when it ended earlier, null when it never did. */
    daysLate: count.nullable(),
    owed: count,
    filed: count,
    approved: count,
    returned: count,
    late: count,
  })
  .meta({ id: 'RehearsedStage' });

const lateTask = z.strictObject({
  title: z.string(),
  unitName: z.string().nullable(),
  stageKey: z.string(),
  stage: z.enum(STAGES),
  dueOn: day,
  documents: count,
});

/** What came of a rehearsed year. Of long lists the first 500 are kept, beside their number. */
export const rehearsalOutcome = z
  .strictObject({
    /** Seconds by the wall clock. */
    seconds: z.number(),
    /** Whether the year came to its end. */
    closed: z.boolean(),
    stages: z.array(stageOutcome),
    clashes: z.array(clash),
    lateTasks: z.strictObject({ count, items: z.array(lateTask) }),
    openItems: z.strictObject({ count, items: z.array(z.strictObject({ kind: z.enum(OPEN_ITEM_KINDS), about: z.string() })) }),
    grades: z.record(z.string(), count),
    mails: z.strictObject({ letters: count, people: count, busiestOn: day.nullable(), busiest: count }),
    /** How often each kind of thing happened. */
    counts: z.record(z.string(), count),
  })
  .meta({ id: 'RehearsalOutcome' });
export type RehearsalOutcome = z.input<typeof rehearsalOutcome>;

const summary = rehearsal.meta({ id: 'Rehearsal' });
const detail = z.strictObject({ ...rehearsal.shape, outcome: rehearsalOutcome.nullable() }).meta({ id: 'RehearsalDetail' });
const happening = z
  .strictObject({
    place: count,
    at: instant,
    type: z.string(),
    about: z.string(),
    actor: z.string().nullable(),
    detail: json,
    /** How many alike happened at that minute. */
    times: count,
  })
  .meta({ id: 'RehearsedHappening' });

export const listRehearsals = route({
  id: 'listRehearsals',
  method: 'get',
  path: '/campaigns/{campaign}/rehearsals',
  tag,
  summary: '演练记录 Rehearsals of this year, newest first',
  action: 'rehearsals.read',
  params: byId('campaign'),
  query: listQuery(['-startedAt', 'startedAt'], { state: z.enum(REHEARSAL_STATES).optional() }),
  answer: page(summary),
});
export const startRehearsal = route({
  id: 'startRehearsal',
  method: 'post',
  path: '/campaigns/{campaign}/rehearsals',
  tag,
  summary: '开始演练 Rehearse the year in virtual time, in a schema and a namespace of its own; one at a time in a district',
  action: 'rehearsals.write',
  params: byId('campaign'),
  answer: detail,
  idempotent: true,
});
export const getRehearsal = route({
  id: 'getRehearsal',
  method: 'get',
  path: '/rehearsals/{rehearsal}',
  tag,
  summary: '演练结果 One rehearsal: how far it is, and what came of it against the plan',
  action: 'rehearsals.read',
  params: byId('rehearsal'),
  answer: detail,
});
export const cancelRehearsal = route({
  id: 'cancelRehearsal',
  method: 'post',
  path: '/rehearsals/{rehearsal}/cancel',
  tag,
  summary: '取消演练 End a rehearsal; it stops with the next virtual day',
  action: 'rehearsals.write',
  params: byId('rehearsal'),
  answer: detail,
  idempotent: true,
});
export const listHappenings = route({
  id: 'listRehearsedHappenings',
  method: 'get',
  path: '/rehearsals/{rehearsal}/timeline',
  tag,
  summary: '演练时间线 What happened in it, in virtual time; what is alike at one minute stands once',
  action: 'rehearsals.read',
  params: byId('rehearsal'),
  query: listQuery(['place', '-place'], {
    /** Occurs in what it is about or in who did it. */
    search: z.string().trim().min(1).max(60).optional(),
    type: z.string().max(60).optional(),
  }),
  answer: page(happening),
});

export const REHEARSAL_ROUTES = [listRehearsals, startRehearsal, getRehearsal, cancelRehearsal, listHappenings];

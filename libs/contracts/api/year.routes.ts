import { z } from 'zod';
import { STAGES } from '#domain/stage/stage.js';
import { byId, day, id, instant, listQuery, page } from './fields.js';
import { route } from './route.js';

const tag = 'campaigns';
const at = byId('campaign');
const count = z.int();

/** What plan check finds: the day, and a sentence in both languages; `path` is the field of the policy. */
export const clash = z
  .strictObject({ code: z.string(), stage: z.string(), path: z.string(), day, zh: z.string(), en: z.string() })
  .meta({ id: 'PlanClash' });

const plannedStage = z
  .strictObject({
    stage: id,
    key: z.string(),
    name: z.enum(STAGES),
    status: z.enum(['planned', 'open', 'closed']),
    /** Days by the plan; of a stage that follows another, the latest. */
    opens: day,
    closes: day,
    commentsEnd: day.nullable(),
    /** The stage that it follows; null where the plan names its day. */
    after: z.string().nullable(),
    /** Working days from the day after it opens to the day on which it closes. */
    workingDays: count,
    closesOnWorkingDay: z.boolean(),
    openedAt: instant.nullable(),
    closedAt: instant.nullable(),
  })
  .meta({ id: 'TimelineStage' });

export const getTimeline = route({
  id: 'getTimeline',
  method: 'get',
  path: '/campaigns/{campaign}/timeline',
  tag,
  summary: '年度时间轴 Stages on the calendar with today, holidays, swapped working days and the clashes of the plan',
  action: 'campaigns.read',
  params: at,
  answer: z
    .strictObject({
      campaign: id,
      fiscalYear: count,
      today: day,
      from: day,
      until: day,
      provisionalFrom: day.nullable(),
      stages: z.array(plannedStage),
      holidays: z.array(z.strictObject({ from: day, until: day, days: count })),
      workedWeekends: z.array(day),
      clashes: z.array(clash),
    })
    .meta({ id: 'Timeline' }),
});

/** The worst first: a cell is what the worst of its documents is. `not-due`: nothing of it is open yet. */
export const CELL_STATES = ['late', 'returned', 'open', 'filed', 'done', 'not-due'] as const;

const cell = z
  .strictObject({
    stage: id,
    state: z.enum(CELL_STATES),
    documents: count,
    /** To be filed, in time. */
    open: count,
    /** Came back and are to be filed again, in time. */
    returned: count,
    /** To be filed, for the first time or again, after the day. */
    late: count,
    /** With the reviewers. */
    filed: count,
    done: count,
    /** The earliest day of what is still to be filed; null when nothing is. */
    dueAt: instant.nullable(),
  })
  .meta({ id: 'HeatMapCell' });

export const getHeatMap = route({
  id: 'getHeatMap',
  method: 'get',
  path: '/campaigns/{campaign}/heat-map',
  tag,
  summary: '热力图 Units × stages with state and counts, of all units that the caller sees, in one answer',
  action: 'board.read',
  params: at,
  answer: z
    .strictObject({
      campaign: id,
      at: instant,
      stages: z.array(z.strictObject({ stage: id, key: z.string(), name: z.enum(STAGES), status: z.enum(['planned', 'open', 'closed']) })),
      rows: z.array(
        z.strictObject({
          /** Null: an agency's or the bureau's own part. */
          unit: id.nullable(),
          unitCode: z.string().nullable(),
          unitName: z.string().nullable(),
          department: id.nullable(),
          departmentName: z.string().nullable(),
          agency: id.nullable(),
          agencyName: z.string().nullable(),
          /** In the order of the stages; a stage in which this row has no part yet is `not-due`, one that passed without it null. */
          cells: z.array(cell.nullable()),
        }),
      ),
    })
    .meta({ id: 'HeatMap' }),
});

const stageKey = z.string().regex(/^[a-z0-9-]{1,60}$/);
const places = {
  unit: id.nullable(),
  unitName: z.string().nullable(),
  department: id.nullable(),
  departmentName: z.string().nullable(),
  agencyName: z.string().nullable(),
};

const foreseenStage = z
  .strictObject({
    stage: id,
    key: z.string(),
    name: z.enum(STAGES),
    status: z.enum(['planned', 'open', 'closed']),
    /** Its due day has passed: a launch today leaves it out. */
    skipped: z.boolean(),
    opens: day,
    closes: day,
    workingDays: count,
    closesOnWorkingDay: z.boolean(),
    /** `so-far`: what it opens hangs on results that are not there yet. `null`: open, closed or left out, nothing will be opened. */
    known: z.enum(['exact', 'so-far']).nullable(),
    /** Obligations, or evaluations and notices that run by themselves. */
    parts: count,
    obligations: count,
    documents: count,
    people: count,
    dueDays: z.array(z.strictObject({ dueOn: day, obligations: count })),
    departments: z.array(
      z.strictObject({
        department: id.nullable(),
        departmentName: z.string().nullable(),
        units: count,
        obligations: count,
        documents: count,
      }),
    ),
    letters: count,
    /** When the first and the last of them go. */
    lettersFrom: instant.nullable(),
    lettersUntil: instant.nullable(),
  })
  .meta({ id: 'ForeseenStage' });

export const getLaunchPreview = route({
  id: 'getLaunchPreview',
  method: 'get',
  path: '/campaigns/{campaign}/launch-preview',
  tag,
  summary: '启动预览 What each stage that is not open yet will open for whom, which letters will go, and what clashes; nothing is stored',
  action: 'campaigns.write',
  params: at,
  answer: z
    .strictObject({
      campaign: id,
      status: z.enum(['draft', 'running', 'paused', 'closed']),
      today: day,
      stages: z.array(foreseenStage),
      clashes: z.array(clash),
      /** Documents to be reviewed and reviewers by desk. */
      workloads: z.array(z.strictObject({ stage: z.enum(STAGES), seat: z.string(), who: z.string(), documents: count, people: count })),
    })
    .meta({ id: 'LaunchPreview' }),
});

const ofStage = z.strictObject({ campaign: id, key: stageKey });

export const listForeseenObligations = route({
  id: 'listForeseenObligations',
  method: 'get',
  path: '/campaigns/{campaign}/launch-preview/{key}/obligations',
  tag,
  summary: '启动预览 Each obligation that a stage will open: for whom, what, by when, with its ladder',
  action: 'campaigns.write',
  params: ofStage,
  query: listQuery(['place'], { department: id.optional() }),
  answer: page(
    z
      .strictObject({
        ...places,
        kind: z.string(),
        title: z.string(),
        documents: count,
        dueOn: day,
        dueAt: instant,
        people: z.array(z.string()),
        rungs: z.array(z.strictObject({ on: day, at: z.string(), remind: z.array(z.string()), escalate: z.array(z.string()) })),
      })
      .meta({ id: 'ForeseenObligation' }),
  ),
});
export const listForeseenLetters = route({
  id: 'listForeseenLetters',
  method: 'get',
  path: '/campaigns/{campaign}/launch-preview/{key}/letters',
  tag,
  summary: '启动预览 Each letter that the opening of a stage will send: to whom, when, under which subject',
  action: 'campaigns.write',
  params: ofStage,
  query: listQuery(['name'], {}),
  answer: page(
    z
      .strictObject({
        person: id,
        name: z.string(),
        address: z.string(),
        subject: z.string(),
        goesAt: instant,
        /** Sent by itself, and not with the day's digest. */
        urgent: z.boolean(),
        messages: count,
        documents: count,
      })
      .meta({ id: 'ForeseenLetter' }),
  ),
});

const moved = z.strictObject({
  obligation: id,
  title: z.string(),
  ...places,
  fromDueOn: day,
  toDueOn: day,
  /** Documents that are still to be filed. */
  toFile: count,
  people: z.array(z.string()),
  /** Rungs of the new ladder that are still ahead. */
  rungs: count,
});

export const previewReschedule = route({
  id: 'previewReschedule',
  method: 'post',
  path: '/campaigns/{campaign}/reschedule-preview',
  tag,
  summary:
    '调整预览 What moving a stage’s days would do: which deadlines move from when to when, whom it reaches, clashes that come and go',
  action: 'campaigns.write',
  params: at,
  body: z
    .strictObject({ key: stageKey, opensOn: day.optional(), dueOn: day.optional() })
    .refine((it) => it.opensOn !== undefined || it.dueOn !== undefined, {
      error: '请给出新的开始日或截止日 (give a new opening or due day)',
    }),
  answer: z
    .strictObject({
      campaign: id,
      key: z.string(),
      from: z.strictObject({ opens: day, closes: day }),
      to: z.strictObject({ opens: day, closes: day }),
      /** Deadlines that move, in the order of units; at most 5,000. */
      moved: z.array(moved.meta({ id: 'MovedDeadline' })),
      /** Open ones that would not follow, with the refusal's code. */
      unmoved: z.array(z.strictObject({ obligation: id, title: z.string(), code: z.string() })),
      people: count,
      departments: z.array(z.strictObject({ department: id.nullable(), departmentName: z.string().nullable(), obligations: count })),
      /** Other stages that follow this one and move with it. */
      followers: z.array(z.strictObject({ key: z.string(), fromOpens: day, toOpens: day, fromCloses: day, toCloses: day })),
      newClashes: z.array(clash),
      goneClashes: z.array(clash),
    })
    .meta({ id: 'ReschedulePreview' }),
  status: 200,
});

export const YEAR_ROUTES = [getTimeline, getHeatMap, getLaunchPreview, listForeseenObligations, listForeseenLetters, previewReschedule];

import { z } from 'zod';
import { byId, day, id, instant, sentence, yearFilter } from './fields.js';
import { route } from './route.js';

const tag = 'calendars';
const name = z
  .string()
  .regex(/^cn-\d{4}@\d{1,2}$/, { error: '应为日历版本，如 cn-2027@1 (a calendar version is needed, for instance cn-2027@1)' });
const changed = z.strictObject({ day, working: z.boolean() });
const changes = z
  .array(changed)
  .max(366)
  .refine((all) => new Set(all.map((it) => it.day)).size === all.length, { error: '同一日期出现两次 (a day occurs twice)' });

const version = z
  .strictObject({
    version: z.string(),
    year: z.int(),
    /** By weekday alone, from the packaged table of the State Council's notices, or made by somebody. */
    origin: z.enum(['weekday', 'announced', 'made']),
    /** The notice of the year is not out yet. */
    provisional: z.boolean(),
    workingDays: z.int(),
    basedOn: z.string().nullable(),
    changes: z.array(changed),
    reason: z.string().nullable(),
    /** The document that the change rests on. */
    source: z.string().nullable(),
    createdAt: instant.nullable(),
    createdBy: id.nullable(),
    createdByName: z.string().nullable(),
  })
  .meta({ id: 'CalendarVersion' });

export const listCalendars = route({
  id: 'listCalendars',
  method: 'get',
  path: '/calendars',
  tag,
  summary: '工作日历版本 Versions of a year’s calendar, oldest first; all of them, there are few',
  action: 'calendars.read',
  query: z.strictObject({ year: yearFilter }),
  answer: z.strictObject({ items: z.array(version) }),
});
export const getCalendar = route({
  id: 'getCalendar',
  method: 'get',
  path: '/calendars/{version}',
  tag,
  summary: '工作日历 One version, day by day',
  action: 'calendars.read',
  params: z.strictObject({ version: name }),
  answer: z
    .strictObject({
      ...version.shape,
      days: z.array(
        z.strictObject({
          day,
          working: z.boolean(),
          /** The announced holiday that it belongs to, a swapped working day included. */
          holiday: z.string().nullable(),
          /** Otherwise than in the version that this one was made from. */
          changed: z.boolean(),
        }),
      ),
    })
    .meta({ id: 'CalendarYear' }),
});
export const makeCalendar = route({
  id: 'makeCalendar',
  method: 'post',
  path: '/calendars',
  tag,
  summary: '调整工作日历 A new version of a year with changed days, why, and by which document; campaigns take it by their own command',
  action: 'calendars.write',
  body: z.strictObject({
    basedOn: name,
    days: changes.min(1),
    /** True while the notice of the year is not out. */
    provisional: z.boolean().default(false),
    reason: sentence,
    source: sentence,
  }),
  answer: version,
  status: 201,
  idempotent: true,
});

const moved = z.strictObject({
  obligation: id,
  title: z.string(),
  stage: id,
  unitName: z.string().nullable(),
  dueOn: day,
  /** The due day is a day off by the present calendar, and by the other one. */
  dueOff: z.strictObject({ now: z.boolean(), then: z.boolean() }),
  moves: z.array(z.strictObject({ what: z.enum(['reminder', 'limit']), name: z.string(), from: instant, to: instant })),
  people: z.array(z.strictObject({ person: id, name: z.string() })),
});
export const previewCalendar = route({
  id: 'previewCalendar',
  method: 'post',
  path: '/campaigns/{campaign}/calendar/preview',
  tag,
  summary: '日历调整预览 Which open deadlines would move, and who would be told, by other versions or by days that are not saved yet',
  action: 'campaigns.write',
  params: byId('campaign'),
  body: z
    .strictObject({ calendar: z.array(name).max(5).default([]), days: changes.default([]), limit: z.int().min(1).max(500).default(100) })
    .refine((it) => it.calendar.length + it.days.length > 0, { error: '应给出日历版本或日期 (a version or a day is needed)' }),
  answer: z
    .strictObject({
      from: z.string(),
      to: z.string(),
      /** Days that differ, within the campaign's years. */
      days: z.array(changed),
      obligations: z.int(),
      people: z.int(),
      /** Those that are due first; as many as the limit. */
      items: z.array(moved),
    })
    .meta({ id: 'CalendarPreview' }),
});

export const CALENDAR_ROUTES = [listCalendars, getCalendar, makeCalendar, previewCalendar];

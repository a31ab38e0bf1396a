import { z } from 'zod';
import { SEATS } from '#domain/stage/stage.js';
import { byId, day, flag, id, instant, listQuery, page } from './fields.js';
import { route } from './route.js';

const tag = 'rectification';
const sums = {
  problems: z.int(),
  rectified: z.int(),
  /** Items of which a part was reported and accepted, and that are open still. */
  partlyRectified: z.int(),
  recoveredAmount: z.string(),
  adjustedAmount: z.string(),
  adjustedProjects: z.int(),
  cancelledProjects: z.int(),
  /** Items looked at on site after they were struck off: found as reported, and open again because they were not. */
  rechecked: z.int(),
  confirmed: z.int(),
  reopened: z.int(),
};

/** Which item of the checklist a document is about. */
const itemFields = {
  document: id,
  campaign: id,
  finding: id,
  number: z.int(),
  problem: z.string(),
  project: id,
  projectName: z.string(),
  unit: id,
};

export const listRectificationTotals = route({
  id: 'listRectificationTotals',
  method: 'get',
  path: '/rectification-totals',
  tag,
  summary: '整改汇总 Problems, rectified, recovered, adjusted and cancelled, by campaign and unit; amounts in yuan',
  action: 'feedback.read',
  query: listQuery(['unitCode', '-unitCode'], { campaign: id.optional(), unit: id.optional(), department: id.optional() }),
  answer: page(
    z
      .strictObject({ campaign: id, unit: id, unitCode: z.string(), unitName: z.string(), department: id, ...sums })
      .meta({ id: 'RectificationTotals' }),
  ),
});
export const sumRectification = route({
  id: 'sumRectification',
  method: 'get',
  path: '/campaigns/{campaign}/rectification-totals',
  tag,
  summary: '整改总计 The same totals, summed over the units of a campaign that the reader sees',
  action: 'feedback.read',
  params: byId('campaign'),
  answer: z.strictObject({ units: z.int(), ...sums }).meta({ id: 'RectificationSum' }),
});
export const listRectificationReports = route({
  id: 'listRectificationReports',
  method: 'get',
  path: '/rectification-reports',
  tag,
  summary: '整改台账 Accepted reports: what was proved and what is left, who reported and who verified',
  action: 'feedback.read',
  query: listQuery(['-acceptedAt', 'acceptedAt'], { campaign: id.optional(), finding: id.optional(), unit: id.optional() }),
  answer: page(
    z
      .strictObject({
        ...itemFields,
        remaining: z.string().nullable(),
        remainingBy: day.nullable(),
        recoveredAmount: z.string(),
        adjustedAmount: z.string(),
        projectEffect: z.enum(['adjusted', 'cancelled']).nullable(),
        reportedBy: id.nullable(),
        reportedByName: z.string().nullable(),
        verifiedBy: id.nullable(),
        verifiedByName: z.string().nullable(),
        acceptedAt: instant,
      })
      .meta({ id: 'RectificationReport' }),
  ),
});

const seats = z.array(z.enum(SEATS));
export const listRectificationItems = route({
  id: 'listRectificationItems',
  method: 'get',
  path: '/rectification-items',
  tag,
  summary: '整改清单 The checklist: each problem with who owes its correction, what was filed of it, and how far the ladder has gone',
  action: 'feedback.read',
  query: listQuery(['projectCode', '-projectCode'], {
    ...{ campaign: id.optional(), project: id.optional(), unit: id.optional(), department: id.optional(), notice: id.optional() },
    open: flag.optional(),
  }),
  answer: page(
    z
      .strictObject({
        finding: id,
        campaign: id,
        number: z.int(),
        problem: z.string(),
        recommendation: z.string().nullable(),
        ...{ project: id, projectCode: z.string(), projectName: z.string() },
        ...{ unit: id, unitName: z.string(), department: id, departmentName: z.string() },
        notice: id,
        noticeNumber: z.string(),
        /** Null until the stage opens. */
        document: id.nullable(),
        obligation: id.nullable(),
        status: z.string().nullable(),
        step: z.string().nullable(),
        round: z.int().nullable(),
        limitAt: instant.nullable(),
        dueOn: day.nullable(),
        dueAt: instant.nullable(),
        /** As last filed; null before that. */
        measure: z.string().nullable(),
        personInCharge: z.string().nullable(),
        evidence: z.array(z.string()),
        remaining: z.string().nullable(),
        remainingBy: day.nullable(),
        /** Accepted reports of the item, and their sums in yuan. */
        reports: z.int(),
        recoveredAmount: z.string(),
        adjustedAmount: z.string(),
        projectEffect: z.enum(['adjusted', 'cancelled']).nullable(),
        attachments: z.int(),
        extension: z.object({ by: id, dueOn: day, reason: z.string() }).nullable(),
        ladder: z.array(
          z.strictObject({
            day: z.int(),
            on: day,
            remind: seats,
            escalate: seats,
            circulation: z.boolean(),
            state: z.enum(['ahead', 'sent', 'lapsed']),
          }),
        ),
        struckOffAt: instant.nullable(),
      })
      .meta({ id: 'RectificationItem' }),
  ),
});

export const listRechecks = route({
  id: 'listRectificationRechecks',
  method: 'get',
  path: '/rectification-rechecks',
  tag,
  summary: '整改现场复核 What was found on site of items that were struck off, and whether they are closed again',
  action: 'feedback.read',
  query: listQuery(['-at', 'at'], {
    campaign: id.optional(),
    finding: id.optional(),
    unit: id.optional(),
    confirmed: flag.optional(),
  }),
  answer: page(
    z
      .strictObject({
        ...itemFields,
        unitName: z.string(),
        confirmed: z.boolean(),
        /** The unit objected to what was found, and the bureau sustained it. */
        overturned: z.boolean(),
        found: z.string(),
        checkedOn: day,
        checkedBy: z.string(),
        filedByName: z.string().nullable(),
        at: instant,
        /** The item's document now: of one that was not confirmed, that with which the unit corrects again. */
        item: id.nullable(),
        struckOffAt: instant.nullable(),
      })
      .meta({ id: 'RectificationRecheck' }),
  ),
});

export const RECTIFICATION_ROUTES = [
  listRectificationTotals,
  sumRectification,
  listRectificationReports,
  listRectificationItems,
  listRechecks,
];

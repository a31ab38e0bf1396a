import { z } from 'zod';
import { byId, day, id, instant, listQuery, page } from './fields.js';
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
        document: id,
        campaign: id,
        finding: id,
        number: z.int(),
        problem: z.string(),
        project: id,
        projectName: z.string(),
        unit: id,
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

export const RECTIFICATION_ROUTES = [listRectificationTotals, sumRectification, listRectificationReports];

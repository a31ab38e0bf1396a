import { z } from 'zod';
import { RISKS } from '#domain/outlook/ahead.js';
import { STAGES } from '#domain/stage/stage.js';
import { byId, day, id, instant, listQuery, page } from './fields.js';
import { route } from './route.js';

const count = z.int();
const person = z.strictObject({ person: id, name: z.string() });

export const getObligationOutlook = route({
  id: 'getObligationOutlook',
  method: 'get',
  path: '/obligations/{obligation}/outlook',
  tag: 'obligations',
  summary: '流程视图 What it waits for now, and what comes next if nobody acts: each rung, time limit and silence with whom it reaches',
  action: 'obligations.read',
  params: byId('obligation'),
  answer: z
    .strictObject({
      obligation: id,
      status: z.enum(['open', 'closed']),
      at: instant,
      dueOn: day,
      dueAt: instant,
      /** Someone has asked for a later day, and it is not decided. */
      extension: z.strictObject({ by: person, dueOn: day, reason: z.string() }).nullable(),
      waitsFor: z.array(
        z.strictObject({
          doing: z.enum(['file', 'review']),
          step: z.string().nullable(),
          documents: count,
          people: z.array(person),
          until: instant.nullable(),
        }),
      ),
      next: z.array(
        z.strictObject({
          at: instant,
          what: z.enum(['rung', 'limit', 'silence']),
          /** Of a rung: working days from the due day, negative before it. */
          day: z.int().nullable(),
          circulation: z.boolean(),
          /** Of a time limit: the step and what its passing means; of silence: what it means. */
          step: z.string().nullable(),
          meaning: z.string().nullable(),
          tells: z.array(z.strictObject({ kind: z.string(), people: z.array(person) })),
          /** Documents that it moves on. */
          moves: z.array(
            z.strictObject({ document: id, title: z.string(), from: z.string(), to: z.string(), step: z.string().nullable() }),
          ),
        }),
      ),
      /** How it stands after all that: `open` waits for somebody for good. */
      then: z.enum(['open', 'closed']),
    })
    .meta({ id: 'ObligationOutlook' }),
});

export const getCampaignOutlook = route({
  id: 'getCampaignOutlook',
  method: 'get',
  path: '/campaigns/{campaign}/outlook',
  tag: 'campaigns',
  summary: '流程视图 What the year waits for now by stage, which stages open next, and when the clock speaks in what is open',
  action: 'campaigns.write',
  params: byId('campaign'),
  answer: z
    .strictObject({
      campaign: id,
      status: z.enum(['draft', 'running', 'paused', 'closed']),
      at: instant,
      waitsFor: z.array(
        z.strictObject({ stage: id, key: z.string(), name: z.enum(STAGES), obligations: count, toFile: count, inReview: count }),
      ),
      opensNext: z.array(
        z.strictObject({
          stage: id,
          key: z.string(),
          name: z.enum(STAGES),
          /** Null: as soon as the stages of `after` have closed. */
          opensAt: instant.nullable(),
          after: z.array(z.string()),
        }),
      ),
      /** The next instants at which the clock speaks, with how many obligations it speaks in; 30 at most. */
      next: z.array(z.strictObject({ at: instant, what: z.string(), stage: id, key: z.string(), obligations: count })),
    })
    .meta({ id: 'CampaignOutlook' }),
});

/** How far is looked ahead: so many days after today, to their end. */
const days = z.coerce.number().int().min(1).max(60).default(7);
const risk = z.enum(RISKS);
const risks = z.strictObject({ overdue: count, late: count, silence: count, escalation: count, limit: count });

export const getAhead = route({
  id: 'getAhead',
  method: 'get',
  path: '/campaigns/{campaign}/ahead',
  tag: 'campaigns',
  summary: '前瞻 What goes wrong by a day if nobody acts, counted in obligations: by risk, day, stage, and whom reviews wait for',
  action: 'board.read',
  params: byId('campaign'),
  query: z.strictObject({ days }),
  answer: z
    .strictObject({
      campaign: id,
      at: instant,
      until: instant,
      /** More is open than is looked at; what is due first was. */
      more: z.boolean(),
      risks,
      days: z.array(z.strictObject({ day, risks })),
      stages: z.array(z.strictObject({ stage: id, key: z.string(), name: z.enum(STAGES), risks })),
      /** Whom documents wait for to be decided on, most first: so many, and those whose time runs out by then. */
      reviewers: z.array(z.strictObject({ person: id, name: z.string(), documents: count, obligations: count, limits: count })),
    })
    .meta({ id: 'Ahead' }),
});

export const listAhead = route({
  id: 'listAhead',
  method: 'get',
  path: '/campaigns/{campaign}/ahead/obligations',
  tag: 'campaigns',
  summary: '前瞻明细 The obligations behind the figures of the outlook, each with what the clock says of it by then and to whom',
  action: 'board.read',
  params: byId('campaign'),
  query: listQuery(['due'], { days, risk: risk.optional(), day: day.optional(), stage: id.optional(), reviewer: id.optional() }),
  answer: page(
    z
      .strictObject({
        ...{ obligation: id, title: z.string(), stage: id, stageKey: z.string(), stageName: z.enum(STAGES) },
        ...{ unit: id.nullable(), unitName: z.string().nullable(), agencyName: z.string().nullable(), dueOn: day, dueAt: instant },
        /** Documents with the debtor, and with reviewers. */
        ...{ owed: count, inReview: count },
        risks: z.array(risk),
        next: z.array(
          z.strictObject({ at: instant, what: z.enum(['rung', 'limit', 'silence']), risk: risk.nullable(), people: z.array(z.string()) }),
        ),
        reviewers: z.array(z.strictObject({ person: id, name: z.string(), documents: count, limitAt: instant.nullable() })),
      })
      .meta({ id: 'AheadObligation' }),
  ),
});

export const OUTLOOK_ROUTES = [getObligationOutlook, getCampaignOutlook, getAhead, listAhead];

import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { stageKey } from '#domain/policy/policy.js';
import type { Day, PlannedStage } from '#domain/policy/policy.js';
import { CalendarRepository } from '#persistence/campaign/calendar.repository.js';
import { calendarFor } from '#platform/calendar-source/calendar-source.js';
import type { Clock } from '#platform/clock.js';
import type { PolicyRow } from './policies.js';

const daysOf = (planned: PlannedStage): Day[] =>
  [planned.opens, planned.due, planned.asOf, planned.planDue, planned.draftDue].filter((it) => it !== undefined);

/**
 * Writes a campaign as a draft: the policy and a calendar of the years that its plan touches, frozen for good at launch, and the stages of the
 * plan. A second campaign of one district and year violates `campaign_year_uk`.
 */
export const draftCampaign = async (
  manager: EntityManager,
  { id, policy, clock }: { readonly id: string; readonly policy: PolicyRow; readonly clock: Clock },
): Promise<void> => {
  const { content } = policy;
  const days = content.plan.flatMap(daysOf).sort();
  const first = days[0] ?? `${String(content.fiscalYear)}-01-01`;
  const edited = await new CalendarRepository().edited(manager);
  const calendar = calendarFor(content.calendar, first, days.at(-1) ?? first, undefined, edited);
  await manager.query(
    `insert into campaign (id, district_id, fiscal_year, policy_id, policy_hash, policy, calendar, status)
     values ($1, $2, $3, $4, $5, $6::text::jsonb, $7::text::jsonb, 'draft')`,
    [
      id,
      policy.district,
      policy.fiscalYear,
      policy.id,
      policy.hash,
      JSON.stringify(content),
      JSON.stringify({ ...calendar, beginsAt: clock.toEngine(calendar.beginsAt) }),
    ],
  );
  for (const [position, planned] of content.plan.entries()) {
    await manager.query(
      `insert into stage (id, campaign_id, key, name, plan, position, status, opens_on, due_on)
       values ($1, $2, $3, $4, $5::text::jsonb, $6, 'planned', $7, $8)`,
      [uuid(), id, stageKey(planned), planned.stage, JSON.stringify(planned), position, planned.opens ?? null, planned.due ?? null],
    );
  }
};

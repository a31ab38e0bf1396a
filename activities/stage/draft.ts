import { stageWorkflowId } from '#contracts/campaign/campaign.contract.js';
import { addWorkingDays, dayOf } from '#domain/calendar/calendar.js';
import type { Day, PlannedStage } from '#domain/policy/policy.js';
import type { DocumentKind } from '#domain/stage/document-kind.js';
import type { StageRow } from '#persistence/campaign/campaign.repository.js';
import type { ObligationDraft } from '#persistence/obligation/obligation-opener.js';

/** Parts of a plan to be replaced; undefined takes one away. */
export type Replacing<P> = { readonly [K in keyof P]?: P[K] | undefined };

type Common = Omit<ObligationDraft, 'title' | 'place' | 'seats' | 'documents'>;

/** The due day of a stage opened at `now`: the plan's, or so many working days from today. */
export const dueOnOf = (stage: StageRow, plan: Replacing<Pick<PlannedStage, 'due' | 'within'>>, now: number): Day => {
  const { calendar } = stage.campaign;
  if (plan.due !== undefined) return plan.due;
  return addWorkingDays(calendar, dayOf(calendar, now), plan.within ?? 10);
};

/** What all obligations of a stage have in common, by the campaign's frozen policy. `over` replaces parts of the plan. */
export const commonOf = (stage: StageRow, kind: DocumentKind, now: number, over: Replacing<PlannedStage> = {}): Common => {
  const { campaign, id, key } = stage;
  const { policy, calendar } = campaign;
  const plan = { ...stage.plan, ...over };
  return {
    district: campaign.district,
    campaign: campaign.id,
    stage: id,
    kind,
    dueOn: dueOnOf(stage, plan, now),
    dayEndsAt: policy.dayEndsAt,
    ladder: plan.ladder === undefined ? [] : (policy.ladders[plan.ladder] ?? []),
    chain: plan.chain === undefined ? [] : (policy.chains[plan.chain] ?? []),
    silence: plan.silence ?? 'none',
    calendar,
    parent: stageWorkflowId(campaign.id, key),
  };
};

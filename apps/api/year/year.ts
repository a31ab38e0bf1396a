import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CELL_STATES } from '#contracts/api/year.routes.js';
import { dayOf, isWorkingDay, workingDaysBetween } from '#domain/calendar/calendar.js';
import { specialDays } from '#domain/calendar/special-days.js';
import { groupBy } from '#domain/group-by.js';
import { checkPlan } from '#domain/policy/plan-check.js';
import { schedulePlan } from '#domain/policy/schedule.js';
import type { Policy } from '#domain/policy/policy.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import type { CampaignRow, StageRow } from '#persistence/campaign/campaign.repository.js';
import { readCells, readDebtors } from '#persistence/reading/heat-map.js';
import type { CellCounts, Debtor } from '#persistence/reading/heat-map.js';
import { Clock } from '#platform/clock.js';
import { Campaigns } from '../campaigns/campaigns.js';

/** The policy with its plan as it stands now, days that were moved included. */
export const standingPolicy = ({ policy }: CampaignRow, stages: readonly StageRow[]): Policy => ({
  ...policy,
  plan: stages.map(({ plan }) => plan),
});

const stateOf = (cell: CellCounts) => CELL_STATES.find((it) => it !== 'not-due' && cell[it] > 0) ?? 'not-due';

const NOTHING = { documents: 0, open: 0, returned: 0, late: 0, filed: 0, done: 0, dueAt: null };

/** The year's board: its timeline, and what has become of every unit in every stage. */
@Injectable()
export class Year {
  constructor(
    private readonly source: DataSource,
    private readonly campaigns: CampaignRepository,
    private readonly visible: Campaigns,
    private readonly clock: Clock,
  ) {}

  async timeline(viewer: Viewer, id: string) {
    await this.visible.get(viewer, id);
    const { manager } = this.source;
    const campaign = await this.campaigns.campaign(manager, id);
    const { calendar } = campaign;
    const stages = await this.campaigns.stages(manager, campaign);
    const policy = standingPolicy(campaign, stages);
    const laid = schedulePlan(policy, calendar);
    const [from, until] = [
      laid.map(({ opens }) => opens).sort()[0]!,
      laid
        .map(({ closes }) => closes)
        .sort()
        .at(-1)!,
    ];
    const times = await this.times(id);
    return {
      campaign: id,
      fiscalYear: campaign.fiscalYear,
      today: dayOf(calendar, this.clock.toEngine(this.clock.now())),
      ...{ from, until, provisionalFrom: calendar.provisionalFrom ?? null },
      stages: laid.map(({ index, key, stage: name, opens, closes, commentsEnd = null }) => {
        const { id: stage, status, plan } = stages[index]!;
        const days = { opens, closes, commentsEnd, after: plan.after ?? null, workingDays: workingDaysBetween(calendar, opens, closes) };
        return { stage, key, name, status, ...days, closesOnWorkingDay: isWorkingDay(calendar, closes), ...times.get(stage)! };
      }),
      ...specialDays(calendar, from, until),
      clashes: checkPlan(policy, calendar),
    };
  }

  async heatMap(viewer: Viewer, id: string) {
    await this.visible.get(viewer, id, 'board.read');
    const { manager } = this.source;
    const stages = await this.campaigns.stages(manager, await this.campaigns.campaign(manager, id));
    const now = new Date(this.clock.now());
    const cells = await readCells(this.source, viewer, id, now);
    const debtors = await readDebtors(this.source, viewer, id, cells);
    const bureau: Debtor[] = cells.some(({ unit, agency }) => unit === null && agency === null) ? [BUREAU] : [];
    const byDebtor = groupBy(cells, keyOf);
    const rows = [...debtors, ...bureau].map((debtor) => {
      const mine = byDebtor.get(keyOf(debtor)) ?? [];
      return { ...debtor, cells: stages.map((stage) => this.cell(stage, mine)) };
    });
    return { campaign: id, at: now, stages: stages.map(({ id: stage, key, name, status }) => ({ stage, key, name, status })), rows };
  }

  private cell({ id: stage, status }: StageRow, mine: readonly CellCounts[]) {
    const counts = mine.find((it) => it.stage === stage);
    if (counts) {
      const { documents, open, returned, late, filed, done, dueAt } = counts;
      return { stage, state: stateOf(counts), documents, open, returned, late, filed, done, dueAt };
    }
    return status === 'planned' ? { stage, state: 'not-due' as const, ...NOTHING } : null;
  }

  private async times(campaign: string): Promise<ReadonlyMap<string, { openedAt: Date | null; closedAt: Date | null }>> {
    const rows: { id: string; openedAt: Date | null; closedAt: Date | null }[] = await this.source.query(
      'select id, opened_at as "openedAt", closed_at as "closedAt" from stage where campaign_id = $1',
      [campaign],
    );
    return new Map(rows.map(({ id, ...it }) => [id, it]));
  }
}

const keyOf = ({ unit, agency }: { readonly unit: string | null; readonly agency: string | null }): string => unit ?? agency ?? '';

/** What the bureau itself owes: feedback notices, decisions. */
const BUREAU: Debtor = {
  unit: null,
  unitCode: null,
  unitName: null,
  department: null,
  departmentName: null,
  agency: null,
  agencyName: null,
};

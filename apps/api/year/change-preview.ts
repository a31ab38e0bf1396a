import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Problem } from '#contracts/errors/problem.js';
import { DomainError } from '#domain/errors/domain-error.js';
import { groupBy } from '#domain/group-by.js';
import { decide } from '#domain/obligation/decide.js';
import { isWithDebtor, ownersOf } from '#domain/obligation/state.js';
import type { ObligationState } from '#domain/obligation/state.js';
import { checkPlan } from '#domain/policy/plan-check.js';
import type { Clash } from '#domain/policy/plan-check.js';
import type { Policy } from '#domain/policy/policy.js';
import { mustBeMovable, rescheduled } from '#domain/policy/reschedule.js';
import type { NewDays } from '#domain/policy/reschedule.js';
import { schedulePlan } from '#domain/policy/schedule.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import type { CampaignRow, StageRow } from '#persistence/campaign/campaign.repository.js';
import { Clock } from '#platform/clock.js';
import { Campaigns } from '../campaigns/campaigns.js';
import { standingPolicy } from './year.js';

interface OpenRow {
  readonly obligation: string;
  readonly title: string;
  readonly unit: string | null;
  readonly unitName: string | null;
  readonly department: string | null;
  readonly departmentName: string | null;
  readonly agencyName: string | null;
  readonly state: ObligationState;
}

const MOST = 5_000;
const same = (a: Clash, b: Clash): boolean => a.code === b.code && a.path === b.path && a.day === b.day && a.zh === b.zh;

/** 调整预览: the rules by which a stage is moved and its open deadlines follow, asked without recording what they answer. */
@Injectable()
export class ChangePreview {
  constructor(
    private readonly source: DataSource,
    private readonly campaigns: CampaignRepository,
    private readonly visible: Campaigns,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem NOT_FOUND · DomainError as the change itself: ALREADY_CLOSED, STAGE_ALREADY_OPEN, NOT_LATER */
  async of(viewer: Viewer, id: string, { key, ...days }: NewDays & { readonly key: string }) {
    await this.visible.get(viewer, id, 'campaigns.write');
    const campaign = await this.campaigns.campaign(this.source.manager, id);
    const stages = await this.campaigns.stages(this.source.manager, campaign);
    const index = stages.findIndex((it) => it.key === key);
    const stage = stages[index];
    if (!stage) throw new Problem('UNKNOWN_STAGE', { key });
    mustBeMovable({ key, standing: stage.status }, days);
    const now = this.clock.toEngine(this.clock.now());
    const before = standingPolicy(campaign, stages);
    const plan = before.plan.with(index, rescheduled(stage.plan, days, campaign, now));
    const follows = stage.status === 'open' && days.dueOn !== undefined ? await this.following(stage, days.dueOn, now) : [];
    return { campaign: id, key, ...this.planned(campaign, before, { ...before, plan }, index), ...(await this.told(follows)) };
  }

  private planned({ calendar }: CampaignRow, before: Policy, after: Policy, index: number) {
    const [was, is] = [schedulePlan(before, calendar), schedulePlan(after, calendar)];
    const [had, has] = [checkPlan(before, calendar), checkPlan(after, calendar)];
    const span = ({ opens, closes }: { readonly opens: string; readonly closes: string }) => ({ opens, closes });
    const followers = was.flatMap((it, i) => {
      const next = is[i]!;
      if (i === index || (it.opens === next.opens && it.closes === next.closes)) return [];
      return [{ key: it.key, fromOpens: it.opens, toOpens: next.opens, fromCloses: it.closes, toCloses: next.closes }];
    });
    return {
      ...{ from: span(was[index]!), to: span(is[index]!), followers },
      newClashes: has.filter((it) => !had.some((old) => same(it, old))),
      goneClashes: had.filter((it) => !has.some((left) => same(it, left))),
    };
  }

  /** What each open obligation would answer. */
  private async following(stage: StageRow, dueOn: string, now: number) {
    const command = { name: 'moveDeadline', requestId: 'preview', actor: null, dueOn, reason: '预览' } as const;
    return (await this.open(stage.id)).map((row) => {
      try {
        return { row, moved: decide(row.state, command, now).state };
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        return { row, code: error.code };
      }
    });
  }

  private async told(follows: Awaited<ReturnType<ChangePreview['following']>>) {
    const moved = follows.flatMap((it) => ('moved' in it && it.moved ? [{ row: it.row, after: it.moved }] : []));
    const unmoved = follows.flatMap((it) =>
      'code' in it && it.code ? [{ obligation: it.row.obligation, title: it.row.title, code: it.code }] : [],
    );
    const owners = moved.map(({ row: { state } }) => [...new Set(Object.values(state.documents).flatMap((it) => ownersOf(state, it)))]);
    const names = await this.names([...new Set(owners.flat())]);
    const departments = [...groupBy(moved, ({ row }) => row.department).values()].map((its) => ({
      department: its[0]!.row.department,
      departmentName: its[0]!.row.departmentName,
      obligations: its.length,
    }));
    const lines = moved.slice(0, MOST).map(({ row: { state, ...row }, after }, i) => ({
      ...row,
      fromDueOn: state.deadline.dueOn,
      toDueOn: after.deadline.dueOn,
      toFile: Object.values(state.documents).filter(isWithDebtor).length,
      people: owners[i]!.map((it) => names.get(it) ?? '').filter(Boolean),
      rungs: after.deadline.rungs.filter((it) => it.state === 'ahead').length,
    }));
    return { moved: lines, unmoved, people: names.size, departments };
  }

  private async names(people: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows: { id: string; name: string }[] = await this.source.query('select id, name from person where id = any ($1)', [people]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  private open(stage: string): Promise<OpenRow[]> {
    return this.source.query(
      `select o.id as obligation, o.title, o.unit_id as unit, u.name as "unitName", o.department_id as department, top.name as "departmentName",
         a.name as "agencyName", o.terms || o.state as state
       from obligation o left join budget_unit u on u.id = o.unit_id left join budget_unit top on top.id = o.department_id
         left join agency a on a.id = o.agency_id
       where o.stage_id = $1 and o.status = 'open'
         and exists (select from document d where d.obligation_id = o.id and d.status in ('open', 'returned', 'in-review'))
       order by top.code, u.code, o.title, o.id`,
      [stage],
    );
  }
}

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { dayOf } from '#domain/calendar/calendar.js';
import type { MonitoringContent } from '#domain/monitoring/content.js';
import type { Day } from '#domain/policy/policy.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { LightRepository } from '#persistence/campaign/light.repository.js';
import { WarningRepository } from '#persistence/campaign/warning.repository.js';
import { DocumentRepository } from '#persistence/obligation/document.repository.js';
import { Clock } from '#platform/clock.js';
import type { Acceptance } from '../obligation/effects.js';
import type { Opening, StageRoom } from '../stage/room.js';
import { UnitFilings } from '../stage/unit-filings.js';
import { Disposals } from './disposals.js';
import { Examination, lightOf } from './examination.js';
import type { Grounded } from './examination.js';
import { KeyMonitoring } from './key-monitoring.js';
import { SecondRound } from './second-round.js';
import { WarningDesk } from './warning-desk.js';

/** 绩效运行双监控: execution and attainment side by side; what the policy's rules notice becomes a warning, with a deadline to answer it. */
@Injectable()
export class MonitoringRoom implements StageRoom {
  readonly name = 'monitoring';
  readonly effects = {
    'monitoring-report': this.examine.bind(this),
    'key-monitoring': this.ordered.bind(this),
    'warning-answer': this.answered.bind(this),
    'disposal-report': this.settled.bind(this),
  };

  constructor(
    private readonly filings: UnitFilings,
    private readonly secondRound: SecondRound,
    private readonly keyMonitoring: KeyMonitoring,
    private readonly campaigns: CampaignRepository,
    private readonly documents: DocumentRepository,
    private readonly examination: Examination,
    private readonly desk: WarningDesk,
    private readonly lights: LightRepository,
    private readonly warnings: WarningRepository,
    private readonly disposals: Disposals,
    private readonly clock: Clock,
  ) {}

  /** Everybody reports in a round of its own; in a second round (二次监控) those do that a rule has flagged, where the policy flags any. */
  async open(opening: Opening, units?: readonly string[]): Promise<number> {
    const filing = { kind: 'monitoring-report', label: '绩效运行监控' } as const;
    const flagged = await this.secondRound.of(opening);
    const wants = ({ id }: { readonly id: string }): boolean => flagged?.has(id) ?? true;
    const again = flagged === null ? filing : { ...filing, label: '绩效运行二次监控', wants };
    const reports = await this.filings.open(opening, again, units);
    return reports + (await this.keyMonitoring.open(opening, (it) => wants(it) && (units?.includes(it.unit) ?? true)));
  }

  /** A second round is for whom a rule has flagged; nobody reported about these projects before. */
  async admit(opening: Opening, projects: ReadonlySet<string>, units: readonly string[]): Promise<number> {
    if ((await this.secondRound.of(opening)) !== null) return 0;
    const wants = ({ id }: { readonly id: string }): boolean => projects.has(id);
    const reports = await this.filings.open(opening, { kind: 'monitoring-report', label: '绩效运行监控', wants }, units);
    return reports + (await this.keyMonitoring.open(opening, wants));
  }

  /** Accepted reports update what was executed, and are held against the policy's rules. */
  private async examine(manager: EntityManager, { obligation, documents, at }: Acceptance): Promise<void> {
    const stage = await this.campaigns.stage(manager, obligation.stage_id);
    const { plan, campaign } = stage;
    const asOf = plan.asOf ?? dayOf(campaign.calendar, this.clock.toEngine(at));
    await this.updateExecution(manager, documents, asOf);
    const evidence = (await this.documents.filed<MonitoringContent>(manager, documents)).flatMap(
      ({ id: report, project, content }): Grounded[] =>
        project && content
          ? [
              {
                project,
                content,
                executed: content.executedAmount,
                asOf,
                ground: { report, figure: null },
                reportedAt: new Date(at).toISOString(),
              },
            ]
          : [],
    );
    const examined = await this.examination.examine(manager, campaign, evidence);
    const raised = examined.flatMap(({ row: project, evidence: { ground }, result }) =>
      result.warnings.map((warning) => ({ project, ground, warning })),
    );
    await this.desk.raise(manager, stage, raised, at, { openedBy: obligation.id });
    await this.lights.put(manager, campaign.id, at, examined.map(lightOf));
  }

  /** A figure that was fed for a later day than the report's stays. */
  private async updateExecution(manager: EntityManager, documents: readonly string[], asOf: Day): Promise<void> {
    await manager.query(
      `update project p set executed_amount = (c.content ->> 'executedAmount')::numeric, version = p.version + 1,
         sources = p.sources || jsonb_build_object('executed_amount', 'document/' || d.id)
       from document d join document_content c on c.document_id = d.id and c.version = d.filed_version
       where d.id = any ($1) and d.project_id = p.id
         and not exists (select from execution_figure e where e.project_id = p.id and e.on_day > $2 and e.superseded_at is null)`,
      [documents, asOf],
    );
  }

  private async answered(manager: EntityManager, acceptance: Acceptance): Promise<void> {
    await this.warnings.answered(manager, acceptance.documents);
    await this.disposals.order(manager, acceptance);
  }

  private async ordered(manager: EntityManager, acceptance: Acceptance): Promise<void> {
    await this.disposals.order(manager, acceptance);
  }

  private async settled(manager: EntityManager, { documents, at }: Acceptance): Promise<void> {
    await this.disposals.settle(manager, documents, at);
  }
}

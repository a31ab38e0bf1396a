import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { dayOf } from '#domain/calendar/calendar.js';
import { groupBy } from '#domain/group-by.js';
import type { Json } from '#domain/json.js';
import type { MonitoringContent } from '#domain/monitoring/content.js';
import { monitoringInput } from '#domain/monitoring/input.js';
import { LIGHTS, monitor, monitoringRules } from '#domain/monitoring/warnings.js';
import type { Warning } from '#domain/monitoring/warnings.js';
import type { TargetContent } from '#domain/target-filing/content.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import type { StageRow } from '#persistence/campaign/campaign.repository.js';
import { ProjectRepository } from '#persistence/campaign/project.repository.js';
import type { ProjectRow } from '#persistence/campaign/project.repository.js';
import { loadSeats } from '#persistence/campaign/seats.js';
import { WarningRepository } from '#persistence/campaign/warning.repository.js';
import { DocumentRepository } from '#persistence/obligation/document.repository.js';
import type { FiledDocument } from '#persistence/obligation/document.repository.js';
import { ObligationOpener } from '#persistence/obligation/obligation-opener.js';
import { Clock } from '#platform/clock.js';
import type { Acceptance } from '../obligation/effects.js';
import { commonOf } from '../stage/draft.js';
import type { Opening, StageRoom } from '../stage/room.js';
import { UnitFilings } from '../stage/unit-filings.js';

interface Raised {
  readonly project: ProjectRow;
  readonly report: string;
  readonly warning: Warning;
  /** The document with which the unit will answer. */
  readonly answer: string | null;
}

/** 绩效运行双监控: execution and attainment side by side; what the policy's rules notice becomes a warning, with a deadline to answer it. */
@Injectable()
export class MonitoringRoom implements StageRoom {
  readonly name = 'monitoring';
  readonly effects = { 'monitoring-report': this.examine.bind(this), 'warning-answer': this.answered.bind(this) };

  constructor(
    private readonly filings: UnitFilings,
    private readonly campaigns: CampaignRepository,
    private readonly projects: ProjectRepository,
    private readonly documents: DocumentRepository,
    private readonly warnings: WarningRepository,
    private readonly opener: ObligationOpener,
    private readonly clock: Clock,
  ) {}

  async open(opening: Opening, units?: readonly string[]): Promise<number> {
    return this.filings.open(opening, { kind: 'monitoring-report', label: '绩效运行监控', whole: false }, units);
  }

  /** Accepted reports update what was executed, and are held against the policy's rules. */
  private async examine(manager: EntityManager, acceptance: Acceptance): Promise<void> {
    const stage = await this.campaigns.stage(manager, acceptance.obligation.stage_id);
    const reports = await this.documents.filed<MonitoringContent>(manager, acceptance.documents);
    await this.updateExecution(manager, acceptance.documents);
    const raised = await this.raise(manager, stage, reports, acceptance.at);
    const drafts = raised.map(({ project, report, warning, answer }) => {
      const { id: rule, colour, explanation } = warning;
      return { project: project.id, report, rule, colour, explanation: { ...explanation } as unknown as Json, answer };
    });
    await this.openAnswers(manager, stage, acceptance, raised);
    await this.warnings.put(manager, stage.campaign.id, acceptance.at, drafts);
  }

  private async updateExecution(manager: EntityManager, documents: readonly string[]): Promise<void> {
    await manager.query(
      `update project p set executed_amount = (c.content ->> 'executedAmount')::numeric, version = p.version + 1,
         sources = p.sources || jsonb_build_object('executed_amount', 'document/' || d.id)
       from document d join document_content c on c.document_id = d.id and c.version = d.filed_version
       where d.id = any ($1) and d.project_id = p.id`,
      [documents],
    );
  }

  private async raise(
    manager: EntityManager,
    { plan, campaign }: StageRow,
    reports: readonly FiledDocument<MonitoringContent>[],
    at: number,
  ): Promise<readonly Raised[]> {
    const ids = reports.flatMap(({ project }) => (project ? [project] : []));
    const projects = await this.projects.byIds(manager, ids);
    const targets = await this.documents.approvedByProject<TargetContent>(manager, campaign.id, 'target', ids);
    const rules = monitoringRules(campaign.policy);
    const asOf = plan.asOf ?? dayOf(campaign.calendar, this.clock.toEngine(at));
    return reports.flatMap(({ id: report, project: projectId, content }) => {
      const project = projects.get(projectId ?? '');
      if (!project || !content) return [];
      const adjustedBudget = project.adjustedBudget ?? project.approvedBudget ?? project.initialBudget;
      const origins = {
        report: { document: `document/${report}`, at: new Date(at).toISOString() },
        budget: { document: `project/${project.id}` },
      };
      const input = monitoringInput(content, targets.get(project.id)?.content ?? undefined, {
        budget: { ...project, adjustedBudget },
        asOf,
        origins,
      });
      const { warnings } = monitor(input, rules);
      return warnings.map((warning) => ({ project, report, warning, answer: warning.answerWithin === null ? null : uuid() }));
    });
  }

  /** The unit answers with cause and correction; one obligation for all warnings of the batch with the same time limit. */
  private async openAnswers(
    manager: EntityManager,
    stage: StageRow,
    { obligation, at }: Acceptance,
    raised: readonly Raised[],
  ): Promise<void> {
    const asking = raised.filter(({ answer }) => answer !== null);
    if (asking.length === 0) return;
    const { campaign } = stage;
    const { chain, ladder } = campaign.policy.monitoring;
    const now = this.clock.toEngine(at);
    const seats = await loadSeats(manager, campaign.district);
    const place = {
      unit: obligation.unit_id,
      department: obligation.department_id,
      sectorOffice: obligation.sector_office_id,
      agency: null,
    };
    const drafts = [...groupBy(asking, ({ warning }) => warning.answerWithin!)].map(([within, warnings]) => {
      const common = commonOf(stage, 'warning-answer', now, { due: undefined, within, chain, ladder });
      const documents = warnings.map(({ project, warning, answer }) => ({
        id: answer!,
        title: `预警回复：${project.name}（${LIGHTS[warning.colour].zh}）`,
        project: project.id,
      }));
      return { ...common, title: '预警回复', place, seats: seats.of('unit', place), documents, openedBy: obligation.id };
    });
    await this.opener.open(manager, drafts, now);
  }

  private async answered(manager: EntityManager, { documents }: Acceptance): Promise<void> {
    await this.warnings.answered(manager, documents);
  }
}

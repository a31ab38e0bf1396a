import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Examination } from '#activities/monitoring/examination.js';
import type { Evidence, Examined } from '#activities/monitoring/examination.js';
import { Problem } from '#contracts/errors/problem.js';
import type { MonitoringContent } from '#domain/monitoring/content.js';
import { indicatorQuantities, projectQuantities } from '#domain/monitoring/quantities.js';
import type { ReverseRule } from '#domain/policy/policy.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import type { StageRow } from '#persistence/campaign/campaign.repository.js';
import { ExecutionRepository } from '#persistence/campaign/execution.repository.js';
import { WarningRepository } from '#persistence/campaign/warning.repository.js';
import { DocumentRepository } from '#persistence/obligation/document.repository.js';
import { readDocument } from '#persistence/reading/documents.js';
import { Clock } from '#platform/clock.js';
import { todayOf } from '../http/today.js';

interface ReportRow {
  readonly kind: string;
  readonly project: string | null;
  readonly stage: string;
}

/** 双监控对照: what is known beside a report that is being filled in: budget and execution, each indicator's last progress, light, warnings. */
@Injectable()
export class MonitoringContext {
  constructor(
    private readonly source: DataSource,
    private readonly campaigns: CampaignRepository,
    private readonly documents: DocumentRepository,
    private readonly execution: ExecutionRepository,
    private readonly warnings: WarningRepository,
    private readonly examination: Examination,
    private readonly clock: Clock,
  ) {}

  async of(viewer: Viewer, id: string) {
    const document = (await readDocument(this.source, viewer, todayOf(this.clock), id)) as ReportRow | null;
    if (document?.kind !== 'monitoring-report' || document.project === null) throw new Problem('NOT_FOUND');
    const { manager } = this.source;
    const stage = await this.campaigns.stage(manager, document.stage);
    const evidence = await this.evidence(stage, document.project);
    const [examined] = await this.examination.examine(manager, stage.campaign, [evidence]);
    const flags = await this.warnings.flagged(manager, stage.campaign.id, document.project);
    return { ...contextOf(id, examined!, stage.campaign.policy.selfEvaluation.reverse), secondRound: flags };
  }

  /** The last approved report, and the executed amount as fed, reported or imported last. */
  private async evidence({ campaign, plan }: StageRow, project: string): Promise<Evidence> {
    const { manager } = this.source;
    const reports = await this.documents.approvedByProject<MonitoringContent>(manager, campaign.id, 'monitoring-report', [project]);
    const [report, figure] = [reports.get(project), (await this.execution.newest(manager, [project])).get(project)];
    const rows: { executed: string | null }[] = await manager.query('select executed_amount::text as executed from project where id = $1', [
      project,
    ]);
    const ground = figure ? ({ report: null, figure: figure.id } as const) : report ? ({ report: report.id, figure: null } as const) : null;
    const asOf = figure?.day ?? plan.asOf ?? todayOf(this.clock);
    return { project, content: report?.content ?? null, executed: rows[0]!.executed, asOf, ground, reportedAt: asOf };
  }
}

const contextOf = (document: string, { evidence, row, target, input, result }: Examined<Evidence>, reverse: ReverseRule) => {
  const { project, content, asOf } = evidence;
  const { initialBudget, approvedBudget, adjustedBudget, fundsReceived, executedAmount } = row;
  return {
    document,
    project,
    asOf,
    budget: { initialBudget, approvedBudget, adjustedBudget, fundsReceived, executedAmount },
    quantities: projectQuantities(input, reverse),
    indicators: (target?.indicators ?? []).map((it, indicator) => ({
      ...it,
      indicator,
      last: content?.indicators.find((one) => one.indicator === indicator) ?? null,
      attained: indicatorQuantities(input.indicators[indicator]!, reverse)['attained'] ?? null,
    })),
    light: result.light,
    warnings: result.warnings,
    undecided: result.undecided,
  };
};

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Problem } from '#contracts/errors/problem.js';
import { labelOf } from '#contracts/forms/labels.js';
import type { EvaluationReportContent } from '#domain/key-evaluation/content.js';
import { reconcileReport } from '#domain/key-evaluation/report-reconciliation.js';
import type { FurtherStatements } from '#domain/key-evaluation/report-reconciliation.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { EvaluationRepository } from '#persistence/campaign/evaluation.repository.js';
import { EVALUATION_LIST } from '#persistence/reading/results.js';
import { readOne } from '#persistence/reading/list.js';

interface Evaluation {
  readonly id: string;
  readonly campaign: string;
  readonly project: string;
  readonly projectName: string;
  readonly agencyName: string;
}

/** 报告核对 of a filed report, for who accepts it and for who wrote it. */
@Injectable()
export class Reconciliations {
  constructor(
    private readonly source: DataSource,
    private readonly campaigns: CampaignRepository,
    private readonly evaluations: EvaluationRepository,
  ) {}

  /** @throws Problem NOT_FOUND; REPORT_NOT_FILED while there is no report */
  async of(viewer: Viewer, evaluation: string, further?: FurtherStatements) {
    const it = await readOne<Evaluation>(this.source, { ...EVALUATION_LIST, action: 'agencies.read' }, viewer, evaluation);
    if (!it) throw new Problem('NOT_FOUND');
    const { manager } = this.source;
    const report = await this.evaluations.newestReport<EvaluationReportContent>(manager, evaluation);
    if (!report) throw new Problem('REPORT_NOT_FILED');
    const { policy } = await this.campaigns.campaign(manager, it.campaign);
    const { content, ...document } = report;
    const { reconciliation, objects, contradictions } = reconcileReport(content, policy.grades, it.projectName, further);
    return {
      ...{ evaluation, project: it.project, projectName: it.projectName, agencyName: it.agencyName, ...document },
      ...{ mode: policy.keyEvaluation?.reconciliation ?? ('warn' as const), objects },
      contradictions: contradictions.map((one) => ({ ...one, label: labelOf(one.path) })),
      statements: reconciliation.statements.map(({ id, topic, published, verdict, recomputed, difference, explained }) => ({
        ...{ id, topic, published, verdict, recomputed, difference },
        ...{ ...explained.sentence, explanation: explained },
      })),
      findings: reconciliation.findings.map(({ code, severity, at, explained }) => ({
        ...{ code, severity, at: [...at] },
        ...{ ...explained.sentence, explanation: explained },
      })),
    };
  }
}

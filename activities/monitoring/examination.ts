import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MonitoringContent } from '#domain/monitoring/content.js';
import { monitoringInput } from '#domain/monitoring/input.js';
import type { MonitoringInput } from '#domain/monitoring/input.js';
import { monitor, monitoringRules } from '#domain/monitoring/warnings.js';
import type { MonitoringResult } from '#domain/monitoring/warnings.js';
import type { Day } from '#domain/policy/policy.js';
import type { Yuan } from '#domain/score/money.js';
import type { TargetContent } from '#domain/target-filing/content.js';
import type { CampaignRow } from '#persistence/campaign/campaign.repository.js';
import type { LightDraft } from '#persistence/campaign/light.repository.js';
import { ProjectRepository } from '#persistence/campaign/project.repository.js';
import type { ProjectRow } from '#persistence/campaign/project.repository.js';
import type { Ground } from '#persistence/campaign/warning.repository.js';
import { DocumentRepository } from '#persistence/obligation/document.repository.js';

/** What there is to hold against the rules: figures of a project up to a day. Without a report nothing is known of its indicators. */
export interface Evidence {
  readonly project: string;
  readonly content: MonitoringContent | null;
  /** Executed, yuan: as reported, or as fed where that is newer. */
  readonly executed: Yuan | null;
  readonly asOf: Day;
  /** Null: nothing was reported or fed yet. */
  readonly ground: Ground | null;
  /** When it was reported or fed: an ISO instant or day. */
  readonly reportedAt: string;
}

export interface Examined<E extends Evidence> {
  readonly evidence: E;
  readonly row: ProjectRow;
  readonly target: TargetContent | null;
  readonly input: MonitoringInput;
  readonly result: MonitoringResult;
}

/** Evidence that there is something to show for: only such raises warnings and lights lights. */
export type Grounded = Evidence & { readonly ground: Ground };

export const lightOf = ({ evidence: { project, ground, asOf }, result }: Examined<Grounded>): LightDraft => ({
  project,
  ground,
  asOf,
  result,
});

/** Holds figures against the policy's warning rules, beside the approved target and the budget in force. Writes nothing. */
@Injectable()
export class Examination {
  constructor(
    private readonly projects: ProjectRepository,
    private readonly documents: DocumentRepository,
  ) {}

  async examine<E extends Evidence>(
    manager: EntityManager,
    { id, policy }: CampaignRow,
    evidence: readonly E[],
  ): Promise<readonly Examined<E>[]> {
    const ids = evidence.map(({ project }) => project);
    const projects = await this.projects.byIds(manager, ids);
    const targets = await this.documents.approvedByProject<TargetContent>(manager, id, 'target', ids);
    const rules = monitoringRules(policy);
    return evidence.flatMap((it): Examined<E>[] => {
      const row = projects.get(it.project);
      if (!row) return [];
      const target = targets.get(row.id)?.content ?? null;
      const input = inputOf(it, row, target ?? undefined);
      return [{ evidence: it, row, target, input, result: monitor(input, rules) }];
    });
  }
}

const NOBODY: MonitoringContent = { executedAmount: '0', forecastAmount: '0', indicators: [] };

const documentOf = (ground: Ground): string => (ground.report === null ? `execution/${ground.figure}` : `document/${ground.report}`);

const inputOf = ({ content, executed, asOf, ground, reportedAt }: Evidence, row: ProjectRow, target: TargetContent | undefined) => {
  const adjustedBudget = row.adjustedBudget ?? row.approvedBudget ?? row.initialBudget;
  const report = ground ? { report: { document: documentOf(ground), at: reportedAt } } : {};
  const rest = { budget: { ...row, adjustedBudget }, asOf, origins: { ...report, budget: { document: `project/${row.id}` } } };
  const input = monitoringInput(content ?? NOBODY, target, rest);
  return { ...input, executed, ...(content ? {} : { forecast: null }) };
};

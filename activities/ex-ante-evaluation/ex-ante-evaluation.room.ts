import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ExAnteContent } from '#domain/ex-ante-evaluation/content.js';
import { exAnteScore, needsExAnte } from '#domain/ex-ante-evaluation/score.js';
import { placeOf, ProjectRepository } from '#persistence/campaign/project.repository.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { ResultRepository } from '#persistence/campaign/result.repository.js';
import { DocumentRepository } from '#persistence/obligation/document.repository.js';
import { Clock } from '#platform/clock.js';
import { ObjectionDesk } from '../objection/objection-desk.js';
import type { Acceptance } from '../obligation/effects.js';
import type { Opening, StageRoom } from '../stage/room.js';
import { UnitFilings } from '../stage/unit-filings.js';

/** 事前绩效评估: a new project from the policy's threshold on is evaluated before its target may be filed. */
@Injectable()
export class ExAnteEvaluationRoom implements StageRoom {
  readonly name = 'ex-ante-evaluation';
  readonly effects = { 'ex-ante-report': this.conclude.bind(this) };

  constructor(
    private readonly filings: UnitFilings,
    private readonly campaigns: CampaignRepository,
    private readonly documents: DocumentRepository,
    private readonly results: ResultRepository,
    private readonly projects: ProjectRepository,
    private readonly objections: ObjectionDesk,
    private readonly clock: Clock,
  ) {}

  async open(opening: Opening, units?: readonly string[]): Promise<number> {
    const { policy } = opening.stage.campaign;
    const plan = {
      kind: 'ex-ante-report' as const,
      label: '事前绩效评估',
      wants: (project: { attribute: string; initialBudget: string | null }) =>
        needsExAnte({ isNew: project.attribute === 'new', amount: project.initialBudget ?? '0' }, policy),
    };
    return this.filings.open(opening, plan, units);
  }

  private async conclude(manager: EntityManager, { obligation, documents, at }: Acceptance): Promise<void> {
    const stage = await this.campaigns.stage(manager, obligation.stage_id);
    const { policy } = stage.campaign;
    const filed = await this.documents.filed<ExAnteContent>(manager, documents);
    const results = filed.flatMap(({ id, project, content }) => {
      if (!content || !project) return [];
      const { value, explanation: points, total, case: computedFrom } = exAnteScore(content, policy);
      if (!value) return [];
      const { score: exact, shown: score, grade, conclusion } = value;
      return [
        {
          project,
          document: id,
          score,
          grade,
          conclusion,
          explanation: { rule: 'ex-ante', exact, points, total, case: computedFrom, adjustments: content.adjustments ?? null },
        },
      ];
    });
    await this.results.put(manager, obligation.campaign_id, 'ex-ante', at, results);
    const known = await this.projects.byIds(
      manager,
      results.map(({ project }) => project),
    );
    const found = results.flatMap(({ project, document, score, conclusion }) => {
      const of = known.get(project);
      if (!of || conclusion === 'support') return [];
      const title = `事前绩效评估结论：${of.name}（${score}分，${conclusion === 'reject' ? '不予支持' : '调整后支持'}）`;
      return [{ document, title, project, place: placeOf(of) }];
    });
    await this.objections.open(manager, { stage, now: this.clock.toEngine(at), openedBy: obligation.id }, found);
  }
}

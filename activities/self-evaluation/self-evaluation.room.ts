import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Json } from '#domain/json.js';
import type { SelfEvaluationContent, SpotCheckContent, SpotCheckSeedContent } from '#domain/self-evaluation/content.js';
import { selfScore } from '#domain/self-evaluation/score.js';
import { gapOf } from '#domain/comparison/gap.js';
import { gradeOf } from '#domain/score/grade.js';
import type { TargetContent } from '#domain/target-filing/content.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { ProjectRepository } from '#persistence/campaign/project.repository.js';
import { ResultRepository } from '#persistence/campaign/result.repository.js';
import { DocumentRepository } from '#persistence/obligation/document.repository.js';
import { Clock } from '#platform/clock.js';
import type { Acceptance } from '../obligation/effects.js';
import type { Opening, StageRoom } from '../stage/room.js';
import { UnitFilings } from '../stage/unit-filings.js';
import { ProblemList } from './problem-list.js';
import { SpotCheck } from './spot-check.js';

/** 绩效自评 of every project; then a sample, drawn by a seed that nobody could choose, is checked by the bureau (抽查复核). */
@Injectable()
export class SelfEvaluationRoom implements StageRoom {
  readonly name = 'self-evaluation';
  readonly effects = {
    'self-evaluation': this.score.bind(this),
    'spot-check-seed': this.enterValue.bind(this),
    'spot-check': this.correct.bind(this),
    'self-evaluation-problem': this.strikeOff.bind(this),
  };

  constructor(
    private readonly filings: UnitFilings,
    private readonly campaigns: CampaignRepository,
    private readonly projects: ProjectRepository,
    private readonly documents: DocumentRepository,
    private readonly results: ResultRepository,
    private readonly spotCheck: SpotCheck,
    private readonly problems: ProblemList,
    private readonly clock: Clock,
  ) {}

  async open(opening: Opening, units?: readonly string[]): Promise<number> {
    return this.filings.open(opening, { kind: 'self-evaluation', label: '绩效自评', whole: false }, units);
  }

  /** The spot check begins when every self-evaluation is closed; the bureau owes it. */
  async finish(opening: Opening): Promise<number> {
    return this.spotCheck.begin(opening);
  }

  private async enterValue(manager: EntityManager, { obligation, documents, at }: Acceptance): Promise<void> {
    const stage = await this.campaigns.stage(manager, obligation.stage_id);
    const [entered] = await this.documents.filed<SpotCheckSeedContent>(manager, documents);
    const opening = { manager, stage, now: this.clock.toEngine(at) };
    if (entered?.content) await this.spotCheck.enter(opening, entered.content, obligation.id);
  }

  private async score(manager: EntityManager, { obligation, documents, at }: Acceptance): Promise<void> {
    const { policy, id: campaign } = await this.campaigns.campaign(manager, obligation.campaign_id);
    const filed = await this.documents.filed<SelfEvaluationContent>(manager, documents);
    const ids = filed.flatMap(({ project }) => (project ? [project] : []));
    const targets = await this.documents.approvedByProject<TargetContent>(manager, campaign, 'target', ids);
    const projects = await this.projects.byIds(manager, ids);
    const results = filed.flatMap(({ id, project, content }) => {
      const target = targets.get(project ?? '')?.content;
      if (!project || !content || !target) return [];
      const { value, explanation: lines, total, case: computedFrom } = selfScore(content, target, policy, projects.get(project)!);
      if (!value) return [];
      const grade = gradeOf(value.score, policy.grades);
      return [
        {
          project,
          document: id,
          score: value.shown,
          grade,
          conclusion: null,
          explanation: { rule: 'self-score', exact: value.score, lines, total, case: computedFrom },
        },
      ];
    });
    await this.results.put(manager, campaign, 'self-evaluation', at, results);
  }

  /** The bureau's score stands beside the unit's; a gap beyond the policy's tolerance makes the self-score untrue. */
  private async correct(manager: EntityManager, { obligation, documents, at }: Acceptance): Promise<void> {
    const { policy, id: campaign } = await this.campaigns.campaign(manager, obligation.campaign_id);
    const scores = await this.results.byProject(manager, campaign, 'self-evaluation');
    const filed = await this.documents.filed<SpotCheckContent>(manager, documents);
    const results = filed.flatMap(({ id, project, content }) => {
      const self = scores.get(project ?? '');
      if (!project || !content || !self) return [];
      const pair = { selfScore: self.exact, otherScore: content.correctedScore, origin: { document: `document/${id}` } };
      const { gap, beyond } = gapOf(pair, policy.selfEvaluation.spotCheck.tolerance);
      const grade = gradeOf(content.correctedScore, policy.grades);
      const conclusion = beyond ? 'untrue' : 'true';
      return [
        {
          project,
          document: id,
          score: content.correctedScore,
          grade,
          conclusion,
          explanation: { ...gap, remark: content.reason } as unknown as Json,
        },
      ];
    });
    await this.results.put(manager, campaign, 'spot-check', at, results);
    await this.problems.open(manager, obligation, filed, at);
  }

  private async strikeOff(manager: EntityManager, { documents, at }: Acceptance): Promise<void> {
    await this.problems.strikeOff(manager, documents, at);
  }
}

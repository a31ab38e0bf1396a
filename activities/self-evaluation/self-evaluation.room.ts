import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { SelfEvaluationContent, SpotCheckContent, SpotCheckSeedContent } from '#domain/self-evaluation/content.js';
import { PROJECT_FORM } from '#domain/self-evaluation/self-rubric.js';
import type { TargetContent } from '#domain/target-filing/content.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { ProjectRepository } from '#persistence/campaign/project.repository.js';
import { ResultRepository } from '#persistence/campaign/result.repository.js';
import { WholeDepartmentRepository } from '#persistence/campaign/whole-department.repository.js';
import { DocumentRepository } from '#persistence/obligation/document.repository.js';
import { Clock } from '#platform/clock.js';
import type { Acceptance } from '../obligation/effects.js';
import type { Opening, StageRoom } from '../stage/room.js';
import { UnitFilings } from '../stage/unit-filings.js';
import { CheckObjections } from './check-objections.js';
import { ProblemList } from './problem-list.js';
import { correctedOf, scoredOf } from './outcomes.js';
import { SpotCheck } from './spot-check.js';
import { WholeDepartment } from './whole-department.js';

/** 绩效自评 of every project and, where the plan says so, of each unit as a whole; then a sample, drawn by a seed that nobody could choose, is checked by the bureau (抽查复核). */
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
    private readonly wholes: WholeDepartmentRepository,
    private readonly whole: WholeDepartment,
    private readonly spotCheck: SpotCheck,
    private readonly objections: CheckObjections,
    private readonly problems: ProblemList,
    private readonly clock: Clock,
  ) {}

  async open(opening: Opening, units?: readonly string[]): Promise<number> {
    const { manager, stage } = opening;
    const targeted = stage.plan.wholeDepartment ? await this.wholes.targeted(manager, stage.campaign.id) : new Set<string>();
    const whole = { kind: 'whole-self-evaluation' as const, wants: (unit: string) => targeted.has(unit) };
    return this.filings.open(opening, { kind: 'self-evaluation', label: '绩效自评', whole }, units);
  }

  async admit(opening: Opening, projects: ReadonlySet<string>, units: readonly string[]): Promise<number> {
    return this.filings.open(opening, { kind: 'self-evaluation', label: '绩效自评', wants: ({ id }) => projects.has(id) }, units);
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
      const scored = project && content && target && scoredOf(id, content, target, policy, projects.get(project), PROJECT_FORM);
      return scored ? [{ project, ...scored }] : [];
    });
    await this.results.put(manager, campaign, 'self-evaluation', at, results);
    await this.whole.score(manager, { campaign, policy, documents, at });
  }

  private async correct(manager: EntityManager, { obligation, documents, at, how }: Acceptance): Promise<void> {
    const { policy, id: campaign } = await this.campaigns.campaign(manager, obligation.campaign_id);
    const scores = await this.results.byProject(manager, campaign, 'self-evaluation');
    const filed = await this.documents.filed<SpotCheckContent>(manager, documents);
    const results = filed.flatMap(({ id, project, content }) => {
      const self = scores.get(project ?? '');
      return project && content && self ? [{ project, ...correctedOf(id, content, self.exact, policy) }] : [];
    });
    await this.results.put(manager, campaign, 'spot-check', at, results);
    await this.whole.correct(manager, { campaign, policy, documents, at });
    await this.objections.hear(manager, { obligation, documents, at, how }, filed);
  }

  private async strikeOff(manager: EntityManager, { documents, at }: Acceptance): Promise<void> {
    await this.problems.strikeOff(manager, documents, at);
  }
}

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { correctedProblems } from '#domain/objection/objection.js';
import type { Policy } from '#domain/policy/policy.js';
import { compare, show } from '#domain/score/exact.js';
import type { SpotCheckContent } from '#domain/self-evaluation/content.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { ResultRepository } from '#persistence/campaign/result.repository.js';
import type { ResultDraft } from '#persistence/campaign/result.repository.js';
import { WholeDepartmentRepository } from '#persistence/campaign/whole-department.repository.js';
import { DocumentRepository } from '#persistence/obligation/document.repository.js';
import type { FiledDocument } from '#persistence/obligation/document.repository.js';
import { Clock } from '#platform/clock.js';
import { ObjectionDesk } from '../objection/objection-desk.js';
import { isSustained } from '../objection/settlement.js';
import type { Settled, Settlement } from '../objection/settlement.js';
import type { Acceptance } from '../obligation/effects.js';
import { correctedOf } from './outcomes.js';
import { ProblemList } from './problem-list.js';

type Check = FiledDocument<SpotCheckContent>;
type Outcome = Omit<ResultDraft, 'project'>;

const aboutOf = ({ project, subject }: Pick<Check, 'project' | 'subject'>): string => project ?? subject ?? '';

/** 复核异议: what a spot check takes from a unit it may object to first; only then are the problems owed, and a sustained objection corrects the score. */
@Injectable()
export class CheckObjections implements Settlement {
  readonly settles = 'spot-check';

  constructor(
    private readonly campaigns: CampaignRepository,
    private readonly documents: DocumentRepository,
    private readonly results: ResultRepository,
    private readonly wholes: WholeDepartmentRepository,
    private readonly problems: ProblemList,
    private readonly desk: ObjectionDesk,
    private readonly clock: Clock,
  ) {}

  /** Checks that took nothing hold at once; of the others the unit is heard, where the policy has a window for it. */
  async hear(manager: EntityManager, { obligation, at }: Acceptance, checks: readonly Check[]): Promise<void> {
    const stage = await this.campaigns.stage(manager, obligation.stage_id);
    const selves = await this.selfScores(manager, stage.campaign.id);
    const takes = ({ content, ...it }: Check): boolean => {
      const self = selves.get(aboutOf(it));
      if (!content || self === undefined) return false;
      return compare(content.correctedScore, self) < 0 || (content.problems ?? []).length > 0;
    };
    const disputable = this.desk.takes(stage) ? checks.filter(takes) : [];
    const known = await this.problems.checked(manager, disputable);
    const found = disputable.flatMap((check) => {
      const of = known.get(aboutOf(check));
      const scores = `自评${show(selves.get(aboutOf(check))!)}，复核${check.content!.correctedScore}`;
      return of ? [{ document: check.id, title: `${check.title}（${scores}）`, project: check.project, place: of.place }] : [];
    });
    await this.desk.open(manager, { stage, now: this.clock.toEngine(at), openedBy: obligation.id }, found);
    const waits = new Set(found.map(({ document }) => document));
    const held = checks.filter(({ id }) => !waits.has(id));
    await this.problems.open(manager, obligation, held, at);
  }

  async settle(manager: EntityManager, { obligation, at }: Acceptance, settled: readonly Settled[]): Promise<void> {
    const { id: campaign, policy } = await this.campaigns.campaign(manager, obligation.campaign_id);
    const ids = settled.map(({ about }) => about.document);
    const checks = new Map((await this.documents.filed<SpotCheckContent>(manager, ids)).map((it): [string, Check] => [it.id, it]));
    await this.correct(manager, { campaign, policy, at }, settled.filter(isSustained), checks);
    const remaining = settled.flatMap(({ about, ruling }): Check[] => {
      const check = checks.get(about.document);
      if (!check?.content) return [];
      const { problems = [], ...content } = check.content;
      return [{ ...check, content: { ...content, problems: correctedProblems(problems, ruling?.content.corrections) } }];
    });
    await this.problems.open(manager, obligation, remaining, at);
  }

  /** The decided score in place of that of the check, with what it was, what the unit said and who decided why. */
  private async correct(
    manager: EntityManager,
    { campaign, policy, at }: { readonly campaign: string; readonly policy: Policy; readonly at: number },
    sustained: readonly Settled[],
    checks: ReadonlyMap<string, Check>,
  ): Promise<void> {
    const selves = await this.selfScores(manager, campaign);
    const outcomes = sustained.flatMap(({ about, ruling }): (Outcome & { about: string; project: string | null })[] => {
      const check = checks.get(about.document);
      const self = check && selves.get(aboutOf(check));
      const { correctedScore, reason } = ruling!.content;
      if (!check?.content || self === undefined || correctedScore === undefined) return [];
      const corrected = correctedOf(check.id, { correctedScore, reason }, self, policy);
      const objection = {
        document: about.objection,
        said: ruling!.objected,
        ruling: ruling!.document,
        before: check.content.correctedScore,
      };
      return [
        { ...corrected, explanation: { ...(corrected.explanation as object), objection }, about: aboutOf(check), project: check.project },
      ];
    });
    const ofProjects = outcomes.flatMap(({ about: _, project, ...it }) => (project === null ? [] : [{ ...it, project }]));
    const ofUnits = outcomes.flatMap(({ about: unit, project, ...it }) => (project === null ? [{ ...it, unit }] : []));
    await this.results.put(manager, campaign, 'spot-check', at, ofProjects);
    await this.wholes.put(manager, campaign, 'spot-check', at, ofUnits);
  }

  /** Exact self-scores, by project and by unit as a whole. */
  private async selfScores(manager: EntityManager, campaign: string): Promise<ReadonlyMap<string, string>> {
    const projects = await this.results.byProject(manager, campaign, 'self-evaluation');
    const units = await this.wholes.selfScores(manager, campaign);
    return new Map([
      ...[...projects].map(([id, { exact }]) => [id, exact] as const),
      ...[...units].map(([id, { exact }]) => [id, exact] as const),
    ]);
  }
}

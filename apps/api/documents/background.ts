import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Problem } from '#contracts/errors/problem.js';
import { attainedIndicators, told } from '#domain/self-evaluation/attained.js';
import type { SelfEvaluationContent, SpotCheckContent } from '#domain/self-evaluation/content.js';
import { showPercent } from '#domain/score/exact.js';
import { executionRate } from '#domain/score/money.js';
import type { TargetContent } from '#domain/target-filing/content.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import {
  readApprovedTarget,
  readEvaluationOf,
  readLinkageOf,
  readOpenProblems,
  readPrior,
  readScores,
  readSubject,
} from '#persistence/reading/background.js';
import type { ApprovedForm, BackgroundSubject, PriorSubject, ScoredBefore } from '#persistence/reading/background.js';
import { locateDocuments } from '#persistence/reading/documents.js';
import { Clock } from '#platform/clock.js';
import { todayOf } from '../http/today.js';

/** Filings beside which one wants to see what came before. */
const KINDS: readonly string[] = ['ex-ante-report', 'target', 'monitoring-report', 'self-evaluation', 'whole-self-evaluation'];

type ScoreLines = Parameters<typeof attainedIndicators>[2];

/** What stands beside a filing: last year's results and decisions, this year's approved target. Who sees the document sees it. */
@Injectable()
export class Background {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly campaigns: CampaignRepository,
  ) {}

  /** @throws Problem NOT_FOUND also for a kind of document that has no background */
  async of(viewer: Viewer, id: string) {
    const located = (await locateDocuments(this.source, viewer, 'documents.read', todayOf(this.clock), [id])).get(id);
    const subject = located && KINDS.includes(located.kind) ? await readSubject(this.source, id) : null;
    if (!subject) throw new Problem('NOT_FOUND');
    const { document, campaign, fiscalYear, project, projectCode, name, unit, unitName, request } = subject;
    const target = await readApprovedTarget(this.source, campaign, project, unit);
    const prior = await readPrior(this.source, subject);
    return {
      ...{ document, fiscalYear, project, projectCode, name, unit, unitName, request },
      target: target && shownTarget(target),
      lastYear: prior && (await this.lastYear(subject, prior)),
    };
  }

  private async lastYear(subject: BackgroundSubject, prior: PriorSubject) {
    const { campaign, project, fiscalYear, name, unitName, unit } = prior;
    const common = { fiscalYear, campaign, name, unitName, budget: await this.budget(prior) };
    if (campaign === null) return { ...common, ...NOTHING };
    const scores = await readScores(this.source, campaign, project, unit);
    const self = scores.find(({ kind }) => kind === 'self-evaluation');
    const target = await readApprovedTarget(this.source, campaign, project, unit);
    return {
      ...common,
      ...NOTHING,
      ...(project === null ? {} : await this.ofProject(campaign, project, subject)),
      selfEvaluation: self ? { document: self.document, score: self.score, grade: self.grade } : null,
      problems: await readOpenProblems(this.source, campaign, project, unit),
      spotCheck: shownCheck(scores.find(({ kind }) => kind === 'spot-check')),
      indicators: target ? attained(target, self) : [],
    };
  }

  private async ofProject(campaign: string, project: string, { request }: BackgroundSubject) {
    return {
      evaluation: await readEvaluationOf(this.source, campaign, project),
      linkage: await readLinkageOf(this.source, campaign, project, request?.initialBudget ?? null),
    };
  }

  /** Last year's figures, and the rate by the figure that last year's policy names. */
  private async budget({ budget, campaign }: PriorSubject) {
    if (!budget) return null;
    const { fundsReceived, ...shown } = budget;
    if (campaign === null) return { ...shown, executionRate: null, denominator: null };
    const { policy } = await this.campaigns.campaign(this.source.manager, campaign);
    const { denominator } = policy.selfEvaluation.executionRate;
    const { rate } = executionRate(shown.executedAmount, { ...shown, fundsReceived }[denominator]);
    return { ...shown, executionRate: rate && showPercent(rate), denominator };
  }
}

const NOTHING = { evaluation: null, selfEvaluation: null, spotCheck: null, problems: [], linkage: null, indicators: [] };

const shownTarget = ({ document, version, replyNumber, content }: ApprovedForm) => {
  const { annualGoal, indicators } = content as TargetContent;
  return { document, version, replyNumber, annualGoal, indicators: indicators.map(told), content };
};

const shownCheck = (check: ScoredBefore | undefined) =>
  check
    ? {
        document: check.document,
        correctedScore: check.score,
        grade: check.grade,
        untrue: check.conclusion === 'untrue',
        reason: (check.content as SpotCheckContent | null)?.reason ?? null,
      }
    : null;

const attained = ({ content }: ApprovedForm, self: ScoredBefore | undefined) => {
  const results = (self?.content as SelfEvaluationContent | null | undefined)?.results ?? [];
  const { lines = [] } = (self?.explanation ?? {}) as { readonly lines?: ScoreLines };
  return attainedIndicators(content as TargetContent, results, lines);
};

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Problem } from '#contracts/errors/problem.js';
import type { EvaluationPlanContent, EvaluationReportContent } from '#domain/key-evaluation/content.js';
import { indicatorTree } from '#domain/key-evaluation/indicator-tree.js';
import { permits } from '#persistence/access/actions.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { EVALUATION_HEAD, readFiles, readFindings, readLedger, readParts, readScores } from '#persistence/reading/evaluation.js';
import type { EvaluationPart, Scored } from '#persistence/reading/evaluation.js';
import { readOne } from '#persistence/reading/list.js';
import { Clock } from '#platform/clock.js';
import { todayOf } from '../http/today.js';

interface Head {
  readonly id: string;
  readonly campaign: string;
  readonly project: string;
}

const filed = <C>(parts: readonly EvaluationPart[], kind: string): C | null =>
  (parts.findLast((it) => it.kind === kind)?.content ?? null) as C | null;

const scoreOf = (scores: readonly Scored[], kind: string) => {
  const found = scores.find((it) => it.kind === kind);
  if (!found) return null;
  const { document, score, grade, conclusion, explanation, at } = found;
  return { document, score, grade, conclusion, explanation, at };
};

/** 评价详情: one evaluation as a page shows it, each part for those who may see it. */
@Injectable()
export class EvaluationDetail {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async of(viewer: Viewer, id: string) {
    const head = await readOne<Head>(this.source, EVALUATION_HEAD, viewer, id);
    if (!head) throw new Problem('NOT_FOUND');
    const [parts, scores, ledger, findings] = await Promise.all([
      readParts(this.source, viewer, todayOf(this.clock), id),
      readScores(this.source, viewer, head.campaign, head.project),
      readLedger(this.source, id),
      permits(viewer, 'feedback.read') ? readFindings(this.source, id) : [],
    ]);
    const files = await readFiles(
      this.source,
      parts.map(({ document }) => document),
    );
    return { ...head, parts, ...this.reports(parts), ...this.scores(scores), files, ledger, findings };
  }

  private reports(parts: readonly EvaluationPart[]) {
    const plan = filed<EvaluationPlanContent>(parts, 'evaluation-plan');
    const draft = filed<EvaluationReportContent>(parts, 'evaluation-draft');
    const final = filed<EvaluationReportContent>(parts, 'evaluation-final');
    return {
      indicators: plan ? indicatorTree(plan, draft, final) : [],
      draftScore: draft?.score ?? null,
      finalScore: final?.score ?? null,
      workingPapers: (final ?? draft)?.workingPapers ?? [],
    };
  }

  private scores(scores: readonly Scored[]) {
    return {
      evaluation: scoreOf(scores, 'evaluation'),
      selfEvaluation: scoreOf(scores, 'self-evaluation'),
      spotCheck: scoreOf(scores, 'spot-check'),
    };
  }
}

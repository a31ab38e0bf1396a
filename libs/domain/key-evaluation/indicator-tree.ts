import { groupBy } from '#domain/group-by.js';
import { show, sum } from '#domain/score/exact.js';
import type { EvaluationIndicator, EvaluationPlanContent, EvaluationReportContent, ScoreItem } from './content.js';

/** One third-level indicator with what draft and final report gave it. */
export interface IndicatorRow extends EvaluationIndicator {
  readonly draft: ScoreItem | null;
  readonly final: ScoreItem | null;
  /** Why the final score differs from the draft's; null where it does not, or where nobody said. */
  readonly changed: string | null;
}

/** A first-level indicator with the sums of its rows, two decimals; null while a report is not there. */
export interface IndicatorBranch {
  readonly level1: string;
  readonly weight: string;
  readonly draft: string | null;
  readonly final: string | null;
  readonly indicators: readonly IndicatorRow[];
}

type Report = Pick<EvaluationReportContent, 'scoreItems' | 'changes'>;

const itemOf = (report: Report | null, name: string): ScoreItem | null =>
  report?.scoreItems.find(({ indicator }) => indicator === name) ?? null;

/** Of a report that is there; what it does not score counts nothing. */
const total = (report: Report | null, items: readonly (ScoreItem | null)[]): string | null =>
  report && show(sum(items.flatMap((it) => it?.points ?? [])));

/** The indicator system of the plan, first levels in its order, with the scores of the reports beside it. */
export const indicatorTree = (plan: EvaluationPlanContent, draft: Report | null, final: Report | null): readonly IndicatorBranch[] => {
  const rows = plan.indicators.map((it): IndicatorRow => {
    const changed = final?.changes?.find(({ indicator }) => indicator === it.level3)?.reason ?? null;
    return { ...it, draft: itemOf(draft, it.level3), final: itemOf(final, it.level3), changed };
  });
  return [...groupBy(rows, ({ level1 }) => level1)].map(([level1, indicators]) => ({
    level1,
    weight: show(sum(indicators.map(({ weight }) => weight))),
    draft: total(
      draft,
      indicators.map((it) => it.draft),
    ),
    final: total(
      final,
      indicators.map((it) => it.final),
    ),
    indicators,
  }));
};

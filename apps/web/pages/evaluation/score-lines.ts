import { compare, exact, show } from '#domain/score/exact.js';
import type { Schemas } from '../../api/client.js';
import type { Reports } from './use-evaluation.js';

type SheetLine = Schemas['ScoringSheet']['indicators'][number];

/** One indicator of the tree with what draft and report give it. */
export interface ScoreLine {
  readonly level1: string;
  readonly level2: string;
  readonly level3: string;
  readonly rubric: string;
  readonly full: string;
  readonly draft: string | null;
  readonly final: string | null;
  readonly change: string | null;
  readonly changeReason: string;
  readonly evidence: string;
  readonly papers: readonly string[];
  readonly sheet: SheetLine | null;
}

const differenceOf = (draft: string | undefined, final: string | undefined): string | null =>
  draft === undefined || final === undefined || compare(draft, final) === 0 ? null : show(exact(final).sub(exact(draft)));

const line = (
  place: Pick<ScoreLine, 'level1' | 'level2' | 'level3' | 'rubric' | 'full'>,
  reports: Reports,
  sheet: SheetLine | null,
): ScoreLine => {
  const find = (report: Reports['draft']) => report?.scoreItems.find((it) => it.indicator === place.level3);
  const [draft, final] = [find(reports.draft), find(reports.final)];
  const shown = final ?? draft;
  return {
    ...place,
    draft: draft?.points ?? null,
    final: final?.points ?? null,
    change: differenceOf(draft?.points, final?.points),
    changeReason: reports.final?.changes?.find((it) => it.indicator === place.level3)?.reason ?? '',
    evidence: shown?.evidence ?? '',
    papers: shown?.papers ?? [],
    sheet,
  };
};

/** The indicator system in the order of the plan; without a plan that one may see, what the reports score. */
export const scoreLines = (reports: Reports, sheet: readonly SheetLine[]): readonly ScoreLine[] => {
  const sheetOf = (indicator: string): SheetLine | null => sheet.find((it) => it.indicator === indicator) ?? null;
  if (reports.plan) return reports.plan.indicators.map(({ weight, ...it }) => line({ ...it, full: weight }, reports, sheetOf(it.level3)));
  const report = reports.final ?? reports.draft;
  return (report?.scoreItems ?? []).map((it) =>
    line({ level1: '', level2: '', level3: it.indicator, rubric: '', full: it.fullPoints }, reports, sheetOf(it.indicator)),
  );
};

import { groupBy } from '#domain/group-by.js';
import { fundsOf } from '#domain/overview/funds.js';
import type { Measures, Share } from '#domain/overview/assessment.js';
import { distributionOf } from '#domain/overview/scores.js';
import { sumYuan } from '#domain/score/money.js';
import type { StageRow } from '#persistence/campaign/campaign.repository.js';
import type { BudgetFigure, Figures, FundSums } from '#persistence/reading/overview.js';

const total = <T>(rows: readonly T[], of: (it: T) => number): number => rows.reduce((sum, it) => sum + of(it), 0);

const sumFunds = (rows: readonly FundSums[]) => ({
  projects: total(rows, (it) => it.projects),
  without: total(rows, (it) => it.without),
  budget: sumYuan(rows.map((it) => it.budget)),
  executed: sumYuan(rows.map((it) => it.executed)),
});

const stagesOf = (stages: readonly StageRow[], { documents }: Figures) =>
  stages.map(({ id, key, name, status }) => {
    const rows = documents.filter((it) => it.stage === id);
    return {
      ...{ stage: id, key, name, status },
      owed: total(rows, (it) => it.owed),
      filed: total(rows, (it) => it.filed),
      approved: total(rows, (it) => it.approved),
      returned: total(rows, (it) => it.returned),
      late: total(rows, (it) => it.late),
    };
  });

const warningsOf = ({ warnings }: Figures) =>
  [...groupBy(warnings, ({ colour }) => colour)].map(([colour, rows]) => ({
    colour,
    raised: total(rows, (it) => it.raised),
    toAnswer: total(rows, (it) => it.toAnswer),
    answered: total(rows, (it) => it.answered),
  }));

const scoresOf = ({ scores }: Figures) =>
  [...groupBy(scores, ({ kind }) => kind)].flatMap(([kind, groups]) => {
    const distribution = distributionOf(groups);
    return distribution === null ? [] : [{ kind, ...distribution }];
  });

/** One year in figures: of each stage, quality, scores, funds. */
export const yearOf = (stages: readonly StageRow[], figures: Figures, denominator: BudgetFigure) => {
  const { documents, findings, funds } = figures;
  return {
    stages: stagesOf(stages, figures),
    quality: {
      firstPass: total(documents, (it) => it.firstPass),
      accepted: total(documents, (it) => it.accepted),
      warnings: warningsOf(figures),
      findings: { found: total(findings, (it) => it.found), struckOff: total(findings, (it) => it.struckOff) },
    },
    scores: scoresOf(figures),
    funds: fundsOf(sumFunds(funds), denominator),
  };
};

const share = (part: number, whole: number): Share => ({ part: String(part), whole: String(whole) });

/** What a department is assessed by. */
export const measuresOf = (department: string, figures: Figures): Measures => {
  const of = <T extends { readonly department: string | null }>(rows: readonly T[]): T[] =>
    rows.filter((it) => it.department === department);
  const [documents, warnings, findings] = [of(figures.documents), of(figures.warnings), of(figures.findings)];
  const checks = of(figures.scores).filter(({ kind }) => kind === 'spot-check');
  const funds = sumFunds(of(figures.funds));
  const due = total(documents, (it) => it.due);
  const checked = total(checks, ({ scores }) => scores.length);
  const found = total(checks, ({ conclusion, scores }) => (conclusion === 'untrue' ? 0 : scores.length));
  return {
    timeliness: share(due - total(documents, (it) => it.late), due),
    'first-pass': share(
      total(documents, (it) => it.firstPass),
      total(documents, (it) => it.accepted),
    ),
    'warnings-answered': share(
      total(warnings, (it) => it.answered),
      total(warnings, (it) => it.toAnswer),
    ),
    rectification: share(
      total(findings, (it) => it.struckOff),
      total(findings, (it) => it.found),
    ),
    'true-self-scores': share(found, checked),
    execution: { part: funds.executed, whole: funds.budget },
  };
};

import { SAMPLES, sampleReport } from '#contracts/forms/samples.js';
import type { ContentOf } from '#contracts/forms/forms.js';
import type { DocumentKind } from '#domain/stage/document-kind.js';
import { exact, show } from '#domain/score/exact.js';

/** What an actor knows when it fills a form in. */
export interface Subject {
  readonly title: string;
  /** Null for the unit as a whole. */
  readonly project: { readonly code: string; readonly name: string; readonly class: string; readonly budget: string } | null;
  /** The score that was published for the project, the agency's input; null where none was. */
  readonly publishedScore: string | null;
  /** Problems that the report of the project names. */
  readonly problems: readonly string[];
  /** Which of the district's projects it is, from 0: some do worse than others. */
  readonly place: number;
}

const share = (budget: string, percent: number): string =>
  show(
    exact(budget)
      .mul(exact(String(percent)))
      .div(100),
    2,
  );

/** Every fifth project is behind with its money at the time of monitoring. */
const executedPercent = ({ place }: Subject): number => (place % 5 === 4 ? 30 : 60);

const funded = ({ project }: Subject) => ({ fiscal: project?.budget ?? '0', carriedOver: '0', own: '0', other: '0' });

/** What the four indicators of the sample measure, whatever the money is for. */
const MEASURED = [
  { level3: '任务完成数量', measureUnit: '项' },
  { level3: '任务完成达标率' },
  { level3: '群众投诉量' },
  { level3: '群众满意度' },
];

/** The sample's figures in the words of this project, or of the unit's whole work. */
const target = ({ project }: Subject): ContentOf['target'] => {
  const name = project?.name ?? '部门年度工作';
  const { indicators, schedule, ...sample } = SAMPLES.target;
  return {
    ...sample,
    annualGoal: `全年完成任务 120 项，达标率不低于 95%，群众满意度不低于 90%：${name}。`,
    indicators: indicators.map((it, i) => ({ ...it, ...MEASURED[i] })),
    duties: `按职责组织实施${name}。`,
    overview: `${name}，按年度计划实施。`,
    feasibility: '实施方案、人员和设备已落实。',
    necessity: `${name}须全年持续实施。`,
    schedule: (schedule ?? []).map((it) => ({ ...it, content: '全年实施' })),
    longTermGoal: `${name}长期稳定见效。`,
  };
};

/** Five indicators, three of them core: as many as a whole unit and a key project need. */
const fiveIndicators = (subject: Subject): ContentOf['target'] => {
  const four = target(subject);
  const fifth = { ...four.indicators[0]!, level3: '重点工作完成项数', targetValue: '12', weight: '10', core: true };
  return {
    ...four,
    indicators: [...four.indicators.map((it, i) => (i === 0 ? { ...it, weight: '20' } : { ...it, core: i === 1 })), fifth],
  };
};

const isKey = ({ project }: Subject): boolean => project?.class === 'key';

const report = (subject: Subject): ContentOf['evaluation-draft'] => {
  const sample = sampleReport(subject.publishedScore ?? '88');
  return { ...sample, problems: [...subject.problems], recommendations: subject.problems.map(() => sample.recommendations[0]!) };
};

/** One indicator is not met. */
const MET = SAMPLES['self-evaluation'].results.map((it) => (it.reason ? { ...it, reason: '部分群众对进度不满意，已调整实施安排。' } : it));

const FILLED: { readonly [K in DocumentKind]?: (subject: Subject) => ContentOf[K] } = {
  target: (subject) =>
    subject.project ? { ...(isKey(subject) ? fiveIndicators(subject) : target(subject)), funds: funded(subject) } : fiveIndicators(subject),
  'monitoring-report': (subject) => ({
    ...SAMPLES['monitoring-report'],
    executedAmount: share(subject.project!.budget, executedPercent(subject)),
    forecastAmount: subject.project!.budget,
    indicators: [
      ...SAMPLES['monitoring-report'].indicators,
      ...(isKey(subject) ? [{ indicator: 4, actualValue: '7', forecastValue: '12', likelihood: 'certain' as const }] : []),
    ],
  }),
  'self-evaluation': (subject) => ({
    ...SAMPLES['self-evaluation'],
    funds: { initialBudget: subject.project!.budget, adjustedBudget: subject.project!.budget, executed: subject.project!.budget },
    results: [...MET, ...(isKey(subject) ? [{ indicator: 4, actualValue: '12' }] : [])],
  }),
  'whole-self-evaluation': () => {
    const sample = SAMPLES['whole-self-evaluation'];
    const results = sample.results.map((it) => (it.reason ? { ...it, reason: '部分群众对办事进度不满意。' } : it));
    return { ...sample, results: [...results, { indicator: 4, actualValue: '12' }] };
  },
  'evaluation-draft': report,
  'evaluation-final': report,
  'linkage-decision': ({ project }) => ({ treatment: 'maintain', amount: project!.budget, reason: '结合评价结果和整改情况，予以保障。' }),
};

/** A correct document for the subject, as its actor would fill it in. */
export const contentFor = (kind: DocumentKind, subject: Subject): unknown => FILLED[kind]?.(subject) ?? SAMPLES[kind];

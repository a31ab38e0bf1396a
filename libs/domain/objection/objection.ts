import type { Sentence } from '#domain/explanation/explained.js';
import type { Decimal } from '#domain/policy/policy.js';
import type { DocumentKind } from '#domain/stage/document-kind.js';

/** Stages in which a unit may object to what was found of it (异议), each by the document that says it. */
export const OBJECTIONABLE = {
  'ex-ante-evaluation': 'ex-ante-report',
  'self-evaluation': 'spot-check',
  feedback: 'feedback-receipt',
  rectification: 'rectification-recheck',
  disclosure: 'publication',
} as const satisfies Readonly<Record<string, DocumentKind>>;

export type ObjectionStage = keyof typeof OBJECTIONABLE;
export type ObjectionableKind = (typeof OBJECTIONABLE)[ObjectionStage];

/** One numbered problem of what was objected to: with other words, or, without any, taken back. */
export interface ProblemCorrection {
  readonly number: number;
  readonly problem?: string;
}

/** 异议处理决定: whether the objection is sustained, why, and what is corrected then. */
export interface RulingContent {
  readonly sustained: boolean;
  readonly reason: string;
  /** Of a spot check. Absent: the score stays. */
  readonly correctedScore?: Decimal;
  readonly corrections?: readonly ProblemCorrection[];
}

/** What was objected to, as far as a ruling on it is judged: which of its problems can still be corrected. */
export interface Objected {
  readonly kind: ObjectionableKind;
  readonly problems: readonly number[];
  /** Of a publication: does the record say something else by now? Only then is there a next version. */
  readonly differs?: boolean;
}

type RulingProblem = Sentence & { readonly path: string };

const HAS_SCORE: readonly ObjectionableKind[] = ['spot-check'];
const HAS_PROBLEMS: readonly ObjectionableKind[] = ['spot-check', 'feedback-receipt'];

/** What is wrong with a ruling. Paths start at the content. */
export const rulingProblems = (ruling: RulingContent, { kind, problems, differs }: Objected): readonly RulingProblem[] => {
  const { sustained, correctedScore, corrections = [] } = ruling;
  const corrects = correctedScore !== undefined || corrections.length > 0;
  const found: RulingProblem[] = [];
  if (!sustained && corrects)
    found.push({ path: 'sustained', zh: '异议不成立时不作更正', en: 'nothing is corrected where the objection is not sustained' });
  if (sustained && HAS_PROBLEMS.includes(kind) && !corrects)
    found.push({ path: 'corrections', zh: '异议成立时须写明更正内容', en: 'what is sustained says what is corrected' });
  if (sustained && kind === 'publication' && differs !== true)
    found.push({ path: 'sustained', zh: '请先更正登记数据，再决定异议成立', en: 'correct the record first, then sustain the objection' });
  if (correctedScore !== undefined && !HAS_SCORE.includes(kind))
    found.push({ path: 'correctedScore', zh: '此处没有可更正的得分', en: 'there is no score to be corrected here' });
  corrections.forEach(({ number }, i) => {
    if (problems.includes(number)) return;
    const path = `corrections.${String(i)}.number`;
    found.push({ path, zh: `没有可更正的第${String(number)}个问题`, en: `there is no problem ${String(number)} that could be corrected` });
  });
  return found;
};

/** The problems that remain, numbered from 1 as they stand in the list. */
export const correctedProblems = (problems: readonly string[], corrections: readonly ProblemCorrection[] = []): readonly string[] => {
  const by = new Map(corrections.map((it) => [it.number, it]));
  return problems.flatMap((problem, i) => {
    const correction = by.get(i + 1);
    return correction ? (correction.problem ?? []) : problem;
  });
};

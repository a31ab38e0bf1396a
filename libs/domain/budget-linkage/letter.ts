import { groupBy } from '#domain/group-by.js';
import type { Day, Treatment } from '#domain/policy/policy.js';
import { exact, show } from '#domain/score/exact.js';
import { sumYuan } from '#domain/score/money.js';
import type { Yuan } from '#domain/score/money.js';
import { chineseDay } from '#domain/target-filing/approval-reply.js';
import { TREATMENTS } from './propose.js';

/** A decision that holds, as the letter to the department tells it. */
export interface DecidedProject {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly treatment: Treatment;
  /** Yuan: what it had, and what it will have. */
  readonly before: Yuan;
  readonly after: Yuan;
  readonly reason: string;
}

export interface LinkageLetter {
  readonly number: string;
  readonly issuer: string;
  readonly issuedOn: Day;
  readonly department: string;
  /** The year whose results are used; the money is the next year's. */
  readonly fiscalYear: number;
  readonly decided: readonly DecidedProject[];
}

export interface LetterSums {
  readonly projects: number;
  readonly before: Yuan;
  readonly after: Yuan;
}

/** Exact sums in yuan over the decisions of a letter. */
export const letterSums = (decided: readonly DecidedProject[]): LetterSums => ({
  projects: decided.length,
  before: sumYuan(decided.map((it) => it.before)),
  after: sumYuan(decided.map((it) => it.after)),
});

/** `增加2.00元`, `减少2.00元`, `持平`: from one amount to another. */
const changeInWords = (before: Yuan, after: Yuan): string => {
  const change = exact(after).sub(exact(before));
  if (change.n === 0n) return '持平';
  return `${change.s > 0n ? '增加' : '减少'}${show(change.abs(), 2)}元`;
};

const countsInWords = (decided: readonly DecidedProject[]): string => {
  const groups = groupBy(decided, ({ treatment }) => treatment);
  const names = Object.entries(TREATMENTS) as [Treatment, { readonly zh: string }][];
  return names
    .flatMap(([treatment, { zh }]) => (groups.has(treatment) ? [`${zh}${String(groups.get(treatment)!.length)}项`] : []))
    .join('、');
};

const lineOf = ({ code, name, unit, treatment, before, after, reason }: DecidedProject, index: number): string =>
  [
    `${String(index + 1)}. ${name}（${code}）`,
    `    实施单位：${unit}`,
    `    处理意见：${TREATMENTS[treatment].zh}，预算基数${before}元，安排${after}元，${changeInWords(before, after)}`,
    `    理由：${reason}`,
  ].join('\n');

/** 结果应用: the letter, as it is printed. What was decided about each project, with its reason, and the sums over all of them. */
export const linkageLetterText = ({ number, issuer, issuedOn, department, fiscalYear, decided }: LinkageLetter): string => {
  const { projects, before, after } = letterSums(decided);
  const [year, next] = [String(fiscalYear), String(fiscalYear + 1)];
  return `${number}

关于${year}年度绩效结果应用的通知

${department}：

    根据${year}年度绩效评价、自评、整改等结果，你部门${String(projects)}个项目${next}年度预算处理意见如下：${countsInWords(decided)}；预算基数合计${before}元，安排合计${after}元，${changeInWords(before, after)}，详见附件。
    请据此编制${next}年度预算。

附件：绩效结果应用清单

    ${issuer}
    ${chineseDay(issuedOn)}

附件

绩效结果应用清单

${decided.map(lineOf).join('\n\n')}
`;
};

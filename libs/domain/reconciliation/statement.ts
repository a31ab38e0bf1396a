import { ROUNDED_FOR_EYES } from '#domain/explanation/explained.js';
import type { Explained, Sentence } from '#domain/explanation/explained.js';
import type { MissingReason, Check } from './check.js';
import { Missing } from './check.js';
import { evaluate } from './evaluate.js';
import { Trace } from './evaluation.js';
import type { Context, Remark, Value } from './evaluation.js';
import { asNumber, decimalsOf, relate, rounded, shown, valueText } from './published.js';
import type { Relation } from './published.js';

/** A sentence of a report that can be checked. `value` is the published figure without thousands separators and signs of unit. */
export interface Statement {
  readonly id: string;
  readonly topic?: string | undefined;
  readonly quote?: string | undefined;
  /** As printed. */
  readonly published?: string | null | undefined;
  /** What must hold. Absent or null: the check is only computed. */
  readonly value?: string | null | undefined;
  readonly unit?: string | null | undefined;
  /** Two statements that measure the same must say the same. */
  readonly measure?: string | undefined;
  readonly check?: Check | null | undefined;
}

export type StatementVerdict = 'consistent' | 'inconsistent' | 'not-recomputable' | 'computed';

/** One statement against the tables. `recomputed` has the decimals of the published value, `difference` is recomputed less published. */
export interface StatementAnswer {
  readonly id: string;
  readonly topic: string | null;
  readonly published: string | null;
  readonly verdict: StatementVerdict;
  readonly relation: Relation | null;
  readonly recomputed: string | null;
  readonly difference: string | null;
  /** Rows whose figure is blank and took no part. */
  readonly leftOut: readonly string[];
  readonly remarks: readonly Remark[];
  readonly explained: Explained<string>;
}

const RULE = {
  id: 'reconciliation.statement',
  version: '1',
  source: '政府公开报告核对：文中表述与附表（fixtures/README.md “Check expressions”）',
};

type Reason = MissingReason | 'BLANK_FIGURES';

const WHY: Record<Reason, (of: string) => Sentence> = {
  NO_CHECK: () => ({ zh: '未写明计算方法，无法复算', en: 'no check says how it follows from the tables' }),
  UNKNOWN_TABLE: (of) => ({ zh: `没有名为“${of}”的表`, en: `there is no table "${of}"` }),
  UNKNOWN_ROW: (of) => ({ zh: `表中没有“${of}”`, en: `there is no "${of}" in the table` }),
  UNKNOWN_STATEMENT: (of) => ({ zh: `没有编号为“${of}”的表述`, en: `there is no statement "${of}"` }),
  MISSING_FIGURE: (of) => ({ zh: `“${of}”未公布`, en: `"${of}" is not published` }),
  NO_ROWS: (of) => ({ zh: `“${of}”没有可用的数值`, en: `"${of}" has no figure` }),
  NOT_A_NUMBER: (of) => ({ zh: `“${of}”不是所需的数值`, en: `"${of}" is not the number that is needed` }),
  NOT_A_LIST: (of) => ({ zh: `“${of}”不是明细清单`, en: `"${of}" is no list` }),
  DIVISION_BY_ZERO: (of) => ({ zh: `“${of}”为 0，不能相除`, en: `"${of}" is 0, nothing can be divided by it` }),
  AMBIGUOUS: (of) => ({ zh: `并列：${of}`, en: `a tie: ${of}` }),
  NO_BAND: (of) => ({ zh: `得分 ${of} 不在任何等级内`, en: `no band holds the score ${of}` }),
  BLANK_FIGURES: (of) => ({ zh: `有空白数值（${of}），差额可能由此而来`, en: `figures are blank (${of}), the difference may be theirs` }),
};

const RELATED: Record<Relation, Sentence> = {
  exact: { zh: '一致', en: 'agrees' },
  rounded: { zh: '一致（四舍五入）', en: 'agrees, rounded half up' },
  'cut-off': { zh: '不一致：截断而未四舍五入', en: 'does not agree: cut off, not rounded' },
  differs: { zh: '不一致', en: 'does not agree' },
};

interface Compared {
  readonly relation: Relation | null;
  readonly recomputed: string;
  readonly difference: string | null;
}

const compareWith = (published: string | null, value: Value): Compared => {
  const number = asNumber(value);
  if (published === null) return { relation: null, recomputed: number ? shown(number) : valueText(value), difference: null };
  const stated = asNumber(published);
  if (!number || !stated) {
    return { relation: valueText(value) === published ? 'exact' : 'differs', recomputed: valueText(value), difference: null };
  }
  const relation = relate(published, number);
  const recomputed = rounded(number, decimalsOf(published));
  return { relation, recomputed, difference: shown(number.sub(stated)) };
};

const verdictOf = (relation: Relation | null): StatementVerdict =>
  relation === null ? 'computed' : relation === 'exact' || relation === 'rounded' ? 'consistent' : 'inconsistent';

const sentenceOf = (published: string | null, { relation, recomputed, difference }: Compared, unit: string): Sentence => {
  if (relation === null) return { zh: `复算得 ${recomputed}${unit}`, en: `recomputed: ${recomputed}` };
  const off = difference !== null && relation !== 'exact' && relation !== 'rounded';
  const by = off ? { zh: `，相差 ${difference}${unit}`, en: `, ${difference} apart` } : { zh: '', en: '' };
  const { zh, en } = RELATED[relation];
  return {
    zh: `公布 ${published ?? ''}${unit}，复算 ${recomputed}${unit}，${zh}${by.zh}`,
    en: `published ${published ?? ''}, recomputed ${recomputed}: ${en}${by.en}`,
  };
};

const answered = (
  it: Statement,
  trace: Trace,
  verdict: StatementVerdict,
  value: string | null,
  more: Partial<Compared>,
  sentence: Sentence,
  reason?: Reason,
): StatementAnswer => ({
  id: it.id,
  topic: it.topic ?? null,
  published: it.value ?? null,
  verdict,
  relation: more.relation ?? null,
  recomputed: more.recomputed ?? null,
  difference: more.difference ?? null,
  leftOut: trace.blanks,
  remarks: trace.remarks,
  explained: {
    rule: RULE,
    value,
    ...(reason === undefined ? {} : { reason }),
    inputs: trace.inputs,
    steps: trace.steps,
    rounding: ROUNDED_FOR_EYES,
    sentence,
  },
});

/**
 * One statement against the tables. A difference that a blank figure could explain is no inconsistency: the statement is then not
 * recomputable, and the blank rows are named. A figure that was cut off where rounding gives another one is inconsistent, and says so.
 */
export const reconcileStatement = (it: Statement, context: Context): StatementAnswer => {
  const trace = new Trace(context);
  const value = it.check ? evaluate(it.check, trace) : new Missing('NO_CHECK', it.id);
  const without = (reason: Reason, of: string, more: Partial<Compared> = {}): StatementAnswer =>
    answered(it, trace, 'not-recomputable', null, more, WHY[reason](of), reason);
  if (value instanceof Missing) return without(value.reason, value.of);
  const compared = compareWith(it.value ?? null, value);
  const verdict = verdictOf(compared.relation);
  if (verdict === 'inconsistent' && trace.blanks.length > 0) {
    return without('BLANK_FIGURES', trace.blanks.slice(0, 5).join('、'), {
      recomputed: compared.recomputed,
      difference: compared.difference,
    });
  }
  return answered(it, trace, verdict, valueText(value), compared, sentenceOf(it.value ?? null, compared, it.unit ?? ''));
};

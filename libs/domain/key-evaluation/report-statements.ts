import type { Check } from '#domain/reconciliation/check.js';
import type { Statement } from '#domain/reconciliation/statement.js';

/** A passage of a report, with its field. */
export interface Passage {
  readonly path: string;
  readonly text: string;
}

interface Pattern {
  readonly topic: string;
  readonly unit?: string;
  readonly says: RegExp;
  readonly check: Check;
}

/** What a report says of itself in words, and how it follows from its own tables. Each pattern is linear in the passage. */
const PATTERNS: readonly Pattern[] = [
  {
    topic: '总分',
    unit: '分',
    says: /(?:综合得分|评价得分|综合评分|总得分|总分|最终得分)(?:为|是|：|:)?\s{0,4}(\d{1,3}(?:\.\d{1,6})?)\s{0,4}分/gu,
    check: { op: 'sum', file: 'items', field: 'score' },
  },
  {
    topic: '等级',
    says: /(?:评价等级|绩效等级|评价级别|绩效级别|等级)(?:评定为|为|是|：|:)?\s{0,4}[“"「『]?(优|良|中|差)/gu,
    check: { op: 'grade', level: 'items' },
  },
  {
    topic: '问题数',
    unit: '个',
    says: /(?:存在|发现|查出|梳理出)(?:以下|如下|了)?\s{0,4}(\d{1,3})\s{0,4}[个项条](?:方面的?)?(?:主要)?问题/gu,
    check: { op: 'count', file: 'problems' },
  },
  {
    topic: '指标数',
    unit: '项',
    says: /(?:共|设置|包括|涉及)(?:了)?\s{0,4}(\d{1,3})\s{0,4}[个项](?:三级|评价)指标/gu,
    check: { op: 'count', file: 'items' },
  },
];

/** A passage is read so far. */
const LONGEST = 5_000;

/** Around what is quoted, so that it is found again. */
const quoteOf = (text: string, at: number, length: number): string => text.slice(Math.max(0, at - 12), at + length + 12).trim();

/** Statements that a passage makes about the report's own tables. */
export const statementsIn = ({ path, text }: Passage): readonly Statement[] => {
  const passage = text.slice(0, LONGEST);
  return PATTERNS.flatMap(({ topic, unit, says, check }) =>
    [...passage.matchAll(says)].map(({ 0: found, 1: value, index }, i): Statement => ({
      id: `${path} ${topic}${i === 0 ? '' : ` ${String(i + 1)}`}`,
      topic,
      quote: quoteOf(passage, index, found.length),
      published: value!,
      value: value!,
      ...(unit === undefined ? {} : { unit }),
      check,
    })),
  );
};

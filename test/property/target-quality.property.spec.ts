import fc from 'fast-check';
import { LEVEL1, OPERATORS } from '#domain/target-filing/content.js';
import { checkTarget } from '#domain/target-filing/quality.js';
import { STANDARD_RULES } from '#domain/target-filing/quality/catalogue.js';
import type { GivenIndicator, TargetUnderCheck } from '#domain/target-filing/quality/target-under-check.js';
import { normalText } from '#domain/target-filing/quantity/quantity.js';
import { scanQuantities } from '#domain/target-filing/quantity/scan.js';
import { readTargetValue } from '#domain/target-filing/quantity/target-value.js';

const WORDS = [
  '保洁',
  '道路',
  '里程',
  '满意度',
  '三千二百',
  '26万',
  '4.5亿',
  '人次',
  '公里',
  '%',
  '≥',
  '不少于',
  '以上',
  '１２',
  '一站式',
  '2023年',
  '，',
  '。',
  ' ',
  '-',
  '/',
  '百分之',
  '半',
  '\ud842\udfb7',
  '〔2022〕15号',
  'A4',
  '同比下降',
  '及时',
];
const text = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 12 }).map((it) => it.join('')),
);
const indicator = fc.record<GivenIndicator>({
  level1: fc.constantFrom(...LEVEL1),
  level2: text,
  level3: text,
  operator: fc.constantFrom(...OPERATORS),
  targetValue: text,
  measureUnit: fc.constantFrom('', '公里', '万人次', '%', '个', '标准箱'),
  weight: fc.integer({ min: 0, max: 50 }).map(String),
  core: fc.boolean(),
});
const target = fc.record<TargetUnderCheck>({
  projectClass: fc.constantFrom('ordinary' as const, 'key' as const, 'whole-department' as const),
  project: text,
  annualGoal: text,
  indicators: fc.array(indicator, { maxLength: 8 }),
  funds: fc.record({ fiscal: fc.nat().map(String), own: fc.nat().map(String) }),
});

/** What each rule says, without the places of the indicators. */
const said = (it: TargetUnderCheck): string[] => [...new Set(checkTarget(it, STANDARD_RULES).findings.map(({ rule }) => rule))].sort();

describe('the quality rules', () => {
  it('answer any target, name fields that are there and quote words that stand in it', () => {
    fc.assert(
      fc.property(target, (it) => {
        const { findings, value } = checkTarget(it, STANDARD_RULES);
        expect(value?.submittable).toBe(!findings.some(({ severity }) => severity === 'block'));
        const whole = JSON.stringify(it);
        for (const { path, quote, zh, en } of findings) {
          const [field, row] = path.split('.');
          expect(['annualGoal', 'indicators', 'funds']).toContain(field);
          if (row !== undefined) expect(it.indicators[Number(row)]).toBeDefined();
          if (quote !== null && !quote.endsWith('…')) expect(whole).toContain(JSON.stringify(quote).slice(1, -1));
          expect([zh, en].every((sentence) => sentence !== '')).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('say the same of the same indicators in another order', () => {
    fc.assert(
      fc.property(target, fc.infiniteStream(fc.nat()), (it, keys) => {
        const shuffled = it.indicators.map((one) => [keys.next().value, one] as const).sort(([a], [b]) => a - b);
        const one = new Set(it.indicators.map(({ level3 }) => level3)).size;
        // Of two rows with one name either may be called the second.
        fc.pre(one === it.indicators.length);
        expect(said({ ...it, indicators: shuffled.map(([, row]) => row) })).toEqual(said(it));
      }),
      { numRuns: 300 },
    );
  });

  it('find nothing more when severities change, and nothing when all are off', () => {
    fc.assert(
      fc.property(target, (it) => {
        expect(
          checkTarget(
            it,
            STANDARD_RULES.map((rule) => ({ ...rule, severity: 'off' })),
          ).findings,
        ).toEqual([]);
        const notes = checkTarget(
          it,
          STANDARD_RULES.map((rule) => ({ ...rule, severity: 'note' })),
        );
        expect([notes.value?.submittable, notes.findings.length]).toEqual([true, checkTarget(it, STANDARD_RULES).findings.length]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('quantities', () => {
  it('are the same however they are written', () => {
    const written = fc.tuple(fc.integer({ min: 1, max: 99_999 }), fc.constantFrom('人', '公里', '元', '次', '%'));
    const full = (it: string): string => it.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(written, ([number, unit]) => {
        const plain = String(number);
        fc.pre(!/^(19|20)\d\d$/.test(plain));
        const grouped = plain.replace(/\B(?=(\d{3})+$)/g, ',');
        const read = [plain, full(plain), grouped, `不少于${plain}`, `${plain}.0`].map((it) =>
          normalText(scanQuantities(`完成${it}${unit}以上`, 9)[0]!),
        );
        expect(new Set(read).size).toBe(1);
        expect(normalText(readTargetValue(`${plain}${unit}`, '').quantity!)).toBe(normalText(readTargetValue(plain, unit).quantity!));
      }),
    );
  });

  it('never break off, lie in their text and in order', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), (parts) => {
        const whole = parts.join('');
        const found = scanQuantities(whole, 50);
        found.forEach(({ at, end, quote }, i) => {
          expect(at).toBeGreaterThanOrEqual(found[i - 1]?.end ?? 0);
          expect(whole.slice(end - quote.length, end)).toBe(quote);
        });
      }),
      { numRuns: 500 },
    );
  });
});

const K = 100_000;
const HOSTILE: Readonly<Record<string, string>> = {
  digits: '1'.repeat(K),
  'groups of digits': '1,234,'.repeat(K / 6),
  'Chinese numerals': '一千万亿'.repeat(K / 4),
  zeros: '零'.repeat(K),
  quantities: '保洁1人'.repeat(K / 4),
  'clauses with quantities': '保洁里程3公里，'.repeat(K / 8),
  'shares without end': '百分之'.repeat(K / 3),
  ranges: '1-'.repeat(K / 2),
  spaces: ' '.repeat(K),
  brackets: '〔'.repeat(K),
  surrogates: '\ud842\udfb7'.repeat(K / 2),
  promises: '数量同比下降，'.repeat(K / 7),
};

describe('100 kB of hostile text', () => {
  const row = (change: Partial<GivenIndicator>, i: number): GivenIndicator => ({
    level3: `保洁${String(i)}里程`,
    operator: '≥',
    targetValue: String(i),
    measureUnit: '人',
    ...change,
  });
  const elapsed = (it: TargetUnderCheck): number => {
    const from = performance.now();
    checkTarget(it, STANDARD_RULES);
    return performance.now() - from;
  };
  // A generous bound: quadratic time would take minutes. What it really takes stands in docs/target-quality.md.
  const BOUND = 3_000;

  it.each(Object.entries(HOSTILE))('%s, as goal, as names, as values', (_, whole) => {
    const rows = (change: (part: string) => Partial<GivenIndicator>): GivenIndicator[] =>
      Array.from({ length: 200 }, (_, i) => row(change(whole.slice(i * 500, i * 500 + 500)), i));
    const goal = { projectClass: 'ordinary' as const, annualGoal: whole, indicators: rows(() => ({})) };
    expect(elapsed(goal)).toBeLessThan(BOUND);
    for (const indicators of [
      rows((level3) => ({ level3 })),
      rows((targetValue) => ({ targetValue })),
      rows((targetValue) => ({ targetValue, operator: '定性' })),
    ]) {
      expect(elapsed({ projectClass: 'ordinary', indicators })).toBeLessThan(BOUND);
    }
    for (const change of [{ level3: whole }, { targetValue: whole }, { measureUnit: whole }]) {
      expect(elapsed({ projectClass: 'ordinary', indicators: [row(change, 0), row(change, 1), row(change, 2)] })).toBeLessThan(BOUND);
    }
  });

  it('is not read to its end, and the answer says so', () => {
    const { unjudged } = checkTarget(
      { projectClass: 'ordinary', annualGoal: HOSTILE['quantities']!, indicators: [row({}, 0)] },
      STANDARD_RULES,
    );
    expect(unjudged.map((it) => it.reason)).toContain('GOAL_TOO_LONG');
  });
});

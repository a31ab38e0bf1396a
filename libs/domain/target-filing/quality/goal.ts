import { compare, exact, exactText, sum } from '#domain/score/exact.js';
import type { Exact } from '#domain/score/exact.js';
import { mayCountTheSame, normalText, sameMeasure } from '../quantity/quantity.js';
import type { Quantity } from '../quantity/quantity.js';
import type { Unit } from '../quantity/units.js';
import { normalName, shareWords } from './names.js';
import type { ReadIndicator, ReadTarget, StatedQuantity } from './read-target.js';
import { fault, shortened, unjudged } from './rule.js';
import type { Check } from './rule.js';

const ONCE = exact('1');
const OFTEN = Object.entries({ 每半年: '2', 每季: '4', 每月: '12', 每周: '52', 每天: '365', 每日: '365' }).map(
  ([word, times]) => [word, exact(times)] as const,
);

/** 每月1次 may be carried by an indicator of 12 次. */
const timesAYear = (clause: string): readonly Exact[] =>
  clause.includes('每') ? [ONCE, ...OFTEN.filter(([word]) => clause.includes(word)).map(([, times]) => times)] : [ONCE];

const isOpen = ({ normal, dimension }: Unit): boolean => normal === '' || dimension.startsWith('unknown:');

/** The same amount of the same measure; counted by different words, it must be about the same thing. */
const carries = (it: ReadIndicator, stated: StatedQuantity, amounts: ReadonlySet<string>): boolean => {
  if (!amounts.has(it.amount)) return false;
  const { unit } = it.value.quantity!;
  if (sameMeasure(unit, stated.quantity.unit) || isOpen(unit)) return true;
  return mayCountTheSame(unit, stated.quantity.unit) && (it.words.size === 0 || shareWords(it.words, stated.clause.words));
};

/** Is the indicator's value weaker than what the goal states: less where more counts, more where less counts? */
const weaker = (stated: Quantity, { given: { operator }, value: { quantity } }: ReadIndicator): boolean => {
  const order = compare(quantity!.value, stated.value);
  return operator === '≤' || quantity!.comparison === '≤' || stated.comparison === '≤' ? order > 0 : order < 0;
};

type Carried = { readonly by: 'indicator' | 'funds' } | { readonly contradictedBy: ReadIndicator } | null;

const isMoneyOfTheProject = ({ quantity }: StatedQuantity, { funds, given }: ReadTarget): boolean =>
  quantity.unit.dimension === 'money' &&
  [funds, given.budget, given.funds?.fiscal, given.funds?.carriedOver, given.funds?.own, given.funds?.other].some(
    (it) => it !== null && it !== undefined && compare(it, quantity.value) === 0,
  );

/** 新建改建公厕共30座: 18 in one row, 12 in another. A few rows; a whole form adds up to anything. */
const sumsTo = (about: readonly ReadIndicator[], amounts: ReadonlySet<string>): boolean =>
  about.length > 1 && about.length <= 5 && amounts.has(exactText(sum(about.map((it) => it.value.quantity!.value))));

/** Which indicator carries a statement of the goal: the same amount, or one about the same words that is at least as strong. */
const findCarrier = (stated: StatedQuantity, target: ReadTarget): Carried => {
  const measured = target.indicators.filter((it) => it.value.quantity);
  const amounts = new Set(timesAYear(stated.clause.text).map((times) => exactText(stated.quantity.value.mul(times))));
  if (measured.some((it) => carries(it, stated, amounts))) return { by: 'indicator' };
  if (isMoneyOfTheProject(stated, target)) return { by: 'funds' };
  const alike = measured.filter((it) => sameMeasure(it.value.quantity!.unit, stated.quantity.unit));
  // An indicator without words of its own can only be about this when nothing else is measured like that.
  const unnamed = alike.length === 1 && alike[0]!.words.size === 0;
  const isAbout = (it: ReadIndicator): boolean => unnamed || shareWords(it.words, stated.clause.words);
  if (alike.some((it) => !weaker(stated.quantity, it) && isAbout(it))) return { by: 'indicator' };
  const about = alike.filter(isAbout);
  if (about.length === 0) return null;
  return sumsTo(about, amounts) ? { by: 'indicator' } : { contradictedBy: about[0]! };
};

/** What was done before is no promise: 在去年完成60万页的基础上, 已培养150名. */
const PAST = ['去年', '上年', '往年', '基础上', '已', '累计'];
const isPast = ({ clause, quantity }: StatedQuantity): boolean => {
  const before = clause.text.indexOf(quantity.quote);
  return PAST.some((it) => clause.text.slice(0, Math.max(before, 0)).includes(it)) || clause.text.includes('基础上');
};

const onceEach = (target: ReadTarget): readonly StatedQuantity[] => [
  ...new Map(target.stated.filter((it) => !isPast(it)).map((it) => [`${normalText(it.quantity)} ${it.clause.text}`, it])).values(),
];

/** Two rules ask; it is found out once a target. */
const KNOWN = new WeakMap<ReadTarget, readonly (readonly [StatedQuantity, Carried])[]>();
const carriersOf = (target: ReadTarget): readonly (readonly [StatedQuantity, Carried])[] => {
  const known = KNOWN.get(target) ?? onceEach(target).map((it) => [it, findCarrier(it, target)] as const);
  KNOWN.set(target, known);
  return known;
};

/**
 * 目标数量无指标. A number of the goal that no indicator carries cannot be checked at the year's end. Jiangbei 2022: 调研走访50家限上重点企业，
 * 但指标未设置. Years, dates, document numbers and set phrases state nothing.
 */
export const numbersAreCarried: Check = (target) => [
  ...carriersOf(target)
    .filter(([, carried]) => carried === null)
    .map(
      ([
        {
          quantity: { quote },
          clause,
        },
      ]) =>
        fault('annualGoal', clause.text || quote, `目标中的“${quote}”没有对应的指标`, `no indicator carries the "${quote}" of the goal`),
    ),
  ...(target.goalCut
    ? [unjudged('GOAL_TOO_LONG', '目标过长，只核对了前一部分', 'the goal is too long; only its first part was compared')]
    : []),
];

/** 指标值低于目标. Jiangbei 2022: 绩效目标要求26万人，但绩效指标设置仅为40000人. */
export const notBelowTheGoal: Check = (target) =>
  carriersOf(target).flatMap(([it, carried]) => {
    if (!carried || !('contradictedBy' in carried)) return [];
    const { path, given } = carried.contradictedBy;
    const [name, goal, value] = [
      shortened(given.level3),
      it.quantity.quote,
      shortened(`${given.targetValue ?? ''}${given.measureUnit ?? ''}`),
    ];
    const [zh, en] = [
      `目标要求“${goal}”，指标“${name}”仅为“${value}”`,
      `the goal asks for "${goal}", the indicator "${name}" only for "${value}"`,
    ];
    return [fault(`${path}.targetValue`, it.clause.text, zh, en)];
  });

interface Aspect {
  readonly zh: string;
  readonly en: string;
  readonly said: readonly string[];
  readonly shownBy: (it: ReadIndicator) => boolean;
}

const speaksOf = ({ given, normal }: ReadIndicator, words: readonly string[]): boolean =>
  words.some(
    (word) =>
      normal.includes(word) || given.level2?.includes(word) || (given.level1 ?? '').includes(word) || given.targetValue?.includes(word),
  );

const ASPECTS: readonly Aspect[] = [
  {
    ...{ zh: '时效', en: 'timeliness', said: ['及时', '按时', '准时', '如期', '按期'] },
    shownBy: (it) =>
      speaksOf(it, ['时', '期', '天', '日', '月', '季度', '进度']) ||
      ['time', 'workingTime', 'months'].includes(it.value.quantity?.unit.dimension ?? ''),
  },
  { ...{ zh: '满意度', en: 'satisfaction', said: ['满意'] }, shownBy: (it) => speaksOf(it, ['满意']) },
  {
    ...{ zh: '成本', en: 'cost', said: ['节约成本', '降低成本', '控制成本', '节约资金'] },
    shownBy: (it) => speaksOf(it, ['成本', '费用', '节约', '资金']),
  },
];

/** 目标要素无指标. The goal promises to be in time, to satisfy or to save, and no indicator looks at it. Jiangbei 2022: 及时按时到位. */
export const aspectsAreCarried: Check = ({ goal, clauses, indicators }) =>
  ASPECTS.flatMap(({ zh, en, said, shownBy }) => {
    const word = said.find((it) => goal.includes(it));
    if (word === undefined || indicators.length === 0 || indicators.some(shownBy)) return [];
    const clause = clauses.find((it) => it.text.includes(word))?.text ?? word;
    return [fault('annualGoal', clause, `目标要求“${word}”，没有${zh}指标`, `the goal says "${word}", and no indicator looks at ${en}`)];
  });

/** 指标与目标无关. No indicator shares a word with any part of the goal. Jiangbei 2022: 不能完整体现绩效目标; 与绩效考核内容相关度不高. */
export const goalIsCovered: Check = ({ goal, clauses, indicators }) => {
  const named = indicators.filter((it) => it.words.size > 0);
  const said = clauses.filter((it) => normalName(it.text).length >= 4);
  if (named.length === 0 || said.length === 0) return [];
  if (said.some((clause) => named.some((it) => shareWords(it.words, clause.words)))) return [];
  return [fault('annualGoal', goal, '没有一个指标体现目标所说的内容', 'no indicator speaks of what the goal says')];
};

/** 目标未量化. The goal states no number, and no number of an indicator is about it. Jiangbei 2022: 指标不量化; Jiangbei 2021: 绩效目标编制不够量化. */
export const goalIsQuantified: Check = ({ goal, clauses, stated, indicators }) => {
  if (stated.length > 0 || clauses.length === 0 || indicators.length === 0) return [];
  const measured = indicators.filter((it) => it.value.quantity && !it.qualitative);
  if (measured.some((it) => clauses.some((clause) => shareWords(it.words, clause.words)))) return [];
  return [
    fault('annualGoal', goal, '目标没有数量，也没有定量指标体现它', 'the goal states no number, and no measured indicator is about it'),
  ];
};

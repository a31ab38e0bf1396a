import type { Step } from '#domain/explanation/explained.js';
import type { LinkageBounds, LinkageRule } from '#domain/policy/policy.js';
import { compare, exact, exactText, greatest, least, sum, ZERO } from '#domain/score/exact.js';
import type { Exact } from '#domain/score/exact.js';
import type { Yuan } from '#domain/score/money.js';

/** What a rule table makes of a base: exact until the end, with each step. */
export interface Computed {
  readonly amount: Exact;
  /** Per cent of the base that the rules cut, at most 100. */
  readonly cut: Exact;
  readonly takenBack: Exact;
  /** Bounds of the policy that held the amount back. */
  readonly bounded: readonly ('maxCut' | 'floor' | 'ceiling')[];
  readonly steps: readonly Step[];
}

const share = (of: Exact, percent: Exact): Exact => of.mul(percent).div(100);

const cutOf = (rule: LinkageRule): string => (rule.treatment === 'cancel' ? '100' : rule.treatment === 'compress' ? (rule.by ?? '0') : '0');

const SAID = {
  cut: { zh: '按规则合计压减（%）', en: 'cut by the rules (per cent)' },
  raise: { zh: '按规则增加', en: 'raised by the rule' },
  left: { zh: '压减后', en: 'after the cut' },
  takeBack: { zh: '收回闲置资金后', en: 'after idle funds are taken back' },
  maxCut: { zh: '压减不超过上限', en: 'no cut beyond the bound' },
  floor: { zh: '压减后不低于下限', en: 'no cut below the floor' },
  ceiling: { zh: '增加后不高于上限', en: 'no raise above the ceiling' },
};

/** The bounds, in the order maxCut, floor, ceiling; each moves the amount at most back to the base. */
const bounding = (base: Exact, amount: Exact, bounds: LinkageBounds): Pick<Computed, 'amount' | 'bounded' | 'steps'> => {
  const limits = [
    { name: 'maxCut' as const, at: bounds.maxCut && share(base, exact('100').sub(exact(bounds.maxCut))), least: true },
    { name: 'floor' as const, at: bounds.floor && least(base, bounds.floor), least: true },
    { name: 'ceiling' as const, at: bounds.ceiling && greatest(base, bounds.ceiling), least: false },
  ];
  let held = amount;
  const steps: Step[] = [];
  for (const { name, at, least: below } of limits) {
    if (!at) continue;
    const next = below ? greatest(held, at) : least(held, at);
    if (compare(next, held) !== 0) {
      steps.push({
        rule: name,
        formula: `${below ? 'max' : 'min'}(${exactText(held)}, ${exactText(at)})`,
        result: exactText(next),
        ...SAID[name],
      });
    }
    held = next;
  }
  return { amount: held, bounded: steps.map(({ rule }) => rule as 'maxCut' | 'floor' | 'ceiling'), steps };
};

/**
 * base × (100 − cuts) % − idle funds taken back, or base × (100 + raise) %; never below 0, and within the policy's bounds unless the project
 * is cancelled. Cuts that add up take their shares of the same base. Exact: nothing is rounded here.
 */
export const computeAmount = (
  decides: LinkageRule,
  adds: readonly LinkageRule[],
  base: Yuan,
  idle: string | null,
  bounds: LinkageBounds,
): Computed => {
  const whole = exact(base);
  const rules = [decides, ...adds];
  const cut = least(sum(rules.map(cutOf)), '100');
  const raise = exact(decides.raise ?? '0');
  const afterRaise = whole.add(share(whole, raise));
  const left = afterRaise.sub(share(whole, cut));
  const back = sum(rules.map((it) => share(exact(idle ?? '0'), exact(it.takeBack ?? '0'))));
  const takenBack = least(back, left);
  const amount = left.sub(takenBack);
  const raised =
    compare(raise, ZERO) > 0 ? [{ formula: `${base} × ${exactText(raise)}%`, result: exactText(afterRaise), ...SAID.raise }] : [];
  const steps: Step[] = [
    { formula: rules.map(cutOf).join(' + '), result: exactText(cut), ...SAID.cut },
    ...raised,
    { formula: `${exactText(afterRaise)} − ${base} × ${exactText(cut)}%`, result: exactText(left), ...SAID.left },
    ...(compare(back, ZERO) > 0
      ? [{ formula: `${exactText(left)} − ${exactText(takenBack)}`, result: exactText(amount), ...SAID.takeBack }]
      : []),
  ];
  if (decides.treatment === 'cancel') return { amount, cut, takenBack, bounded: [], steps };
  const held = bounding(whole, amount, bounds);
  return { amount: held.amount, cut, takenBack, bounded: held.bounded, steps: [...steps, ...held.steps] };
};

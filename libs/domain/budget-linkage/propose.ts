import { conditionInputs } from '#domain/condition/explain.js';
import type { Explained, ExplainedInput, Sentence } from '#domain/explanation/explained.js';
import type { LinkageRule, Treatment } from '#domain/policy/policy.js';
import { compare, exactText, show } from '#domain/score/exact.js';
import { yuan } from '#domain/score/money.js';
import type { Yuan } from '#domain/score/money.js';
import { computeAmount } from './amount.js';
import type { Computed } from './amount.js';
import { judge } from './judge.js';
import type { JudgedRule, Judgement } from './judge.js';
import type { LinkageProject, LinkageTable } from './table.js';

export const TREATMENTS: Readonly<Record<Treatment, Sentence>> = {
  prioritise: { zh: '优先保障', en: 'prioritise' },
  maintain: { zh: '保障', en: 'maintain' },
  compress: { zh: '压缩', en: 'compress' },
  cancel: { zh: '取消', en: 'cancel' },
};

/** Yuan with two decimals; `cut` in per cent of the base, exact. */
export type ProposedTreatment = {
  readonly treatment: Treatment;
  readonly base: Yuan;
  readonly proposed: Yuan;
  readonly cut: string;
  readonly takenBack: Yuan;
  readonly bounded: readonly string[];
};

/** A proposal, with every rule of the table as it was judged. `explained.value` is null while no rule decides. */
export interface LinkageProposal {
  readonly explained: Explained<ProposedTreatment>;
  readonly rules: readonly JudgedRule[];
}

/** What a proposal rests on. */
export type ProjectFacts = Pick<LinkageProject, 'base' | 'facts' | 'origins'>;

const ROUNDING: Sentence = { zh: '最后一步四舍五入到分', en: 'rounded half up to the fen, at the very end' };

/** Why nothing is proposed. */
export type NoProposal = 'NO_RULE_HOLDS' | 'NOT_DECIDABLE' | 'IDLE_FUNDS_MISSING';

const UNDECIDED: Readonly<Record<NoProposal, Sentence>> = {
  IDLE_FUNDS_MISSING: { zh: '规则要收回闲置资金，但闲置资金未填报', en: 'a rule takes idle funds back, but nobody reported them' },
  NO_RULE_HOLDS: { zh: '没有一条规则成立，维持现状，由财政部门决定', en: 'no rule holds: left as it is, for the bureau to decide' },
  NOT_DECIDABLE: {
    zh: '在前的规则缺少数据，无法判定，由财政部门决定',
    en: 'a rule that comes first lacks figures: for the bureau to decide',
  },
};

/** A project that is cut in any way is compressed, whatever the rule that decides calls it. */
const treatmentOf = (decides: LinkageRule, base: Yuan, { amount, cut, takenBack }: Computed): Treatment => {
  if (decides.treatment === 'cancel') return 'cancel';
  const reduced = compare(cut, '0') > 0 || compare(takenBack, '0') > 0;
  return reduced && compare(amount, base) <= 0 ? 'compress' : decides.treatment;
};

const valueOf = (decides: LinkageRule, base: Yuan, computed: Computed): ProposedTreatment => ({
  treatment: treatmentOf(decides, base, computed),
  base,
  proposed: show(computed.amount, 2),
  cut: exactText(computed.cut),
  takenBack: show(computed.takenBack, 2),
  bounded: computed.bounded,
});

const sentenceOf = (value: ProposedTreatment, judged: readonly JudgedRule[]): Sentence => {
  const used = judged.filter(({ standing }) => standing === 'decides' || standing === 'adds').map(({ id }) => id);
  const { zh, en } = TREATMENTS[value.treatment];
  return {
    zh: `${zh}：${value.base} 元 → ${value.proposed} 元（规则 ${used.join('、')}）`,
    en: `${en}: ${value.base} → ${value.proposed} yuan (${used.join(', ')})`,
  };
};

const inputsOf = ({ base, facts, origins = {} }: ProjectFacts, { verdicts, decides, adds }: Judgement): readonly ExplainedInput[] => {
  const originOf = (name: string) => (Object.hasOwn(origins, name) ? origins[name]! : null);
  const named = verdicts.flatMap((it) => conditionInputs(it, originOf)).filter(({ name }) => name !== 'base');
  const once = named.filter(({ name }, i) => named.findIndex((other) => other.name === name) === i);
  const idle = facts['idleFunds'] ?? null;
  const usesIdle = [decides, ...adds].some((it) => it?.takeBack !== undefined) && !once.some(({ name }) => name === 'idleFunds');
  const own = { name: 'base', value: base, origin: originOf('base'), zh: '预算基数', en: 'base amount' };
  const idleInput = { name: 'idleFunds', value: idle, origin: originOf('idleFunds'), zh: '闲置资金', en: 'idle funds' };
  return [own, ...once, ...(usesIdle ? [idleInput] : [])];
};

/**
 * 预算挂钩: 优 is given priority, 良 maintained, 中 compressed, 差 cancelled, and what the district's table says besides (中发〔2018〕34号: results
 * are tied to the budget; the shares are each district's own). Proposals only: the bureau decides, with reasons. Exact until the last step.
 * @throws DomainError `NOT_AN_AMOUNT` for a base that is no amount in yuan
 */
export const proposeLinkage = (project: ProjectFacts, table: LinkageTable): LinkageProposal => {
  const base = yuan(project.base);
  const judgement = judge(table.rules, { ...project.facts, base });
  const { decides, adds, judged } = judgement;
  const idle = project.facts['idleFunds'];
  const lacking = typeof idle !== 'string' && [decides, ...adds].some((it) => it?.takeBack !== undefined);
  const computed = decides && !lacking ? computeAmount(decides, adds, base, typeof idle === 'string' ? idle : null, table.bounds) : null;
  const value = decides && computed ? valueOf(decides, base, computed) : null;
  const reason: NoProposal | null = lacking ? 'IDLE_FUNDS_MISSING' : judgement.reason;
  const explained: Explained<ProposedTreatment> = {
    rule: { id: 'budget-linkage', version: table.version, source: table.source },
    value,
    ...(reason === null ? {} : { reason }),
    inputs: inputsOf(project, judgement),
    steps: [...judged.map(({ step }) => step), ...(computed?.steps ?? [])],
    rounding: ROUNDING,
    sentence: value ? sentenceOf(value, judged) : UNDECIDED[reason!],
  };
  return { explained, rules: judged };
};

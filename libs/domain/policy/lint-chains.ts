import { meant } from '#domain/condition/nearest.js';
import type { Policy } from './policy.js';
import type { PolicyProblem } from './problem.js';

const rungOf = (ladder: string, i: number): string => `ladders.${ladder}.${String(i)}`;

/** Rungs stand in the order in which they come, each once, and each tells somebody. */
export const lintLadders = ({ ladders }: Policy): PolicyProblem[] => {
  const problems: PolicyProblem[] = [];
  for (const [name, rungs] of Object.entries(ladders)) {
    rungs.forEach((rung, i) => {
      const path = rungOf(name, i);
      if ((rung.remind ?? []).length + (rung.escalate ?? []).length === 0) {
        problems.push({ code: 'RUNG_EMPTY', path, zh: '该节点没有提醒或上报对象', en: 'this rung tells nobody' });
      }
      const before = rungs[i - 1];
      if (!before) return;
      const time = (it: typeof rung): string => it.at ?? '09:00';
      if (rung.day < before.day || (rung.day === before.day && time(rung) < time(before))) {
        problems.push({ code: 'RUNG_ORDER', path, zh: '节点未按日期先后排列', en: 'the rungs are not in the order of their days' });
      } else if (rung.day === before.day && time(rung) === time(before)) {
        problems.push({ code: 'RUNG_ORDER', path, zh: '同一时刻有两个节点', en: 'two rungs at the same moment' });
      }
    });
  }
  return problems;
};

const unknownName = (code: 'UNKNOWN_LADDER' | 'UNKNOWN_CHAIN', path: string, name: string, known: readonly string[]): PolicyProblem => {
  const hint = meant(name, known);
  const [zh, en] = code === 'UNKNOWN_LADDER' ? ['提醒阶梯', 'ladder'] : ['审批链', 'chain'];
  return { code, path, zh: `${zh}“${name}”未定义${hint.zh}`, en: `there is no ${en} "${name}"${hint.en}` };
};

const followUps = ({ monitoring, selfEvaluation }: Pick<Policy, 'monitoring' | 'selfEvaluation'>) =>
  [
    { path: 'monitoring.followUp', of: monitoring.followUp },
    { path: 'monitoring.keyMonitoring', of: monitoring.keyMonitoring },
    { path: 'selfEvaluation.problems', of: selfEvaluation.problems },
    { path: 'selfEvaluation.spotCheck.publicValue', of: selfEvaluation.spotCheck.publicValue },
  ].flatMap(({ path, of }) => (of ? [{ path, chain: 'chain' in of ? of.chain : undefined, ladder: of.ladder }] : []));

/** Every chain and ladder that is named exists, and the steps of a chain have names of their own. */
export const lintChains = ({
  plan,
  ladders,
  chains,
  monitoring,
  selfEvaluation,
  feedback,
  budgetLinkage,
  rectification,
  objections = {},
}: Policy): PolicyProblem[] => {
  const problems: PolicyProblem[] = [];
  const users = [
    ...plan.map((it, i) => ({ path: `plan.${String(i)}`, chain: it.chain, ladder: it.ladder })),
    { path: 'monitoring', chain: monitoring.chain, ladder: monitoring.ladder },
    ...followUps({ monitoring, selfEvaluation }),
    ...(feedback ? [{ path: 'feedback', chain: undefined, ladder: feedback.ladder }] : []),
    { path: 'rectification.recheck', chain: undefined, ladder: rectification?.recheck?.ladder },
    ...Object.entries(objections).map(([stage, { chain, ladder }]) => ({ path: `objections.${stage}`, chain, ladder })),
  ];
  for (const { path, chain, ladder } of users) {
    if (chain !== undefined && !Object.hasOwn(chains, chain))
      problems.push(unknownName('UNKNOWN_CHAIN', `${path}.chain`, chain, Object.keys(chains)));
    if (ladder !== undefined && !Object.hasOwn(ladders, ladder)) {
      problems.push(unknownName('UNKNOWN_LADDER', `${path}.ladder`, ladder, Object.keys(ladders)));
    }
  }
  const approvals = { 'feedback.signOff': feedback?.signOff, 'budgetLinkage.approval': budgetLinkage?.approval };
  for (const [path, chain] of Object.entries(approvals)) {
    if (chain !== undefined && !Object.hasOwn(chains, chain)) problems.push(unknownName('UNKNOWN_CHAIN', path, chain, Object.keys(chains)));
  }
  for (const [name, steps] of Object.entries(chains)) {
    steps.forEach(({ step }, i) => {
      if (steps.findIndex((it) => it.step === step) === i) return;
      const path = `chains.${name}.${String(i)}.step`;
      problems.push({ code: 'STEP_TWICE', path, zh: `步骤“${step}”出现两次`, en: `the step "${step}" occurs twice` });
    });
  }
  return problems;
};

import { readFile } from 'node:fs/promises';
import { parseDocument } from 'yaml';
import { isRefused, parsePolicy } from '#contracts/policy/parse-policy.js';
import { staged } from '../../../apps/rehearsal/scenarios/scenario.js';
import { loadScript } from '../../../apps/rehearsal/script.js';
import type { Script } from '../../../apps/rehearsal/script.js';

/** Sections of a policy that the published year says nothing of; taken from the demonstration of the same district's current year. */
const LATER = ['keyEvaluation', 'feedback', 'rectification', 'disclosure', 'budgetLinkage'] as const;
/** Left for the bureau to select and to assign in the browser. */
export const UNASSIGNED = 'A-11';

/**
 * Gangcheng's published year with what it says nothing of: notices are signed off, agencies rated, duties listed, decisions approved.
 * Each notice is signed two days after the last report and leaves three weeks, as the published day of both was the same.
 * @throws Error when the policy does not stand
 */
export const browsedScript = async (): Promise<Script> => {
  const script = await loadScript('gangcheng', 2023);
  const document = parseDocument(script.yaml);
  const later = parseDocument(await readFile('policies/gangcheng-2026.yaml', 'utf8'));
  for (const section of LATER) document.set(section, later.get(section));
  document.setIn(['feedback', 'within'], '2d');
  document.setIn(['feedback', 'rectifyWithin'], '15d');
  const yaml = document.toString();
  const policy = parsePolicy(yaml);
  if (isRefused(policy)) throw new Error(policy.map(({ path, zh }) => `${path}: ${zh}`).join('\n'));
  return { ...script, yaml, policy: policy.policy, evaluated: script.evaluated.filter((it) => it !== UNASSIGNED) };
};

const FROM_THE_REPORT_ON = ['key-evaluation', 'feedback', 'rectification', 'disclosure', 'budget-linkage'];

/** Three projects of the same year, from their evaluation to the next budget: what comes late in a year is reached soon. */
export const lateScript = async (): Promise<Script> => {
  const script = await browsedScript();
  const { plan } = parseDocument(script.yaml).toJS() as { readonly plan: readonly { readonly stage: string }[] };
  return staged(
    { ...script, evaluated: [...script.evaluated, UNASSIGNED] },
    {
      zh: '评价结果的应用',
      en: 'from the report to the next budget',
      projects: ['A-08', 'A-10', UNASSIGNED],
      plan: plan.filter(({ stage }) => FROM_THE_REPORT_ON.includes(stage)),
    },
  );
};

import { readFile } from 'node:fs/promises';
import { parseDocument } from 'yaml';
import { isRefused, parsePolicy } from '#contracts/policy/parse-policy.js';
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

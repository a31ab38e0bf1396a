import { parseDocument } from 'yaml';
import { isRefused, parsePolicy } from '#contracts/policy/parse-policy.js';
import type { DistrictImport } from '#contracts/import/district.schema.js';
import type { ApiClient } from '../cast/api-client.js';
import type { Behaviour } from '../cast/behaviour.js';
import type { Role } from '../cast/stage-play.js';
import type { Script } from '../script.js';

/** Something that somebody of the bureau does once, at an instant of the rehearsed year (`2023-10-09T10:00`, Asia/Shanghai). */
export interface Interference {
  readonly at: string;
  readonly run: (bureau: ApiClient, campaign: string) => Promise<unknown>;
}

/** A part of a year that goes wrong in one certain way, on few projects of a real district: its timeline is known beforehand. */
export interface Scenario {
  readonly zh: string;
  readonly en: string;
  /** Codes of the projects that take part. */
  readonly projects: readonly string[];
  /** The plan as a policy writes it; ladders, chains and all else are the district's. */
  readonly plan: readonly object[];
  /** How somebody behaves; undefined: as in every rehearsal. */
  readonly behaves?: (role: Role) => Behaviour | undefined;
  /** Is what this one has filed sent back? Undefined: as in every rehearsal. */
  readonly isReturned?: (role: Role) => boolean | undefined;
  readonly interferences?: readonly Interference[];
  /** From when to when no mail server answers. */
  readonly mailDown?: { readonly from: string; readonly to: string };
}

const onlyProjects = (district: DistrictImport, codes: readonly string[]): DistrictImport => {
  const projects = district.projects.filter(({ code }) => codes.includes(code));
  const units = district.units.filter(({ code }) => projects.some(({ unit }) => unit === code));
  const departments = district.departments.filter(({ code }) => units.some(({ department }) => department === code));
  const findings = district.findings.filter(({ project }) => project === null || codes.includes(project));
  return { ...district, projects, units, departments, findings };
};

/** The scenario's part of a district's year. @throws Error when the plan does not fit the policy */
export const staged = (script: Script, { zh, projects, plan }: Scenario): Script => {
  const document = parseDocument(script.yaml);
  document.set('plan', document.createNode(plan));
  const yaml = document.toString();
  const policy = parsePolicy(yaml);
  if (isRefused(policy)) throw new Error(policy.map((it) => `${it.path}: ${it.zh}`).join('\n'));
  const district = onlyProjects(script.district, projects);
  const evaluates = policy.policy.plan.some(({ stage }) => stage === 'key-evaluation');
  return {
    ...script,
    title: `${script.title} · ${zh}`,
    yaml,
    policy: policy.policy,
    district,
    evaluated: evaluates ? script.evaluated.filter((it) => projects.includes(it)) : [],
  };
};

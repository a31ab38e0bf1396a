import { readDistrict } from '#cli/commands/import/read-district.js';
import type { DistrictImport } from '#contracts/import/district.schema.js';
import { JIANGBEI_SIZE, generateDistrict } from '#contracts/import/generate-district.js';
import { isRefused, parsePolicy } from '#contracts/policy/parse-policy.js';
import type { Policy } from '#domain/policy/policy.js';
import { shippedText } from '#platform/shipped.js';

/** What is rehearsed: a district's data, its policy of the year, and the projects that an agency evaluates. */
export interface Script {
  readonly title: string;
  readonly district: DistrictImport;
  readonly yaml: string;
  readonly policy: Policy;
  /** Codes of the projects that are evaluated. */
  readonly evaluated: readonly string[];
}

export const REHEARSABLE = ['gangcheng', 'huaxi', 'jiangbei-size'] as const;
export type Rehearsable = (typeof REHEARSABLE)[number];

/** A table names no agency where the bureau kept its name to itself; somebody has to play it. */
export const PLAYED_AGENCY = { code: 'PLAYED', name: '第三方评价机构（演练）' };

const load = async (district: Rehearsable, year: number): Promise<DistrictImport> =>
  district === 'jiangbei-size' ? generateDistrict({ ...JIANGBEI_SIZE, fiscalYear: year }) : readDistrict(district);

/** @throws Error with the policy's problems, each with its line, when it cannot be used. */
export async function loadScript(name: Rehearsable, year: number): Promise<Script> {
  const imported = await load(name, year);
  const yaml = await shippedText(`policies/${name}-${String(year)}.yaml`);
  const policy = parsePolicy(yaml);
  if (isRefused(policy)) throw new Error(policy.map(({ line, zh }) => `${String(line ?? '')}: ${zh}`).join('\n'));
  const district = imported.agencies.length > 0 ? imported : { ...imported, agencies: [PLAYED_AGENCY] };
  const key = district.projects.filter(
    (it) => (it.published?.score ?? null) !== null || (imported.district.generated && it.class === 'key'),
  );
  return {
    title: `${district.district.name} ${String(year)}`,
    district,
    yaml,
    policy: policy.policy,
    evaluated: key.map(({ code }) => code),
  };
}

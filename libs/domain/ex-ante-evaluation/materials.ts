import type { Policy } from '#domain/policy/policy.js';
import type { RequiredMaterial } from '#domain/policy/target-filing-policy.js';
import { compare } from '#domain/score/exact.js';
import type { ExAnteContent } from './content.js';
import { problem } from './problem.js';
import type { ExAnteProblem } from './problem.js';

export interface EvaluatedProject {
  readonly class: 'ordinary' | 'key';
  /** Yuan. */
  readonly amount: string;
}

/** 材料清单: what of the policy's list this project must bring. */
export const requiredMaterials = (policy: Policy, project: EvaluatedProject): readonly RequiredMaterial[] =>
  (policy.exAnteEvaluation.materials ?? []).filter(
    (it) => (it.class === undefined || it.class === project.class) && (it.from === undefined || compare(project.amount, it.from) >= 0),
  );

export interface ListedMaterial {
  readonly material: string;
  readonly label: string;
  readonly source: string | null;
  readonly present: boolean;
  readonly reference: string | null;
}

/** The list with what the report says of each. */
export const listMaterials = (
  required: readonly RequiredMaterial[],
  content: Partial<Pick<ExAnteContent, 'materials'>>,
): readonly ListedMaterial[] =>
  required.map(({ material, label, source }) => {
    const given = content.materials?.find((it) => it.material === material);
    return { material, label, source: source ?? null, present: given?.present ?? false, reference: given?.reference ?? null };
  });

/** Every required material is there and says where; nothing is listed twice, and nothing that the policy does not know. */
export const materialProblems = (policy: Policy, content: ExAnteContent, project: EvaluatedProject): readonly ExAnteProblem[] => {
  const known = policy.exAnteEvaluation.materials?.map((it) => it.material) ?? [];
  const listed = content.materials ?? [];
  const entries = listed.flatMap(({ material, present, reference }, i) => {
    const path = `materials.${String(i)}`;
    if (!known.includes(material))
      return problem(`${path}.material`, `材料清单中没有“${material}”`, `the list of materials has no "${material}"`);
    if (listed.findIndex((it) => it.material === material) !== i)
      return problem(`${path}.material`, '同一材料填报两次', 'this material is listed twice');
    return present && !reference ? problem(`${path}.reference`, '须写明材料文号或存放处', 'say what document this is') : [];
  });
  const missing = listMaterials(requiredMaterials(policy, project), content).filter((it) => !it.present);
  return [...entries, ...missing.map((it) => problem('materials', `缺少材料“${it.label}”`, `the material "${it.material}" is missing`))];
};

import type { OrganisationChange } from '#contracts/organisation/organisation.contract.js';
import { LinkButton } from '../../parts/link-button.js';
import { useKept } from '../../parts/use-kept.js';
import { useWords } from '../../words/words.js';
import { ChangeFlow } from './change-flow.js';
import { PROJECTS } from './projects.words.js';
import { SplitParts, isAmount, sums } from './split-parts.js';
import type { TypedPart } from './split-parts.js';
import { budgetOf, executedOf } from './standing.js';
import type { Project } from './standing.js';

const isParts = (it: unknown): it is readonly TypedPart[] =>
  Array.isArray(it) && it.length >= 2 && it.every((one: unknown) => typeof one === 'object' && one !== null && 'code' in one);

const isWhole = ({ code, name, budget, executed }: TypedPart): boolean =>
  code.trim() !== '' && name.trim() !== '' && isAmount(budget.trim()) && (executed.trim() === '' || isAmount(executed.trim()));

/** What was typed as a change, once nothing is missing and the money is all there. */
const wishOf = (project: Project, parts: readonly TypedPart[]): OrganisationChange | null => {
  const fits = sums(parts, 'budget', budgetOf(project)) && sums(parts, 'executed', executedOf(project));
  if (!fits || !parts.every(isWhole)) return null;
  return {
    kind: 'split-project',
    project: project.id,
    parts: parts.map(({ code, name, unit, budget, executed }) => ({
      ...{ code: code.trim(), name: name.trim(), budget: budget.trim() },
      ...(unit === null || unit === project.unit ? {} : { unit }),
      ...(executed.trim() === '' ? {} : { executed: executed.trim() }),
    })),
  };
};

/** 项目拆分: the projects that begin in its place; what is typed stays in this browser. */
export const Split = ({ project }: { readonly project: Project }) => {
  const say = useWords(PROJECTS);
  const { code, name, unit, district } = project;
  const fresh = (number: number): TypedPart => ({ code: `${code}-${String(number)}`, name, unit, budget: '', executed: '' });
  const [parts, setParts, forget] = useKept(`jiheng.split.${project.id}`, [fresh(1), fresh(2)], isParts);
  return (
    <ChangeFlow
      kind="split-project"
      wish={wishOf(project, parts)}
      onward={<LinkButton to="/year/projects?show=log">{say('backToYear')}</LinkButton>}
      onDone={forget}
    >
      <SplitParts {...{ parts, fresh, district }} onChange={setParts} budget={budgetOf(project)} executed={executedOf(project)} />
    </ChangeFlow>
  );
};

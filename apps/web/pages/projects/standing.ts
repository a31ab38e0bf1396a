import { sumYuan } from '#domain/score/money.js';
import type { Schemas } from '../../api/client.js';

export type Project = Schemas['Project'];

/** The budget by which a project is split or merged, in yuan: as it was adjusted, or else approved, or else as it began. */
export const budgetOf = ({ adjustedBudget, approvedBudget, initialBudget }: Project): string =>
  adjustedBudget ?? approvedBudget ?? initialBudget ?? '0';
export const executedOf = ({ executedAmount }: Project): string => executedAmount ?? '0';

export const together = (projects: readonly Project[]) => ({
  budget: sumYuan(projects.map(budgetOf)),
  executed: sumYuan(projects.map(executedOf)),
});

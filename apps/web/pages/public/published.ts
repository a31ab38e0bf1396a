import type { PublishedContent, PublishedProject } from '#domain/disclosure/public-table.js';
import { sumYuan } from '#domain/score/money.js';

export type { PublishedProject };

const isPublished = (it: unknown): it is PublishedContent =>
  typeof it === 'object' && it !== null && 'projects' in it && Array.isArray(it.projects);

/** The projects of a publication, as its content holds them. */
export const projectsOf = (content: unknown): readonly PublishedProject[] => (isPublished(content) ? content.projects : []);

/** Budgets of all projects together, yuan; null where none is public. */
export const budgetOf = (projects: readonly PublishedProject[]): string | null => {
  const known = projects.flatMap(({ approvedBudget }) => approvedBudget ?? []);
  return known.length === 0 ? null : sumYuan(known);
};

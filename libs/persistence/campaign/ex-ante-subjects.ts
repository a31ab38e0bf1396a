import type { EntityManager } from 'typeorm';
import type { ExAnteSubject } from '#domain/ex-ante-evaluation/check.js';

/** By project: what an ex-ante evaluation asks of it, with every name of the unit that carries it out and of its supervising department. */
export const loadExAnteSubjects = async (
  manager: EntityManager,
  projects: readonly string[],
): Promise<ReadonlyMap<string, ExAnteSubject>> => {
  const rows: (ExAnteSubject & { readonly id: string })[] = await manager.query(
    `select p.id, p.class, coalesce(p.adjusted_budget, p.initial_budget, 0)::text as amount, array[u.name, top.name] || u.aliases || top.aliases as bodies
     from project p join budget_unit u on u.id = p.unit_id join budget_unit top on top.id = p.department_id where p.id = any ($1::uuid[])`,
    [projects],
  );
  return new Map(rows.map(({ id, ...subject }) => [id, subject]));
};

import type { Foreseen } from '#activities/campaign/opening-preview.js';
import { groupBy } from '#domain/group-by.js';

export const documentsIn = (obligations: readonly Foreseen[]): number => obligations.reduce((all, { documents }) => all + documents, 0);

export const departmentsOf = (obligations: readonly Foreseen[]) =>
  [...groupBy(obligations, ({ department }) => department).values()].map((its) => ({
    department: its[0]!.department,
    departmentName: its[0]!.departmentName,
    units: new Set(its.map(({ unit }) => unit)).size,
    obligations: its.length,
    documents: documentsIn(its),
  }));

export const dueDaysOf = (obligations: readonly Foreseen[]) =>
  [...groupBy(obligations, ({ dueOn }) => dueOn)]
    .map(([dueOn, its]) => ({ dueOn, obligations: its.length }))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));

import { groupBy } from '#domain/group-by.js';
import type { Treatment } from '#domain/policy/policy.js';
import { compare, exact, exactText, show } from '#domain/score/exact.js';
import { sumYuan } from '#domain/score/money.js';
import type { Yuan } from '#domain/score/money.js';
import { linkProject } from './decide.js';
import type { LinkedProject } from './decide.js';
import type { LinkageProject, LinkageTable } from './table.js';

/** A count of projects with their sums, yuan. */
export interface Sum {
  readonly projects: number;
  readonly before: Yuan;
  readonly after: Yuan;
  /** After less before. */
  readonly change: Yuan;
}

/** Sums of a department or of the district; every project stands in exactly one treatment or in `undecided`. */
export interface Sums extends Sum {
  readonly byTreatment: Readonly<Record<Treatment, Sum>>;
  readonly undecided: Sum;
  readonly overridden: number;
}

/** The policy's bound on the sum after, and by how much it is exceeded (`0.00`: not at all). */
export interface TotalBound {
  readonly atMost: string;
  readonly exceededBy: Yuan;
}

export interface Linkage {
  readonly projects: readonly LinkedProject[];
  readonly departments: readonly (Sums & { readonly department: string })[];
  readonly district: Sums;
  readonly bound: TotalBound | null;
}

const sumOf = (projects: readonly LinkedProject[]): Sum => {
  const before = sumYuan(projects.map((it) => it.before));
  const after = sumYuan(projects.map((it) => it.after));
  return { projects: projects.length, before, after, change: show(exact(after).sub(exact(before)), 2) };
};

const sumsOf = (projects: readonly LinkedProject[]): Sums => {
  const of = (treatment: Treatment | null): Sum => sumOf(projects.filter((it) => it.treatment === treatment));
  return {
    ...sumOf(projects),
    byTreatment: { prioritise: of('prioritise'), maintain: of('maintain'), compress: of('compress'), cancel: of('cancel') },
    undecided: of(null),
    overridden: projects.filter(({ override }) => override !== null).length,
  };
};

const boundOf = ({ before, after }: Sum, percent: string | undefined): TotalBound | null => {
  if (percent === undefined) return null;
  const most = exact(before).mul(exact(percent)).div(100);
  const over = exact(after).sub(most);
  return { atMost: exactText(most), exceededBy: compare(over, '0') > 0 ? show(over, 2) : '0.00' };
};

/**
 * Many projects by one table: each proposal and decision, the sums before and after of every department and of the district. Amounts are
 * rounded to the fen project by project at the very end and summed exactly, so departments add up to the district. Pure in (projects, table):
 * what another table would do is this function with another table.
 */
export const linkProjects = (projects: readonly LinkageProject[], table: LinkageTable): Linkage => {
  const linked = projects.map((it) => linkProject(it, table));
  const district = sumsOf(linked);
  return {
    projects: linked,
    departments: [...groupBy(linked, ({ department }) => department)].map(([department, of]) => ({ department, ...sumsOf(of) })),
    district,
    bound: boundOf(district, table.bounds.total),
  };
};

/** What becomes of a project under another table. */
export interface ChangedProject {
  readonly id: string;
  readonly name: string;
  readonly from: { readonly treatment: Treatment | null; readonly after: Yuan };
  readonly to: { readonly treatment: Treatment | null; readonly after: Yuan };
}

/** What another table would make of the same projects. */
export interface WhatIf {
  readonly name: string;
  readonly district: Sums;
  readonly bound: TotalBound | null;
  /** The sum after under this table less the sum after under the table in force. */
  readonly difference: Yuan;
  readonly changed: readonly ChangedProject[];
}

/** What becomes of which project when `other` takes the place of `present`; both are of the same projects in the same order. */
export const compareLinkages = (present: Linkage, other: Linkage): Pick<WhatIf, 'difference' | 'changed'> => {
  const changed = other.projects.flatMap((to, i): ChangedProject[] => {
    const from = present.projects[i]!;
    if (to.treatment === from.treatment && to.after === from.after) return [];
    return [
      {
        id: to.id,
        name: to.name,
        from: { treatment: from.treatment, after: from.after },
        to: { treatment: to.treatment, after: to.after },
      },
    ];
  });
  return { difference: show(exact(other.district.after).sub(exact(present.district.after)), 2), changed };
};

/** 假设分析: the same projects by another table, against how they stand. Overrides are decisions of persons and stay. */
export const whatIf = (name: string, projects: readonly LinkageProject[], present: Linkage, other: LinkageTable): WhatIf => {
  const linked = linkProjects(projects, other);
  return { name, district: linked.district, bound: linked.bound, ...compareLinkages(present, linked) };
};

/** What an evaluation is about: a project of the budget, a department as a whole, a policy, a special bond. */
export const EVALUATION_TYPES = ['project', 'whole-department', 'policy', 'special-bond'] as const;
export type EvaluationType = (typeof EVALUATION_TYPES)[number];

/** Those that are no project of the budget. */
export const SUBJECT_TYPES = ['whole-department', 'policy', 'special-bond'] as const satisfies readonly EvaluationType[];
export type SubjectType = (typeof SUBJECT_TYPES)[number];

/** As forms print it: what the evaluation is called, what its subject is called, and how its line is coded. */
export const TYPE_LABELS: Readonly<Record<EvaluationType, { readonly title: string; readonly subject: string; readonly code: string }>> = {
  project: { title: '', subject: '项目名称', code: '' },
  'whole-department': { title: '部门整体', subject: '部门名称', code: 'BM' },
  policy: { title: '政策', subject: '政策名称', code: 'ZC' },
  'special-bond': { title: '专项债券', subject: '债券名称', code: 'ZQ' },
};

/** `评价方案：某项目`, `部门整体评价方案：某局`. */
export const titleOf = (type: EvaluationType, label: string, name: string): string => `${TYPE_LABELS[type].title}${label}：${name}`;

/** The stages of the annual cycle (brief: 年度绩效管理流程), in the order in which a year meets them. One word opens the same room in every layer. */
export const STAGES = [
  'ex-ante-evaluation',
  'target-filing',
  'monitoring',
  'self-evaluation',
  'key-evaluation',
  'feedback',
  'rectification',
  'disclosure',
  'budget-linkage',
] as const;

export type StageName = (typeof STAGES)[number];

/**
 * Who owes or reviews, seen from the debtor: `debtor` the unit (or agency) itself, `department` its supervising department (主管部门),
 * `sectorOffice` the office in charge of it (归口科室), `performanceOffice` 财政局绩效科, `supervision` 督查, `agency` 第三方机构.
 */
export const SEATS = ['debtor', 'department', 'sectorOffice', 'performanceOffice', 'supervision', 'agency'] as const;

export type Seat = (typeof SEATS)[number];

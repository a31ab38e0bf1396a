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

/** What each is called in Chinese sentences. */
export const STAGE_ZH: Readonly<Record<StageName, string>> = {
  'ex-ante-evaluation': '事前绩效评估',
  'target-filing': '绩效目标申报',
  monitoring: '绩效运行监控',
  'self-evaluation': '绩效自评',
  'key-evaluation': '重点绩效评价',
  feedback: '结果反馈',
  rectification: '问题整改',
  disclosure: '绩效公开',
  'budget-linkage': '结果应用',
};

/**
 * Who owes or reviews, seen from the debtor: `debtor` the unit (or agency) itself, `department` its supervising department (主管部门),
 * `sectorOffice` the office in charge of it (归口科室), `performanceOffice` 财政局绩效科, `supervision` 督查, `agency` 第三方机构.
 */
export const SEATS = ['debtor', 'department', 'sectorOffice', 'performanceOffice', 'supervision', 'agency'] as const;

export type Seat = (typeof SEATS)[number];

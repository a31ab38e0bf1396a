import type { Indicator } from '#domain/target-filing/content.js';
import { publicTable } from './public-table.js';
import type { PublishedProject } from './public-table.js';

const indicator: Indicator = {
  level1: '产出',
  level2: '数量指标',
  level3: '保洁里程',
  operator: '≥',
  targetValue: '120',
  measureUnit: '公里',
  weight: '30',
  core: true,
};
const head = { title: '绩效公开', fiscalYear: 2023, place: null };
const project: PublishedProject = { code: 'P1', name: '道路保洁', approvedBudget: '100.00' };

describe('a publication as a table', () => {
  it('has a line an indicator, with goal, scores and grades', () => {
    const target = { annualGoal: '全年保洁', indicators: [indicator, { ...indicator, level3: '达标率' }] };
    const results = [{ kind: 'evaluation' as const, score: '91.50', grade: '优' }];
    const { columns, rows } = publicTable({ ...head, projects: [{ ...project, target, results }] });
    expect(columns).toHaveLength(15);
    expect(rows.map((it) => it[6])).toEqual(['保洁里程', '达标率']);
    expect(rows[0]).toEqual([
      'P1',
      '道路保洁',
      '100.00',
      '全年保洁',
      '产出',
      '数量指标',
      '保洁里程',
      '≥',
      '120',
      '公里',
      '30',
      '',
      '',
      '91.50',
      '优',
    ]);
  });

  it('has no column of what the duty does not name, and a line for a project without a target', () => {
    expect(publicTable({ ...head, projects: [{ ...project, approvedBudget: null, results: [] }] })).toEqual({
      columns: ['项目编码', '项目名称', '预算金额（元）', '自评得分', '自评等级', '评价得分', '评价等级'],
      rows: [['P1', '道路保洁', '', '', '', '', '']],
    });
    const { columns, rows } = publicTable({ ...head, projects: [{ ...project, target: null }] });
    expect([columns.length, rows]).toEqual([11, [['P1', '道路保洁', '100.00', '', '', '', '', '', '', '', '']]]);
  });
});

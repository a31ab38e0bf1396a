import type { Check } from '#domain/reconciliation/check.js';

/**
 * How the statements follow from the tables for which the published-data sets leave the check out: read from the sentence and its topic, as
 * the person who prepares a report for sign-off would write it.
 */
const field = (id: string, path: string, file = 'projects'): Check => ({ op: 'field', file, id, path });
const agg = (id: string): Check => ({ op: 'agg', id });
const pct = (num: Check, den: Check): Check => ({ op: 'pct', num, den });
const le = (...args: Check[]): Check => ({ op: 'le', args });
const lit = (v: string): Check => ({ op: 'lit', v });
const level = (of: string, id: string, parent: string): Check => ({ op: 'levelsum', level: of, id, parent, key: 'weight' });

const annex = (project: string): { score: Check; grade: Check; budget: Check; rate: Check } => ({
  score: field(project, 'score'),
  grade: field(project, 'grade'),
  budget: field(project, 'budget.wan'),
  rate: pct(field(project, 'actual.wan'), field(project, 'budget.wan')),
});

const twice = (project: string): { name: Check; unit: Check } => ({
  name: field(project, 'name'),
  unit: field(project, 'implementing_unit_published'),
});

const targets = { file: 'projects', id: 'bb19-p01', path: 'targets' } as const;
const done = (state: string): Check => ({ op: 'listcount', ...targets, where: { state } });

export const READINGS: Readonly<Record<string, Check>> = {
  'jb21-a007': { op: 'sum', file: 'projects', field: 'funds_wan', where: { eval_type: '重点评价', grade: '良' } },
  'jb21-a008': { op: 'count', file: 'projects', where: { eval_type: '重点评价', grade: '中' } },
  'jb21-a016': { op: 'add', args: [agg('jb21-a005'), agg('jb21-a011')] },
  'jb21-a022': annex('jb21-p03').score,
  'jb21-a023': annex('jb21-p03').grade,
  'jb21-a026': annex('jb21-p05').score,
  'jb21-a027': annex('jb21-p05').grade,
  'jb21-a034': annex('jb21-p09').score,
  'jb21-a035': annex('jb21-p09').grade,
  'jb21-a038': annex('jb21-p11').score,
  'jb21-a039': annex('jb21-p11').grade,
  'jb21-a044': annex('jb21-p03').budget,
  'jb21-a046': annex('jb21-p05').budget,
  'jb21-a050': annex('jb21-p09').budget,
  'jb21-a052': annex('jb21-p11').budget,
  'jb21-a059': annex('jb21-p05').rate,
  'jb21-a062': annex('jb21-p09').rate,
  'jb21-a064': annex('jb21-p11').rate,
  'jb21-a065': { op: 'sub', args: [field('jb21-p05', 'budget.wan'), field('jb21-p05', 'actual.wan')] },
  'jb21-a074': le(field('jb21-p11', 'actual.wan'), field('jb21-p11', 'allocated.wan'), field('jb21-p11', 'budget.wan')),
  'jb22-a007': agg('jb22-a004'),
  'jb22-a017': { op: 'attainable', n: agg('jb22-a004'), pct: '2.1' },
  'jb22-a023': pct(agg('jb22-a021'), agg('jb22-a019')),
  'jb22-a026': le(agg('jb22-a021'), agg('jb22-a019')),
  'jb22-a035': { op: 'len', file: 'projects', id: 'jb22-p17', path: 'indicators' },
  'jb22-a038': le(lit('3'), { op: 'len', file: 'projects', id: 'jb22-p11', path: 'indicators' }),
  'hx21-a011': { op: 'count', file: 'departments', where: { category: '乡镇' } },
  'hx21-a016': { op: 'min', file: 'departments', field: 'overall_score' },
  'hx21-a019': { op: 'sum', file: 'projects', field: 'funds_wan' },
  'hx21-a023': { op: 'distinct', file: 'projects', field: 'seq', where: { grade: '良' } },
  'hx21-a029': { op: 'sum', file: 'projects', field: 'funds_wan', where: { seq: '7' } },
  'hx21-a030': field('hx21-p07', 'third_party_score'),
  'hx21-a031': field('hx21-p07', 'grade'),
  'hx21-a040': { op: 'all', file: 'projects', where: { third_party_score: { lt: '90' } }, test: { grade: '良' } },
  'gc23-a005': { op: 'add', args: [agg('gc23-a003'), agg('gc23-a004')] },
  'gc23-a006': { op: 'distinct', file: 'projects', field: 'unit_code' },
  'gc23-a008': { op: 'count', file: 'projects', where: { grade: '良' } },
  'gc23-a018': twice('gc23-p04').name,
  'gc23-a019': twice('gc23-p04').unit,
  'gc23-a020': twice('gc23-p05').name,
  'gc23-a021': twice('gc23-p05').unit,
  'gc23-a028': twice('gc23-p09').name,
  'gc23-a029': twice('gc23-p09').unit,
  'gc23-a035': { op: 'all', file: 'projects', where: { score: { lt: '90' } }, test: { grade: '良' } },
  'gc23-a037': { op: 'count', file: 'findings', where: { type: 'recommendation' } },
  'bb19-a005': { op: 'listsum', file: 'projects', id: 'bb19-p01', path: 'expenses_of_自贸区运行费用', key: 'value' },
  'bb19-a007': { op: 'listsum', file: 'projects', id: 'bb19-p01', path: 'expenses_by_budget', key: 'value' },
  'bb19-a010': pct(done('done'), { op: 'len', ...targets }),
  'bb19-a012': pct(done('not-done'), { op: 'len', ...targets }),
  'bb19-a016': level('level2', 'bb19-s1-4', 'level1_id'),
  'bb19-a019': { op: 'levelcount', level: 'level3' },
  'bb19-a024': level('level3', 'bb19-s2-04', 'level2_id'),
  'bb19-a025': level('level3', 'bb19-s2-05', 'level2_id'),
  'bb19-a033': level('items', 'bb19-s3-03', 'level3_id'),
  'bb19-a039': level('items', 'bb19-s3-09', 'level3_id'),
  'bb19-a040': level('items', 'bb19-s3-10', 'level3_id'),
  'bb19-a048': level('items', 'bb19-s3-18', 'level3_id'),
  'bb19-a049': level('items', 'bb19-s3-19', 'level3_id'),
  'bb19-a052': { op: 'sum', file: 'items', field: 'published_score' },
  'bb19-a053': field('bb19-p01', 'survey.0.n'),
  'bb19-a055': { op: 'answers', survey: 0, labels: ['非常支持', '支持'] },
  'bb19-a056': { op: 'answers', survey: 0, labels: null },
  'bb19-a066': le(lit('300'), agg('bb19-a073'), lit('5000')),
  'bb19-a068': le(field('bb19-i43', 'published_score', 'items'), lit('5')),
};

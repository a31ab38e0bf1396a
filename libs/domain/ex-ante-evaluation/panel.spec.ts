import type { Policy } from '#domain/policy/policy.js';
import { SAMPLE_POLICY } from '#domain/policy/sample-policy.js';
import { exAnteProblems } from './check.js';
import type { ExAnteContent, PanelExpert } from './content.js';
import { listMaterials, requiredMaterials } from './materials.js';
import { exAnteScore } from './score.js';

const DIMENSIONS = Object.keys(SAMPLE_POLICY.exAnteEvaluation.dimensions);
const policy: Policy = {
  ...SAMPLE_POLICY,
  exAnteEvaluation: {
    ...SAMPLE_POLICY.exAnteEvaluation,
    panel: { experts: 3 },
    materials: [
      { material: 'feasibility', label: '可行性研究报告' },
      { material: 'survey', label: '社会调查', from: '10000000' },
      { material: 'minutes', label: '会议纪要', class: 'key' },
    ],
  },
};
const expert = (name: string, points: string, more: Partial<PanelExpert> = {}): PanelExpert => ({
  ...{ expert: name, organisation: '市财经大学', conflict: false, declaration: '与被评估单位无利害关系' },
  scores: DIMENSIONS.map((dimension) => ({ dimension, points, basis: '材料齐全' })),
  ...more,
});
const report = (panel: readonly PanelExpert[], more: Partial<ExAnteContent> = {}): ExAnteContent => ({
  ...{ summary: '摘要', scores: [], panel },
  materials: [{ material: 'feasibility', present: true, reference: '发改〔2022〕7号' }],
  ...more,
});
const subject = { class: 'ordinary' as const, amount: '6000000', bodies: ['城市管理局'] };
const said = (content: ExAnteContent, it = subject) => exAnteProblems(content, policy, it).map(({ path, zh }) => `${path} ${zh}`);

describe('the expert panel', () => {
  it('is averaged exactly by dimension: thirds lose nothing', () => {
    const content = report([expert('甲', '20'), expert('乙', '18'), expert('丙', '16')]);
    expect(said(content)).toEqual([]);
    expect(exAnteScore(content, policy).value).toMatchObject({ score: '90', shown: '90.00', grade: '优', conclusion: 'support' });
    const thirds = report([expert('甲', '16'), expert('乙', '16'), expert('丙', '15')]);
    expect(exAnteScore(thirds, policy).value).toMatchObject({ score: '235/3', conclusion: 'adjust' });
  });

  it('leaves out who has a conflict of interest, and then needs another', () => {
    const conflicted = expert('丁', '20', { conflict: true, scores: [], declaration: '曾任该项目顾问' });
    expect(said(report([expert('甲', '20'), expert('乙', '20'), conflicted]))).toEqual(['panel 无利益冲突的专家 2 人，不少于 3 人']);
    expect(
      said(report([expert('甲', '1'), expert('乙', '1'), expert('丙', '1'), { ...conflicted, scores: expert('', '20').scores }])),
    ).toEqual(['panel.3.scores 存在利益冲突的专家不得评分']);
  });

  it('refuses an expert of the evaluated body, one named twice, scores beside the panel, and a dimension left out', () => {
    const all = [expert('甲', '20', { organisation: '城市管理局' }), expert('乙', '20'), expert('乙', '20')];
    const [, ...four] = expert('', '20').scores;
    expect(said(report([...all, expert('丙', '20', { scores: four })], { scores: expert('', '9').scores }))).toEqual([
      'scores 专家组评分的，不另行填报评分',
      'panel.2.expert 同一专家列了两次',
      'panel.0.organisation 专家不得来自被评估单位或其主管部门',
      `panel.3.scores 缺少维度“${DIMENSIONS[0]!}”`,
    ]);
  });

  it('is asked for where the policy wants one, and taken where it does not', () => {
    const { materials } = report([]);
    expect(said({ summary: '摘要', scores: expert('', '20').scores, materials: materials! })).toContain(
      'panel 无利益冲突的专家 0 人，不少于 3 人',
    );
    expect(exAnteScore(report([expert('甲', '20')]), SAMPLE_POLICY).value).toMatchObject({ score: '100' });
  });
});

describe('the list of materials', () => {
  const three = [expert('甲', '20'), expert('乙', '20'), expert('丙', '20')];

  it('asks by class and amount, and says of each whether it is there', () => {
    const names = (it: typeof subject | { class: 'key'; amount: string }) => requiredMaterials(policy, it).map(({ material }) => material);
    expect(names(subject)).toEqual(['feasibility']);
    expect(names({ class: 'key', amount: '10000000' })).toEqual(['feasibility', 'survey', 'minutes']);
    expect(listMaterials(requiredMaterials(policy, subject), report(three))).toEqual([
      { material: 'feasibility', label: '可行性研究报告', source: null, present: true, reference: '发改〔2022〕7号' },
    ]);
  });

  it('holds a report up that lacks one, names none, or lists one twice', () => {
    const large = { ...subject, amount: '20000000' };
    const materials = [
      { material: 'feasibility', present: true },
      { material: 'survey', present: false },
      { material: 'survey', present: false },
      { material: 'other', present: true, reference: '附件' },
    ];
    expect(said(report(three, { materials }), large)).toEqual([
      'materials.0.reference 须写明材料文号或存放处',
      'materials.2.material 同一材料填报两次',
      'materials.3.material 材料清单中没有“other”',
      'materials 缺少材料“社会调查”',
    ]);
  });
});

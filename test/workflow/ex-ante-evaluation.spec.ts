import { submissionGate } from '#activities/submission/submission-gate.js';
import { SAMPLES } from '#contracts/forms/samples.js';
import type { PanelExpert } from '#domain/ex-ante-evaluation/content.js';
import type { PlannedStage } from '#domain/policy/policy.js';
import { openApiOffice } from '../support/api-office.js';
import type { ApiOffice, Caller } from '../support/api-office.js';
import { LaunchedYear } from '../support/launched-year.js';
import type { Owed } from '../support/launched-year.js';

const PLAN: PlannedStage[] = [
  { stage: 'ex-ante-evaluation', opens: '2023-03-01', due: '2023-03-15', chain: 'bureau', ladder: 'standard' },
  { stage: 'target-filing', opens: '2023-03-01', due: '2023-03-31', chain: 'filing', ladder: 'standard' },
];
const RULES = {
  threshold: '5000000',
  panel: { experts: 2 },
  materials: [{ material: 'feasibility', label: '可行性研究报告' }],
};

let office: ApiOffice;
let year: LaunchedYear;
let bureau: Caller;

beforeAll(async () => {
  office = await openApiOffice('2023-03-01T08:00', ({ source }) => ({ gate: submissionGate(source) }));
  year = await LaunchedYear.launch(office, PLAN, async (it) => {
    const rules = `policy || jsonb_build_object('exAnteEvaluation', policy -> 'exAnteEvaluation' || $2)`;
    await it.rows(`update campaign set policy = ${rules} where id = $1`, RULES);
    await it.rows(
      `update project p set attribute = 'new', class = 'ordinary', initial_budget = 6000000 from campaign c where c.id = $1 and p.district_id = c.district_id`,
    );
  });
  await year.isOpen('ex-ante-evaluation');
  await year.isOpen('target-filing');
  bureau = await office.as(year.bureau);
});
afterAll(() => office.close());

const DIMENSIONS = SAMPLES['ex-ante-report'].scores.map(({ dimension }) => dimension);
const expert = (name: string, points: string, more: Partial<PanelExpert> = {}): PanelExpert => ({
  ...{ expert: name, organisation: '市财经大学', conflict: false, declaration: '与被评估单位无利害关系' },
  scores: DIMENSIONS.map((dimension) => ({ dimension, points, basis: '材料齐全' })),
  ...more,
});
const report = (...panel: PanelExpert[]) => ({
  ...{ summary: '项目立项依据充分。', scores: [], panel },
  materials: [{ material: 'feasibility', present: true, reference: '发改〔2022〕7号' }],
});

const save = async (unit: Caller, document: string, content: unknown): Promise<void> => {
  const { headers } = await unit.send('get', `/documents/${document}`);
  await unit.send('put', `/documents/${document}/content`, content, { 'if-match': headers['etag'] as string }).expect(200);
};
interface Answered {
  readonly outcome: string;
  readonly status: string;
  readonly refusal?: {
    readonly code: string;
    readonly zh: string;
    readonly errors?: readonly { readonly path: string; readonly zh: string }[];
  };
}
const ask = async (who: Caller, transition: string, documents: readonly string[], more: object = {}): Promise<readonly Answered[]> => {
  const { body } = await who.send('post', `/documents/${transition}`, { documents: documents.map((id) => ({ id })), ...more }).expect(200);
  return body.results as Answered[];
};
const targetOf = async (report: string): Promise<string> => {
  const rows = await year.rows<{ id: string }>(
    `select t.id from document t join document e on e.project_id = t.project_id
     where t.campaign_id = $1 and t.kind = 'target' and e.kind = 'ex-ante-report' and e.id = $2`,
    report,
  );
  return rows[0]!.id;
};
const fileTarget = async (unit: Caller, report: string) => {
  const target = await targetOf(report);
  await save(unit, target, { ...SAMPLES.target, funds: { ...SAMPLES.target.funds, fiscal: '6000000.00' } });
  return (await ask(unit, 'submit', [target]))[0]!;
};
const standing = async (who: Caller, document: string) => (await who.send('get', `/documents/${document}/ex-ante`).expect(200)).body;
const owed = async (at: number): Promise<Owed> => (await year.owed('ex-ante-evaluation'))[at]!;

it('plays a report: no target without it, material missing, returned by the bureau, filed again, supported', async () => {
  const first = await owed(0);
  const unit = await office.as(first.debtor);
  const [document, ...others] = first.documents as [string, ...string[]];
  const refused = await fileTarget(unit, document);
  expect(refused.refusal).toMatchObject({
    code: 'EX_ANTE_MISSING',
    zh: '新增项目金额达到5000000元，须先完成事前绩效评估才能申报绩效目标。',
  });

  const conflicted = expert('丙', '20', { conflict: true, scores: [], declaration: '曾任该项目顾问' });
  await save(unit, document, { ...report(expert('甲', '18'), conflicted), materials: [] });
  const [lacking] = await ask(unit, 'submit', [document]);
  expect(lacking!.refusal!.errors!.map(({ path, zh }) => `${path} ${zh}`)).toEqual([
    'panel 无利益冲突的专家 1 人，不少于 2 人',
    'materials 缺少材料“可行性研究报告”',
  ]);
  expect(await standing(unit, document)).toMatchObject({
    materials: [{ material: 'feasibility', label: '可行性研究报告', present: false }],
    panel: { least: 2, independent: 1, conflicts: 1 },
    result: null,
  });

  await save(unit, document, report(expert('甲', '18'), expert('乙', '17'), conflicted));
  expect(await standing(unit, document)).toMatchObject({ result: { score: '87.50', grade: '良', conclusion: 'support' }, problems: [] });
  expect((await ask(unit, 'submit', [document]))[0]!.outcome).toBe('done');

  const reasons = [{ document, field: 'panel.1.scores.0.basis', text: '评分依据过于笼统，请补充。' }];
  expect((await ask(bureau, 'review', [document], { verdict: 'return', reasons }))[0]!.status).toBe('returned');
  const { body: comments } = await unit.send('get', `/documents/${document}/review-comments?open=true`);
  expect(comments.items).toEqual([
    expect.objectContaining({ label: '专家组“乙” 专家评分“necessity” 评分依据', open: true, changed: false }),
  ]);
  expect((await fileTarget(unit, document)).refusal!.code).toBe('EX_ANTE_MISSING');

  await save(unit, document, report(expert('甲', '18'), expert('乙', '18'), conflicted));
  await ask(unit, 'submit', [document]);
  const { body: changed } = await bureau.send('get', `/documents/${document}/difference`);
  expect((changed.changes as { label: string; after: string }[])[0]).toMatchObject({
    label: '专家组“乙” 专家评分“necessity” 得分',
    after: '18',
  });
  expect((await ask(bureau, 'review', [document], { verdict: 'approve' }))[0]!.status).toBe('approved');
  const { body: results } = await unit.send('get', '/results?kind=ex-ante');
  expect(results.items).toEqual([expect.objectContaining({ document, score: '90.00', grade: '优', conclusion: 'support' })]);
  expect((await fileTarget(unit, document)).outcome).toBe('done');
  for (const it of others) expect((await fileTarget(unit, it)).refusal!.code).toBe('EX_ANTE_MISSING');
});

it('takes a late report, against which the bureau objects; what the experts do not support gets no target', async () => {
  const second = await owed(1);
  const unit = await office.as(second.debtor);
  const [document] = second.documents as [string];
  await office.moveTo('2023-03-17T10:00', `obligation/${second.obligation}`);
  const told = await year.rows<{ kind: string }>(
    `select x.kind from outbox x join obligation o on o.id = x.obligation_id where o.campaign_id = $1 and o.id = $2`,
    second.obligation,
  );
  expect(told.map(({ kind }) => kind)).toContain('overdue');
  const [row] = await year.rows<{ name: string }>(
    'select u.name from document d join budget_unit u on u.id = d.unit_id where d.campaign_id = $1 and d.id = $2',
    document,
  );
  await save(unit, document, report(expert('甲', '20', { organisation: row!.name }), expert('乙', '20')));
  const [own] = await ask(unit, 'submit', [document]);
  expect(own!.refusal!.errors).toEqual([
    expect.objectContaining({ path: 'panel.0.organisation', zh: '专家不得来自被评估单位或其主管部门' }),
  ]);
  await save(unit, document, report(expert('甲', '11'), expert('乙', '10')));
  expect((await ask(unit, 'submit', [document]))[0]!.outcome).toBe('done');
  const objection = [{ document, text: '对评估意见有异议：得分与“依据充分”的结论不符。' }];
  await ask(bureau, 'review', [document], { verdict: 'return', reasons: objection });
  await save(unit, document, { ...report(expert('甲', '11'), expert('乙', '10')), summary: '不建议立项。' });
  await ask(unit, 'submit', [document]);
  expect((await ask(bureau, 'review', [document], { verdict: 'approve' }))[0]!.status).toBe('approved');
  const refused = await fileTarget(unit, document);
  expect(refused.refusal).toMatchObject({ code: 'EX_ANTE_REJECTED', zh: '事前绩效评估结论为不予支持，不能申报绩效目标。' });
});

import { UNASSIGNED } from '../support/script.js';
import type { Stage } from '../support/stage.js';
import type { Visitor } from '../support/visitor.js';
import { confirmed, decided, openedFrom, taskOf } from './documents.js';
import { pasteCells } from './typing.js';

const AGENCY = 'agency.1';
const UNIT = 'unit.402001';
const PROJECT = '全区耕地后备资源调查评价项目';
const LEAD = '王评';
const CERTIFICATE = '鲁绩评2021-017';
const ASKED = ['调查成果验收报告', '资金支付明细'];

const INDICATORS = [
  ['决策', '项目立项', '立项依据充分性', '20', '依据充分得满分，缺一项扣 5 分。'],
  ['过程', '资金管理', '预算执行率', '20', '得分＝执行率×20。'],
  ['产出', '产出数量', '实际完成率', '30', '得分＝完成率×30。'],
  ['效益', '项目效益', '社会效益', '30', '按调查结果评分。'],
];
const SCORED = [
  ['18', '立项批复'],
  ['16', '国库支付明细'],
  ['27', '验收报告'],
  ['24', '问卷调查'],
];
const COMMENTS = [
  ['社会效益', '问卷样本偏小，请按实际发放数计算。'],
  ['预算执行率', '尾款已于12月支付，请核实。'],
];

/** Chooses in a list that one types in. */
const chosen = async ({ page }: Visitor, name: string, typed: string): Promise<void> => {
  await page.getByRole('combobox', { name }).fill(typed);
  await page.locator('.ant-select-item-option', { hasText: typed }).first().click();
};

/** The evaluation's page, found as one finds it: in the list of its stage. */
const evaluationOf = async (visitor: Visitor, tab: string): Promise<void> => {
  await visitor.open('/stages/key-evaluation/evaluations');
  await visitor.page.getByRole('link', { name: `${UNASSIGNED} ${PROJECT}` }).click();
  await visitor.page.getByRole('tab', { name: tab }).click();
  await visitor.settled();
};

const saved = ({ page }: Visitor): Promise<void> => page.getByText(/^✓ 已保存 \d/).waitFor();

const field = ({ page }: Visitor, path: string) => page.locator(`[data-path="${path}"]`);

interface Evaluation {
  readonly id: string;
  readonly projectCode: string;
  readonly status: string;
  readonly score: string | null;
  readonly grade: string | null;
}

const evaluated = async (stage: Stage): Promise<Evaluation> => {
  const all = await stage.year.client('bureau').list<Evaluation>('/evaluations');
  return all.find(({ projectCode }) => projectCode === UNASSIGNED)!;
};

/** 31 May 2023: the bureau selects a project and assigns an agency, which is checked for its independence before. */
export const assignment = (stage: Stage): void => {
  let bureau: Visitor;

  beforeAll(async () => {
    await stage.year.until('2023-05-30');
    bureau = await stage.visit('bureau');
  }, 400_000);

  afterAll(() => bureau.leave());

  it('the bureau registers the agency’s lead evaluator', async () => {
    const { page } = bureau;
    await bureau.open('/stages/key-evaluation/agencies');
    await page.locator('main').getByRole('link', { name: '第三方评价机构' }).first().click();
    await page.getByLabel('姓名', { exact: true }).fill(LEAD);
    await page.getByLabel('证书编号', { exact: true }).fill(CERTIFICATE);
    await page.getByRole('button', { name: '登记主评人', exact: true }).click();
    await page.getByRole('cell', { name: CERTIFICATE }).waitFor();
    expect(bureau.complained()).toEqual([]);
  });

  it('the bureau chooses project and agency, reads that it is independent, and assigns it', async () => {
    const { page } = bureau;
    await bureau.open('/stages/key-evaluation/assign');
    await chosen(bureau, '选择项目', PROJECT);
    await chosen(bureau, '选择机构', '第三方评价机构');
    await page.getByText('符合委托条件').waitFor();
    await bureau.shot('journey-assignment');
    await page.getByRole('button', { name: /^委\s?托$/ }).click();
    await page.getByText(`已委托：${PROJECT}`).waitFor();
    expect(await evaluated(stage)).toMatchObject({ status: 'planned', score: null });
    // The policy has no rule of selection, which the page asks for and says.
    expect(bureau.complained().filter((it) => !it.endsWith('/evaluation-proposals'))).toEqual([]);
  });
};

/** 1 June 2023: one evaluation from the agency's declaration to the bureau's acceptance, each by their own hand. */
export const evaluation = (stage: Stage): void => {
  let agency: Visitor;

  beforeAll(async () => {
    await stage.year.until('2023-06-01');
    agency = await stage.visit(AGENCY);
  }, 400_000);

  afterAll(() => agency.leave());

  const approves = async (kind: string): Promise<void> => {
    const bureau = await stage.visit('bureau');
    const { document } = await taskOf(stage.year, 'bureau', kind, 'review');
    await decided(bureau, document, 'approve');
    expect(bureau.complained()).toEqual([]);
    await bureau.leave();
  };

  it('the agency declares that it has no interests, and asks the unit for data', async () => {
    const { page } = agency;
    await openedFrom(agency, '/work', `评价方案：${PROJECT}`);
    await page.getByRole('link', { name: /^查看评价/ }).click();
    await page.getByRole('tab', { name: '委托与独立性' }).click();
    await page.getByRole('button', { name: '提交声明' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('combobox', { name: '主评人' }).click();
    await page.locator('.ant-select-item-option', { hasText: CERTIFICATE }).click();
    await dialog.getByRole('checkbox').check();
    await dialog.getByRole('button', { name: '提交声明' }).click();
    await page.getByText('声明无利益关系').waitFor();
    await page.getByRole('tab', { name: '资料调取' }).click();
    await page.getByLabel('所需资料（每行一项）').fill(ASKED.join('\n'));
    await page.getByLabel('期限', { exact: true }).fill('2023-06-16');
    await page.getByRole('button', { name: '发送给被评价单位' }).click();
    await page.getByRole('cell', { name: ASKED.join('；') }).waitFor();
    expect(agency.complained()).toEqual([]);
  });

  it('the unit answers item by item and attaches a file; the agency looks at it', async () => {
    const unit = await stage.visit(UNIT);
    const { page } = unit;
    await openedFrom(unit, '/work', `资料调取：${PROJECT}`);
    for (const item of ASKED) await page.getByRole('cell', { name: item }).waitFor();
    await field(unit, 'answers.0.provided').check();
    await field(unit, 'answers.0.text').fill('见附件。');
    await field(unit, 'answers.1.text').fill('由财政支付中心提供，本单位没有。');
    await saved(unit);
    await unit.shot('journey-data-reply');
    await page.getByRole('tab', { name: '附件' }).click();
    const file = { name: '验收报告.csv', mimeType: 'text/csv', buffer: Buffer.from('项目,结论\n耕地后备资源调查,合格\n') };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText(file.name).first().waitFor();
    await confirmed(unit, '提交');
    expect(unit.complained()).toEqual([]);
    await unit.leave();
    const { document } = await taskOf(stage.year, AGENCY, 'data-reply', 'review');
    await decided(agency, document, 'approve');
    expect(agency.complained()).toEqual([]);
  });

  it('the agency fills in its plan; the bureau approves it', async () => {
    const { page } = agency;
    await openedFrom(agency, '/work', `评价方案：${PROJECT}`);
    await page.getByLabel('评价方法', { exact: true }).fill('成本效益分析、现场核查与问卷调查相结合。');
    await page.getByLabel('主评人', { exact: true }).fill(LEAD);
    await page.getByRole('button', { name: '增加一行' }).click();
    await field(agency, 'indicators.0.level1').focus();
    await pasteCells(page, INDICATORS);
    await page.getByText('未发现需要改正的问题').waitFor();
    await confirmed(agency, '提交');
    await approves('evaluation-plan');
  });

  it('the draft has the approved indicators already; the agency gives points and evidence, and the bureau lets it go to the unit', async () => {
    const { page } = agency;
    await openedFrom(agency, '/work', `评价报告（初稿）：${PROJECT}`);
    await page.getByText('按调查结果评分。').waitFor();
    await field(agency, 'scoreItems.0.points').focus();
    await pasteCells(page, SCORED);
    await page.getByText('85.00 / 100 等级 良').waitFor();
    await field(agency, 'summary').fill('项目决策依据充分，过程管理规范，产出和效益总体达到预期。');
    await field(agency, 'problems').fill('未开展满意度调查工作\n调查成果应用不足');
    await field(agency, 'recommendations').fill('制定问卷调查内容\n建立成果共享目录');
    await page.getByText('未发现需要改正的问题').waitFor();
    await agency.shot('journey-evaluation-draft');
    await confirmed(agency, '提交');
    await approves('evaluation-draft');
    expect(agency.complained()).toEqual([]);
  });

  it('the unit reads the draft and what silence means, and objects point by point', async () => {
    const unit = await stage.visit(UNIT);
    const { page } = unit;
    await openedFrom(unit, '/work', `征求意见：${PROJECT}`);
    await page.getByText('前未提交意见的，视为无异议。').waitFor();
    await page.getByRole('link', { name: '评价报告（初稿）' }).click();
    await page.getByText('国库支付明细').waitFor();
    await page.goBack();
    await page.getByLabel('意见类型').selectOption('object');
    await field(unit, 'text').fill('两项指标的得分偏低。');
    await page.getByRole('button', { name: '增加一行' }).click();
    await field(unit, 'items.0.about').focus();
    await pasteCells(page, COMMENTS);
    await saved(unit);
    await unit.shot('journey-evaluation-comment');
    await confirmed(unit, '提交');
    expect(unit.complained()).toEqual([]);
    await unit.leave();
  });

  it('the agency answers each comment, gives a reason for the changed score, and files the final report; the bureau accepts it', async () => {
    const { page } = agency;
    await openedFrom(agency, '/work', `评价报告：${PROJECT}`);
    await page.getByText('问卷样本偏小').waitFor();
    await field(agency, 'responses.0.reason').fill('样本按发放数足够，维持原得分。');
    await field(agency, 'responses.1.adopted').check();
    await field(agency, 'responses.1.reason').fill('核实国库支付明细，尾款已支付。');
    await field(agency, 'scoreItems.1.points').fill('18');
    await page.getByText('预算执行率：16 → 18').waitFor();
    await field(agency, 'changes.0.reason').fill('尾款已于12月支付，执行率由80%调整为90%。');
    await page.getByText('未发现需要改正的问题').waitFor();
    await agency.shot('journey-evaluation-final');
    await confirmed(agency, '提交');
    await approves('evaluation-final');
    expect(await evaluated(stage)).toMatchObject({ status: 'accepted', grade: '良' });
    expect(agency.complained()).toEqual([]);
  });

  it('the bureau reads the ledger and rates the agency’s work', async () => {
    const bureau = await stage.visit('bureau');
    const { page } = bureau;
    await evaluationOf(bureau, '意见台账');
    await page.getByRole('cell', { name: '采纳', exact: true }).waitFor();
    await page.getByRole('cell', { name: '尾款已于12月支付，执行率由80%调整为90%。' }).waitFor();
    await bureau.shot('journey-evaluation-ledger');
    await page.getByRole('tab', { name: '委托与独立性' }).click();
    const given = { 工作方案: '18', 现场调查: '17', 指标评分: '27', 报告质量: '28' };
    for (const [criterion, points] of Object.entries(given)) {
      await page.getByLabel(`${criterion} 得分`).fill(points);
      await page.getByLabel(`${criterion} 依据`).fill('按时报送，底稿齐全。');
    }
    await page
      .locator('main')
      .getByRole('button', { name: /^提\s?交$/ })
      .click();
    await page.getByText('信用等级 A').first().waitFor();
    const { id } = await evaluated(stage);
    const { rating } = await stage.year.client('bureau').get<{ rating: { points: string } }>(`/evaluations/${id}/assignment`);
    expect(Number(rating.points)).toBe(90);
    expect(bureau.complained()).toEqual([]);
    await bureau.leave();
  });
};

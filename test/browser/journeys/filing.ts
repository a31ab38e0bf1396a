import type { ContentOf } from '#contracts/forms/forms.js';
import { show, sum } from '#domain/score/exact.js';
import { contentFor } from '../../../apps/rehearsal/cast/contents.js';
import type { Stage } from '../support/stage.js';
import type { Visitor } from '../support/visitor.js';
import { confirmed, statusOf, taskOf } from './documents.js';
import { pasteCells, tabTo, typeInto } from './typing.js';

interface ProjectRow {
  readonly class: string;
  readonly code: string;
  readonly name: string;
  readonly approvedBudget: string | null;
}

/** What the scripted clerk would have filed, as rows of a spreadsheet: so the rest of the year finds the indicators that it reports on. */
const indicatorsFor = ({ code, name, class: kind }: ProjectRow): { cells: string[][]; weight: string } => {
  const project = { code, name, class: kind, budget: '1' };
  const { indicators } = contentFor('target', {
    title: name,
    project,
    publishedScore: null,
    problems: [],
    place: 0,
  }) as ContentOf['target'];
  const cells = indicators.map((it) => [
    it.level1,
    it.level2,
    it.level3,
    it.operator,
    it.targetValue,
    it.measureUnit,
    it.weight,
    it.core ? '是' : '否',
  ]);
  return { cells, weight: show(sum(indicators.map((it) => it.weight)), 0) };
};

/** 12 October 2022: a clerk and a department with nothing but their keyboards. */
export const filingByKeyboard = (stage: Stage): void => {
  const CLERK = 'unit.213001';
  const REVIEWER = 'department.213';
  let target: string;
  let clerk: Visitor;

  beforeAll(async () => {
    await stage.year.until('2022-10-11');
    clerk = await stage.visit(CLERK);
  }, 300_000);

  afterAll(() => clerk.leave());

  it('the clerk finds the task, fills the official form, pastes the indicators and submits', async () => {
    const { document, title } = await taskOf(stage.year, CLERK, 'target');
    target = document;
    const { page } = clerk;
    const { project } = await stage.year.client(CLERK).get<{ project: string }>(`/documents/${document}`);
    const row = await stage.year.client(CLERK).get<ProjectRow>(`/projects/${project}`);
    const { cells, weight } = indicatorsFor(row);
    await clerk.open('/work');
    await tabTo(page, title);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/documents/${document}`);
    await clerk.settled();
    await typeInto(page, '负责人', '王明');
    await typeInto(page, '财政拨款', row.approvedBudget ?? '0');
    for (const source of ['上年结转', '单位资金', '其他']) await typeInto(page, source, '0');
    await typeInto(page, '年度目标', '全年保洁道路120公里，保洁达标率不低于95%，居民满意度不低于90%。');
    await tabTo(page, '增加一行');
    await page.keyboard.press('Enter');
    await pasteCells(page, cells);
    await page.getByText(`权重合计 ${weight}`).waitFor();
    await page.getByText('✓ 已保存').waitFor();
    await clerk.shot('journey-filing');
    await page.keyboard.press('Control+Home');
    await clerk.open(`/documents/${document}`);
    await tabTo(page, '提交');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await clerk.shot('journey-submitting');
    await tabTo(page, '提交');
    await page.keyboard.press('Enter');
    await page.getByText('待审核').first().waitFor();
    expect(await statusOf(stage.year, document)).toBe('in-review');
    expect(clerk.complained()).toEqual([]);
  });

  it('the department returns it with a reason, by keys', async () => {
    const reviewer = await stage.visit(REVIEWER);
    const { page } = reviewer;
    await reviewer.open(`/review?open=${target}`);
    await page.locator('h1').click();
    await page.keyboard.press('r');
    await page.getByRole('dialog').waitFor();
    await tabTo(page, /^总体意见/);
    await page.keyboard.type('请补充时效指标的测算依据。');
    await tabTo(page, '退回');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await statusOf(stage.year, target)).toBe('returned');
    expect(reviewer.complained()).toEqual([]);
    await reviewer.leave();
  });

  it('the clerk reads why, corrects it and files again; the department approves by one key', async () => {
    await clerk.open(`/documents/${target}`);
    await clerk.page.getByText('请补充时效指标的测算依据。').first().waitFor();
    await clerk.shot('journey-returned');
    await typeInto(clerk.page, '立项依据', '环卫作业定额和三方测算报告。');
    await clerk.page.getByText('✓ 已保存').waitFor();
    await confirmed(clerk, '提交');
    const reviewer = await stage.visit(REVIEWER);
    await reviewer.open(`/review?open=${target}`);
    await reviewer.shot('journey-review');
    await reviewer.page.locator('h1').click();
    await reviewer.page.keyboard.press('a');
    await reviewer.page.getByRole('dialog').getByRole('button', { name: '通过', exact: true }).click();
    await reviewer.page.getByRole('dialog').waitFor({ state: 'hidden' });
    const { step } = await stage.year.client('bureau').get<{ step: string }>(`/documents/${target}`);
    expect(step).not.toBe('department');
    expect(await statusOf(stage.year, target)).toBe('in-review');
    expect(reviewer.complained()).toEqual([]);
    await reviewer.leave();
  });
};

import type { ContentOf } from '#contracts/forms/forms.js';
import { contentFor } from '../../../apps/rehearsal/cast/contents.js';
import type { Stage } from '../support/stage.js';
import { confirmed, decided, openedFrom, statusOf, taskOf } from './documents.js';
import { pasteCells } from './typing.js';

const UNIT = 'unit.403001';
const DEPARTMENT = 'department.403';
const OFFICE = 'office.1';
const BUDGET = '16146700.00';
const PROJECT = '小水库除险加固';
const RETURNED = '请补充全年执行数与预算数一致的依据。';

/** What the scripted unit would have reached; one indicator falls short, with its reason. */
const reached = () => {
  const project = { code: 'A-05', name: PROJECT, class: 'key', budget: BUDGET };
  const subject = { title: PROJECT, project, publishedScore: null, problems: [], place: 0 };
  const { results } = contentFor('self-evaluation', subject) as ContentOf['self-evaluation'];
  const short = results.findIndex(({ reason }) => reason !== undefined);
  return { cells: results.map(({ actualValue }) => [actualValue]), row: short + 1, reason: results[short]?.reason ?? '' };
};

/** 10 February 2023: a unit evaluates its year, its department sends it back once, and the score is kept with its reckoning. */
export const selfEvaluation = (stage: Stage): void => {
  let document: string;
  let title: string;
  let score: string;

  beforeAll(async () => {
    await stage.year.until('2023-02-10');
    ({ document, title } = await taskOf(stage.year, UNIT, 'self-evaluation'));
  }, 400_000);

  it('the unit types what was reached and sees its score; what falls short wants a reason before it is submitted', async () => {
    const unit = await stage.visit(UNIT);
    const { page } = unit;
    await openedFrom(unit, '/work', title);
    for (const name of ['年初预算数', '全年预算数', '全年执行数']) await page.getByLabel(name, { exact: true }).fill(BUDGET);
    await page.getByLabel('实际完成情况', { exact: true }).fill('年度目标基本完成。');
    await page.getByLabel('实际完成值，第 1 行').click();
    const { cells, row, reason } = reached();
    await pasteCells(page, cells);
    const status = page.getByRole('status').filter({ hasText: /[\d.]+ \/ 100 等级 优/ });
    score = /[\d.]+(?= \/ 100)/.exec(await status.innerText())?.[0] ?? 'none';
    await page.locator('main').getByRole('button', { name: '提交', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('指标未完成，须说明原因和改进措施').waitFor();
    await unit.shot('journey-self-evaluation-reason');
    expect(await dialog.getByRole('button', { name: '提交', exact: true }).isDisabled()).toBe(true);
    await dialog.getByRole('button', { name: '取消', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByLabel(`偏差原因分析及改进措施，第 ${String(row)} 行`).fill(reason);
    await confirmed(unit, '提交');
    expect(await statusOf(stage.year, document)).toBe('in-review');
    expect(unit.complained()).toEqual([]);
    await unit.leave();
  });

  it('the department returns it once; the unit reads why in its list of work, and files again', async () => {
    const department = await stage.visit(DEPARTMENT);
    await decided(department, document, { reason: RETURNED });
    expect(await statusOf(stage.year, document)).toBe('returned');
    const unit = await stage.visit(UNIT);
    await openedFrom(unit, '/work?show=returned', title);
    await unit.page.getByText(RETURNED).first().waitFor();
    await unit.shot('journey-self-evaluation-returned');
    await unit.page.getByLabel('预算执行偏差说明').fill('按国库集中支付系统年末数填列，无偏差。');
    await confirmed(unit, '提交');
    await decided(department, document, 'approve');
    for (const it of [department, unit]) {
      expect(it.complained()).toEqual([]);
      await it.leave();
    }
  });

  it('the sector office approves, and the score stands in the list of the stage with its reckoning', async () => {
    const office = await stage.visit(OFFICE);
    await decided(office, document, 'approve');
    expect(await statusOf(stage.year, document)).toBe('approved');
    await office.open('/stages/self-evaluation/scores');
    await office.page.getByRole('link', { name: PROJECT }).first().click();
    await office.page.getByRole('dialog').getByText(`总分 ${score} 分`).first().waitFor();
    await office.shot('journey-self-evaluation-score');
    expect(office.complained()).toEqual([]);
    await office.leave();
  });
};

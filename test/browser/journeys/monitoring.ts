import type { ContentOf } from '#contracts/forms/forms.js';
import { contentFor } from '../../../apps/rehearsal/cast/contents.js';
import { CHOICES } from '../../../apps/web/parts/forms/choices.js';
import type { Stage } from '../support/stage.js';
import { confirmed, decided, openedFrom, statusOf, taskOf } from './documents.js';
import { pasteCells } from './typing.js';

const UNIT = 'unit.403001';
const DEPARTMENT = 'department.403';
const OFFICE = 'office.1';
const CODE = 'A-05';
const PROJECT = '小水库除险加固';
const BUDGET = '16146700.00';

/** What the scripted unit would have reported of a project that is behind with its money. */
const reported = (): ContentOf['monitoring-report'] =>
  contentFor('monitoring-report', {
    title: PROJECT,
    project: { code: CODE, name: PROJECT, class: 'key', budget: BUDGET },
    publishedScore: null,
    problems: [],
    place: 4,
  }) as ContentOf['monitoring-report'];

/** One indicator as a row of a spreadsheet, in the words of the form. */
const asCells = ({ actualValue, forecastValue, likelihood, deviation }: ContentOf['monitoring-report']['indicators'][number]): string[] => [
  actualValue,
  forecastValue,
  CHOICES.zh[likelihood],
  ...(deviation ? [CHOICES.zh[deviation.cause], deviation.explanation] : ['', '']),
];

/** 1 August 2023: the treasury's figures are imported, a unit reports, a warning opens, is answered, and disposed of. */
export const monitoring = (stage: Stage): void => {
  beforeAll(async () => {
    await stage.year.until('2023-08-01');
  }, 400_000);

  it('the bureau pastes executed amounts; a wrong row is named and stays, the others are taken', async () => {
    const bureau = await stage.visit('bureau');
    const { page } = bureau;
    await bureau.open('/stages/monitoring/import');
    const rows = ['项目编码\t日期\t执行数', `${CODE}\t2023/7/31\t4,844,010.00`, 'Z-99\t2023-07-31\t1'];
    await page.getByRole('textbox', { name: /粘贴/ }).fill(rows.join('\n'));
    await page.getByLabel('数据来源').fill('国库集中支付系统 2023-07-31');
    await page.getByRole('button', { name: '导入 2 行' }).click();
    await page.getByText('新增 1 行').waitFor();
    await bureau.shot('journey-monitoring-import');
    expect(bureau.complained()).toEqual([]);
    await bureau.leave();
  });

  it('the unit reports on the indicators of its target and what it has spent; department and sector office approve', async () => {
    const { document, title } = await taskOf(stage.year, UNIT, 'monitoring-report');
    const report = reported();
    const unit = await stage.visit(UNIT);
    const { page } = unit;
    await openedFrom(unit, '/work', title);
    await page.getByLabel('执行数', { exact: true }).fill(report.executedAmount);
    await page.getByLabel('全年预计执行数', { exact: true }).fill(report.forecastAmount);
    await page.getByRole('table').getByRole('textbox').first().click();
    await pasteCells(page, report.indicators.map(asCells));
    await unit.shot('journey-monitoring-report');
    await confirmed(unit, '提交');
    expect(unit.complained()).toEqual([]);
    await unit.leave();
    for (const account of [DEPARTMENT, OFFICE]) {
      const reviewer = await stage.visit(account);
      await decided(reviewer, document, 'approve');
      expect(reviewer.complained()).toEqual([]);
      await reviewer.leave();
    }
    expect(await statusOf(stage.year, document)).toBe('approved');
  });

  it('a red warning opens; the unit reads why and answers, and what is ordered stands in the list of disposals', async () => {
    const { document, title } = await taskOf(stage.year, UNIT, 'warning-answer');
    const unit = await stage.visit(UNIT);
    const { page } = unit;
    await openedFrom(unit, '/work', title);
    await page.getByRole('region', { name: '所答复的预警' }).waitFor();
    await page.getByLabel('原因', { exact: true }).fill('合同款按季度支付，第三季度尚未到期。');
    await page.getByLabel('整改措施', { exact: true }).fill('九月底前支付第三季度合同款。');
    await page.getByLabel('处置意见', { exact: true }).selectOption({ label: '纠正偏差' });
    await unit.shot('journey-monitoring-answer');
    await confirmed(unit, '提交');
    expect(unit.complained()).toEqual([]);
    await unit.leave();
    for (const account of [DEPARTMENT, OFFICE]) {
      const reviewer = await stage.visit(account);
      await decided(reviewer, document, 'approve');
      await reviewer.leave();
    }
    const bureau = await stage.visit('bureau');
    await bureau.open('/stages/monitoring/disposals');
    await bureau.page
      .getByRole('link', { name: `${CODE} ${PROJECT}` })
      .first()
      .waitFor();
    await bureau.shot('journey-monitoring-disposals');
    await bureau.open('/stages/monitoring/warnings?status=answered');
    await bureau.page
      .getByRole('link', { name: `${CODE} ${PROJECT}` })
      .first()
      .click();
    await bureau.page.getByRole('dialog').getByText('九月底前支付第三季度合同款。').waitFor();
    await bureau.shot('journey-monitoring-warning');
    expect(bureau.complained()).toEqual([]);
    await bureau.leave();
  });
};

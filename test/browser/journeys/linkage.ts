import type { Stage } from '../support/stage.js';
import { confirmed, decided, openedFrom, taskOf } from './documents.js';

const DEPARTMENT = 'department.402';
const PROJECT = '全区耕地后备资源调查评价项目';
const OBJECTION = '项目为上级下达任务，请予以保障。';

interface Comment {
  readonly status: string;
  readonly position: string | null;
  readonly projectName?: string;
  readonly text: string | null;
}

/** The first day of linkage: a department objects in its window, and the bureau tries another rule before it decides. */
export const linkage = (stage: Stage, day: string): void => {
  beforeAll(() => stage.year.until(day), 400_000);

  it('the department reads what is proposed and what silence means, and objects', async () => {
    const department = await stage.visit(DEPARTMENT);
    const { page } = department;
    await openedFrom(department, '/work', `预算挂钩征求意见：${PROJECT}`);
    await page.getByText('前未提交意见的，视为无异议。').waitFor();
    await page.getByText('结果应用建议（金额单位万元）').waitFor();
    await page.getByLabel('意见类型').selectOption('object');
    await page.locator('[data-path="text"]').fill(OBJECTION);
    await page.getByText(/^✓ 已保存 \d/).waitFor();
    await department.shot('journey-linkage-comment');
    await confirmed(department, '提交');
    const comments = await stage.year.client('bureau').list<Comment>('/linkage-comments');
    expect(comments.filter(({ text }) => text === OBJECTION)).toMatchObject([{ position: 'object' }]);
    expect(department.complained()).toEqual([]);
    await department.leave();
  });

  it('the bureau finds the objection among the proposals, and sees what another share would mean for the year', async () => {
    const bureau = await stage.visit('bureau');
    const { page } = bureau;
    await bureau.open('/stages/budget-linkage/proposals?objected=true');
    await page.getByText(PROJECT).first().click();
    await page.getByText(OBJECTION).first().waitFor();
    await bureau.open('/stages/budget-linkage/what-if');
    await page.getByLabel('单个项目压减上限（%）').fill('1');
    await page.getByRole('button', { name: /^测\s?算$/ }).click();
    await page.getByText(/测算方案比现行规则多安排 [\d.,]+ 万元/).waitFor();
    await bureau.shot('journey-linkage-what-if');
    expect(bureau.complained()).toEqual([]);
    await bureau.leave();
  });
};

interface Proposal {
  readonly projectName: string;
  readonly decidedTreatment: string | null;
  readonly overridden: boolean | null;
}

/** After the window: one project is decided otherwise than proposed, with a reason, and the decision holds once a colleague has approved it. */
export const linkageDecision = (stage: Stage, day: string): void => {
  beforeAll(() => stage.year.until(day), 400_000);

  it('the bureau decides otherwise than proposed, and reads the amount before it says why', async () => {
    const bureau = await stage.visit('bureau');
    const { page } = bureau;
    await bureau.open('/stages/budget-linkage/proposals');
    await page.getByText(PROJECT).first().click();
    await page.getByRole('button', { name: '另行决定', exact: true }).click();
    const dialog = page.getByRole('dialog').filter({ hasText: '作出与建议不同的决定' });
    await dialog.getByRole('combobox', { name: '处理方式' }).click();
    await page.locator('.ant-select-item-option', { hasText: /^保障$/ }).click();
    await dialog.getByText('对 1 个项目作出决定').waitFor();
    await dialog.getByRole('textbox', { name: '决定理由' }).fill('部门意见属实，予以保障。');
    await bureau.shot('journey-linkage-decision');
    await dialog.getByRole('button', { name: '提交决定' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(bureau.complained()).toEqual([]);
    await bureau.leave();
  });

  it('a colleague approves it', async () => {
    const { document } = await taskOf(stage.year, 'bureau.1', 'linkage-decision', 'review');
    const colleague = await stage.visit('bureau.1');
    await decided(colleague, document, 'approve');
    const all = await stage.year.client('bureau').list<Proposal>('/linkage-proposals');
    expect(all.find(({ projectName }) => projectName === PROJECT)).toMatchObject({ decidedTreatment: 'maintain', overridden: true });
    expect(colleague.complained()).toEqual([]);
    await colleague.leave();
  });
};

import type { Stage } from '../support/stage.js';
import type { Visitor } from '../support/visitor.js';
import { confirmed } from './documents.js';

const UNIT = 'unit.402001';
const PROJECT = '全区耕地后备资源调查评价项目';
const RETURNED = '请补充成果共享目录的印发文件。';

interface Item {
  readonly projectName: string;
  readonly problem: string;
  readonly status: string | null;
  readonly dueOn: string;
  readonly struckOffAt: string | null;
  readonly remaining: string | null;
}

/** Opens the checklist and one of its items, as one finds it there. */
const openedItem = async (visitor: Visitor, problem: string): Promise<void> => {
  await visitor.open('/stages/rectification/checklist');
  await visitor.page.getByText(problem).first().click();
  await visitor.page.locator('h2', { hasText: problem }).waitFor();
};

const twoWeeksAfter = (day: string): string => new Date(Date.parse(day) + 14 * 86_400_000).toISOString().slice(0, 10);

const field = ({ page }: Visitor, path: string) => page.locator(`[data-path="${path}"]`);

/** Presses a button beside the item and says why in the dialog that asks. */
const answered = async ({ page }: Visitor, button: string, inDialog: string, reason?: string): Promise<void> => {
  await page.locator('.ant-drawer').getByRole('button', { name: button, exact: true }).click();
  const dialog = page
    .locator('.ant-modal')
    .getByRole('dialog')
    .or(page.getByRole('dialog').filter({ has: page.locator('.ant-modal-title') }))
    .first();
  if (reason !== undefined) await dialog.getByRole('textbox').last().fill(reason);
  await dialog.getByRole('button', { name: inDialog, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
};

/** A problem on its way from measure to strike-off: more time, a part done, a return, and the rest. */
export const rectification = (stage: Stage, day: string): void => {
  let unit: Visitor;
  let bureau: Visitor;
  let problem: string;
  const itemsOf = async (): Promise<readonly Item[]> => {
    const all = await stage.year.client('bureau').list<Item>('/rectification-items');
    return all.filter(({ projectName }) => projectName === PROJECT);
  };
  const itemOf = async (): Promise<Item> => (await itemsOf()).find((it) => it.problem === problem)!;
  const opened = (visitor: Visitor): Promise<void> => openedItem(visitor, problem);

  beforeAll(async () => {
    await stage.year.until(day);
    ({ problem } = (await itemsOf())[0]!);
    unit = await stage.visit(UNIT);
    bureau = await stage.visit('bureau');
  }, 400_000);

  afterAll(async () => {
    await unit.leave();
    await bureau.leave();
  });

  it('the unit asks for more time with a day and a reason; the bureau grants it', async () => {
    const before = await itemOf();
    const later = twoWeeksAfter(before.dueOn);
    await opened(unit);
    await unit.shot('journey-rectification-item');
    await unit.page.getByRole('button', { name: '申请延期', exact: true }).click();
    const dialog = unit.page.getByRole('dialog').filter({ hasText: '原期限' });
    await dialog.getByLabel('新的截止日期').fill(later);
    await dialog.getByRole('textbox').last().fill('成果共享目录须经三个部门会签。');
    await dialog.getByRole('button', { name: '申请延期', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await opened(bureau);
    await bureau.page.getByText('成果共享目录须经三个部门会签。').first().waitFor();
    await answered(bureau, '同意延期', '同意延期', '会签确需时间，同意。');
    expect((await itemOf()).dueOn).toBe(later);
    expect([...unit.complained(), ...bureau.complained()]).toEqual([]);
  });

  it('the unit reports a part with its proof and says what is left', async () => {
    const { page } = unit;
    const { dueOn } = await itemOf();
    await opened(unit);
    await page.getByRole('link', { name: '填报整改结果' }).click();
    await field(unit, 'measure').fill('建立耕地后备资源调查成果共享目录。');
    await field(unit, 'personInCharge').fill('李明');
    await field(unit, 'evidence').fill('成果共享目录（征求意见稿）');
    await field(unit, 'remaining.text').fill('目录正式印发');
    await field(unit, 'remaining.by').fill(twoWeeksAfter(dueOn));
    await page.getByText(/^✓ 已保存 \d/).waitFor();
    await unit.shot('journey-rectification-report');
    await page.getByRole('tab', { name: '附件' }).click();
    const proof = { name: '成果共享目录.csv', mimeType: 'text/csv', buffer: Buffer.from('序号,成果\n1,调查报告\n') };
    await page.locator('input[type=file]').setInputFiles(proof);
    await page.getByText(proof.name).first().waitFor();
    await confirmed(unit, '提交');
    expect((await itemOf()).status).toBe('in-review');
    expect(unit.complained()).toEqual([]);
  });

  it('the verifier sees the proof and returns the report once; the unit reads why and files again; the part is accepted', async () => {
    await opened(bureau);
    await bureau.page.getByText('成果共享目录.csv').first().waitFor();
    await bureau.shot('journey-rectification-verify');
    await answered(bureau, '退回', '退回', RETURNED);
    expect((await itemOf()).status).toBe('returned');
    await opened(unit);
    await unit.page.getByRole('link', { name: '填报整改结果' }).click();
    await unit.page.getByText(RETURNED).first().waitFor();
    await field(unit, 'evidence').fill('成果共享目录（征求意见稿）\n会签单');
    await unit.page.getByText(/^✓ 已保存 \d/).waitFor();
    await confirmed(unit, '提交');
    await opened(bureau);
    await answered(bureau, '验收通过', '通过');
    expect(await itemOf()).toMatchObject({ struckOffAt: null, status: 'open' });
    expect([...unit.complained(), ...bureau.complained()]).toEqual([]);
  });

  it('the unit reports the rest; once it is accepted the problem is struck off', async () => {
    await opened(unit);
    await unit.page.getByRole('link', { name: '填报整改结果' }).click();
    await field(unit, 'measure').fill('成果共享目录已正式印发。');
    await field(unit, 'personInCharge').fill('李明');
    await field(unit, 'evidence').fill('钢自然资〔2023〕18号');
    await unit.page.getByText(/^✓ 已保存 \d/).waitFor();
    await confirmed(unit, '提交');
    await opened(bureau);
    await answered(bureau, '验收通过', '通过');
    await bureau.page.getByText('销号日期').waitFor();
    await bureau.shot('journey-rectification-struck-off');
    expect((await itemOf()).struckOffAt).not.toBeNull();
    expect([...unit.complained(), ...bureau.complained()]).toEqual([]);
  });
};

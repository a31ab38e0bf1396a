import { readFile } from 'node:fs/promises';
import type { Stage } from '../support/stage.js';
import { confirmed, decided, openedFrom, taskOf } from './documents.js';

const DEPARTMENT = 'department.402';
const UNIT = '钢城区自然资源局';
const TITLE = `绩效目标公开：${UNIT}`;
const REASON = '补充公开内容的说明。';

interface Duty {
  readonly document: string;
  readonly publication: string | null;
  readonly version: number | null;
}

/** The first day of disclosure: a department publishes, the public finds and verifies it, and nothing is corrected that has not changed. */
export const disclosure = (stage: Stage, day: string): void => {
  let document: string;
  const dutyOf = async (): Promise<Duty> => {
    const all = await stage.year.client('bureau').list<Duty>('/disclosure-duties');
    return all.find((it) => it.document === document)!;
  };

  beforeAll(() => stage.year.until(day), 400_000);

  it('the department reads what becomes public, says where and when, and files it; the bureau approves', async () => {
    const department = await stage.visit(DEPARTMENT);
    const { page } = department;
    await openedFrom(department, '/work', TITLE);
    await page.getByText(`${UNIT}各项目的绩效目标。`).waitFor();
    await page.getByLabel('公开位置', { exact: true }).fill('区政府门户网站预决算公开专栏');
    await page.getByLabel('公布日期', { exact: true }).fill('2023-10-16');
    await page.getByText(/^✓ 已保存 \d/).waitFor();
    await department.shot('journey-disclosure-duty');
    await confirmed(department, '提交');
    expect(department.complained()).toEqual([]);
    await department.leave();
    ({ document } = await taskOf(stage.year, 'bureau', 'publication', 'review'));
    const bureau = await stage.visit('bureau');
    await decided(bureau, document, 'approve');
    expect(await dutyOf()).toMatchObject({ version: 1 });
    expect(bureau.complained()).toEqual([]);
    await bureau.leave();
  });

  it('the public opens it without log-in and verifies the file that it was given', async () => {
    const { publication } = await dutyOf();
    const reader = await stage.visit(null);
    const { page } = reader;
    await reader.open('/public');
    await page.getByLabel('项目名称、项目编码或单位').first().fill(UNIT);
    await page.getByRole('button', { name: '查询' }).click();
    await page
      .locator(`main a[href*="/public/publications/${publication ?? ''}"]`)
      .first()
      .click();
    await reader.settled();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /JSON/ }).first().click()]);
    const content = await readFile(await file.path());
    await reader.open('/public/verify');
    await page.locator('input[type=file]').setInputFiles({ name: file.suggestedFilename(), mimeType: 'application/json', buffer: content });
    await page.getByText(/一致/).first().waitFor();
    await reader.shot('journey-disclosure-verified');
    expect(reader.complained()).toEqual([]);
    await reader.leave();
  });

  it('a correction that would change nothing is refused with why, and what was typed stays', async () => {
    const { publication } = await dutyOf();
    const bureau = await stage.visit('bureau');
    const { page } = bureau;
    await bureau.open(`/stages/disclosure/publications?publication=${publication ?? ''}`);
    await page.getByRole('button', { name: /^更\s?正$/ }).click();
    const dialog = page.getByRole('dialog').filter({ hasText: '按现有记录重新公布' });
    await dialog.getByRole('textbox').fill(REASON);
    await dialog.getByRole('button', { name: /^更\s?正$/ }).click();
    await dialog.getByText('已公开的内容与现有记录一致，无需更正。').waitFor();
    await bureau.shot('journey-disclosure-correction');
    expect(await dialog.getByRole('textbox').inputValue()).toBe(REASON);
    expect(await dutyOf()).toMatchObject({ version: 1 });
    expect(bureau.complained()).toEqual([expect.stringMatching(/^409: .*\/corrections$/)]);
    await bureau.leave();
  });
};

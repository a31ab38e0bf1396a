import type { Stage } from '../support/stage.js';
import type { Visitor } from '../support/visitor.js';
import { statusOf } from './documents.js';

interface Task {
  readonly document: string;
  readonly title: string;
  readonly unitName: string;
  readonly doing: 'file' | 'review';
  readonly round: number;
}

const CHOSEN = 3;

/** The queue says which of how many is read; waits until it is this one. */
const isAt = async ({ page }: Visitor, place: number, count: number): Promise<void> =>
  page
    .getByRole('status')
    .filter({ hasText: `第 ${String(place)} 份，共 ${String(count)} 份` })
    .waitFor();

/** 15 November 2022: the performance office goes through what the sector offices have sent on. */
export const bulkReview = (stage: Stage): void => {
  let bureau: Visitor;
  let waiting: readonly Task[];

  beforeAll(async () => {
    await stage.year.until('2022-11-15');
    waiting = (await stage.year.client('bureau').list<Task>('/tasks')).filter(({ doing }) => doing === 'review');
    bureau = await stage.visit('bureau');
  }, 400_000);

  afterAll(() => bureau.leave());

  it('the reviewer goes from one to the next by key, and narrows the queue to one unit', async () => {
    const { page } = bureau;
    expect(waiting.length).toBeGreaterThan(CHOSEN);
    await bureau.open('/review');
    await isAt(bureau, 1, waiting.length);
    const title = page.locator('main h2').first();
    const first = await title.innerText();
    await page.locator('h1').click();
    await page.keyboard.press('j');
    await isAt(bureau, 2, waiting.length);
    await page.locator('main h2', { hasText: first }).waitFor({ state: 'detached' });
    await page.keyboard.press('k');
    await page.locator('main h2', { hasText: first }).waitFor();
    const { unitName } = waiting[0]!;
    const ofUnit = waiting.filter((it) => it.unitName === unitName);
    await page.getByLabel('单位', { exact: true }).fill(unitName);
    await page.keyboard.press('Enter');
    await isAt(bureau, 1, ofUnit.length);
    await page.getByRole('button', { name: '清除筛选' }).click();
    await isAt(bureau, 1, waiting.length);
    expect(bureau.complained()).toEqual([]);
  });

  it('approves several at once; the one that a colleague was quicker with is refused by name, the others are done', async () => {
    const { page } = bureau;
    const chosen = waiting.slice(0, CHOSEN);
    for (const { title } of chosen) await page.getByLabel(`选择 ${title}`, { exact: true }).check();
    await page.getByRole('button', { name: '批量通过' }).click();
    const dialog = page.getByRole('dialog', { name: '审核通过' });
    await dialog.getByText(`共 ${String(CHOSEN)} 份材料`).waitFor();
    const [beaten, ...others] = chosen as [Task, ...Task[]];
    await stage.year
      .client('bureau.1')
      .post('/documents/review', { verdict: 'approve', documents: [{ id: beaten.document, round: beaten.round }] });
    await dialog.getByRole('button', { name: '通过', exact: true }).click();
    const results = page.getByRole('dialog', { name: '办理结果' });
    await results.getByText(`已办理 ${String(others.length)} 份，未办成 1 份`).waitFor();
    const refused = results.getByRole('row').filter({ hasText: beaten.title });
    await refused.getByText('未办成').waitFor();
    await bureau.shot('journey-bulk-review');
    await results.getByRole('button', { name: '关闭' }).last().click();
    await isAt(bureau, 1, waiting.length - CHOSEN);
    for (const { document } of chosen) expect(await statusOf(stage.year, document)).toBe('approved');
    expect(bureau.complained()).toEqual([]);
  });
};

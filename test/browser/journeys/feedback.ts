import type { ContentOf } from '#contracts/forms/forms.js';
import type { Stage } from '../support/stage.js';
import { confirmed, decided, openedFrom, taskOf } from './documents.js';

const UNIT = 'unit.402001';
const PROJECT = '全区耕地后备资源调查评价项目';

interface Notice {
  readonly number: string;
  readonly projectName: string;
  readonly acknowledgedAt: string | null;
}

/** The day after the last report was accepted: a notice is signed off by two people of the bureau, and the unit acknowledges it. */
export const feedback = (stage: Stage, day: string): void => {
  const noticeOf = async (): Promise<Notice | undefined> => {
    const all = await stage.year.client('bureau').list<Notice>('/feedback-notices');
    return all.find(({ projectName }) => projectName === PROJECT);
  };

  let problem: string;

  beforeAll(async () => {
    await stage.year.until(day);
    const bureau = stage.year.client('bureau');
    const drafts = await bureau.list<{ id: string; title: string }>('/documents?kind=feedback-notice');
    const { id } = drafts.find(({ title }) => title.endsWith(PROJECT))!;
    const { content } = await bureau.get<{ content: ContentOf['feedback-notice'] }>(`/documents/${id}`);
    problem = content.items[0]!.problem;
  }, 400_000);

  it('the bureau finds the notice drafted from the report, and files it for its signature', async () => {
    const bureau = await stage.visit('bureau');
    const { page } = bureau;
    await openedFrom(bureau, '/work', `反馈通知书：${PROJECT}`);
    await page.getByText(problem).first().waitFor();
    await page.getByLabel('备注', { exact: true }).fill('请于整改期限前逐项销号。');
    await page.getByText(/^✓ 已保存 \d/).waitFor();
    await bureau.shot('journey-feedback-draft');
    await confirmed(bureau, '提交');
    expect(bureau.complained()).toEqual([]);
    await bureau.leave();
  });

  it('a colleague signs it; it is numbered and delivered', async () => {
    const { document } = await taskOf(stage.year, 'bureau.1', 'feedback-notice', 'review');
    const colleague = await stage.visit('bureau.1');
    await decided(colleague, document, 'approve');
    expect(await noticeOf()).toMatchObject({ acknowledgedAt: null });
    expect(colleague.complained()).toEqual([]);
    await colleague.leave();
  });

  it('the unit reads the notice that it is asked to acknowledge, and acknowledges it', async () => {
    const notice = await noticeOf();
    const unit = await stage.visit(UNIT);
    const { page } = unit;
    await openedFrom(unit, '/work', `${notice?.number ?? ''} ${PROJECT}`);
    await page.getByRole('link', { name: notice?.number ?? '', exact: true }).click();
    await page.getByRole('cell', { name: problem }).waitFor();
    await unit.shot('journey-feedback-notice');
    await page.getByRole('link', { name: '签收', exact: true }).click();
    await page.getByRole('checkbox', { name: '签收' }).check();
    await confirmed(unit, '提交');
    expect((await noticeOf())?.acknowledgedAt).not.toBeNull();
    expect(unit.complained()).toEqual([]);
    await unit.leave();
  });
};

import type { Stage } from '../support/stage.js';

/** 6 November 2023: those who only read. */
export const readers = (stage: Stage): void => {
  beforeAll(async () => {
    await stage.year.until('2023-11-06');
  }, 600_000);

  it('an observer reads a filing and is offered nothing that changes it', async () => {
    const observer = await stage.visit('observer');
    const documents = await stage.year.client('observer').list<{ id: string; kind: string }>('/documents');
    const target = documents.find(({ kind }) => kind === 'target');
    await observer.open(`/documents/${target?.id ?? ''}`);
    const buttons = await observer.page.locator('main').getByRole('button').allInnerTexts();
    expect(buttons.filter((it) => ['提交', '通过', '退回', '撤回', '取消此材料'].includes(it))).toEqual([]);
    await observer.open('/year');
    await observer.page.getByText('绩效目标申报').first().waitFor();
    expect(observer.complained()).toEqual([]);
    await observer.leave();
  });

  it('the public finds what was published about a project, without log-in', async () => {
    const reader = await stage.visit(null);
    await reader.open('/public');
    const { page } = reader;
    await page.getByLabel('项目名称、项目编码或单位').first().fill('银龄安康');
    await page.getByRole('button', { name: '查询' }).click();
    await page.locator('main a[href*="/public/publications/"]').first().click();
    await reader.settled();
    await page.getByText('银龄安康').first().waitFor();
    await reader.shot('journey-public');
    expect(reader.complained()).toEqual([]);
    await reader.leave();
  });
};

import { readFile } from 'node:fs/promises';
import type { Stage } from '../support/stage.js';
import type { Visitor } from '../support/visitor.js';

const SOURCE = '2024 年度部门预算批复';
/** Registering one project after the other, and opening a stage, take as long as they take. */
const SOME_TIME = 60_000;

interface Campaign {
  readonly id: string;
  readonly fiscalYear: number;
  readonly status: string;
}

interface Planned {
  readonly name: string;
  readonly key: string;
  readonly closes: string;
}

/** The district's policy of 2023, every day a year later. */
const nextPolicy = async (): Promise<string> => {
  const later = (it: string): string => String(Number(it) + 1);
  const yaml = await readFile('policies/gangcheng-2023.yaml', 'utf8');
  return yaml
    .replaceAll(/^(title: .*|fiscalYear: )2023/gm, '$12024')
    .replaceAll(/cn-(\d{4})@1/g, (_, year: string) => `cn-${later(year)}@1`)
    .replaceAll(/\b(202[23])(-\d\d-\d\d)/g, (_, year: string, day: string) => `${later(year)}${day}`);
};

/** 6 November 2023: the bureau plans and launches the next year, from its policy to the first tasks, and moves a day of its plan. */
export const launch = (stage: Stage): void => {
  let bureau: Visitor;

  const launched = async (): Promise<Campaign> => {
    const campaigns = await stage.year.client('bureau').list<Campaign>('/campaigns');
    return campaigns.find(({ fiscalYear }) => fiscalYear === 2024)!;
  };

  beforeAll(async () => {
    await stage.year.until('2023-11-06');
    bureau = await stage.visit('bureau');
  }, 600_000);

  afterAll(() => bureau.leave());

  it('the policy is pasted, checked and kept, and the year is drafted from it', async () => {
    const { page } = bureau;
    await bureau.open('/year/new');
    await page.getByLabel('政策全文').fill(await nextPolicy());
    await page.getByRole('button', { name: '检查', exact: true }).click();
    await page.getByText('没有发现问题，可以提交。').waitFor();
    await page.getByRole('button', { name: '提交政策' }).click();
    await page
      .getByRole('row', { name: /2024 年度政策/ })
      .getByRole('button', { name: '起草年度工作' })
      .click();
    await page.getByText('2024 年度启动预览').waitFor();
    await page.getByText('目前没有 2024 年度的项目').waitFor();
    await bureau.shot('journey-launch-draft');
    expect((await launched()).status).toBe('draft');
    expect(bureau.complained()).toEqual([]);
  });

  it('last year’s projects are brought in and registered; the preview says who gets what and which mails go', async () => {
    const { page } = bureau;
    await page.getByRole('button', { name: /带入 2023 年度的 \d+ 个项目/ }).click();
    await page.getByLabel('预算依据').fill(SOURCE);
    await page.getByRole('button', { name: /^登记 \d+ 个项目/ }).click();
    await page.getByText(/已登记 \d+ 个项目，预览已更新/).waitFor({ timeout: SOME_TIME });
    await page.getByText('目前没有 2024 年度的项目').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '查看明细 绩效目标申报' }).click();
    const details = page.getByRole('dialog');
    await details.getByRole('tab', { name: '邮件' }).click();
    await details.getByText('unit.213001@gangcheng.example').first().waitFor();
    await bureau.shot('journey-launch-mails');
    await page.keyboard.press('Escape');
    await details.waitFor({ state: 'hidden' });
    await bureau.shot('journey-launch-preview');
    expect(bureau.complained()).toEqual([]);
  });

  it('the year is launched, its progress is seen, and a unit has its first task', async () => {
    const { page } = bureau;
    await page.getByRole('button', { name: '启动年度工作' }).click();
    const ask = page.getByRole('dialog', { name: '启动 2024 年度工作？' });
    await ask.getByRole('button', { name: '启动年度工作' }).click();
    await page.getByText(/首批任务已下达/).waitFor({ timeout: SOME_TIME });
    await bureau.shot('journey-launch-progress');
    expect((await launched()).status).toBe('running');
    const unit = await stage.visit('unit.213001');
    await unit.open('/work');
    await unit.page.getByRole('row').filter({ hasText: '绩效目标申报' }).first().waitFor();
    await unit.shot('journey-launch-unit');
    for (const it of [bureau, unit]) expect(it.complained()).toEqual([]);
    await unit.leave();
  });

  it('the last day of a stage is moved once its consequences were seen', async () => {
    const { page } = bureau;
    const { id } = await launched();
    const timeline = () => stage.year.client('bureau').get<{ stages: readonly Planned[] }>(`/campaigns/${id}/timeline`);
    const filing = (await timeline()).stages.find((it) => it.name === 'target-filing')!;
    await bureau.open(`/year/plan?stage=${encodeURIComponent(filing.key)}`);
    await page.getByLabel('截止日').fill('2023-11-22');
    await page.getByRole('button', { name: '查看影响' }).click();
    const change = page.getByRole('button', { name: '按此调整' });
    await page.locator('button:enabled', { hasText: '按此调整' }).waitFor();
    await bureau.shot('journey-launch-move');
    await change.click();
    const ask = page.getByRole('dialog');
    await ask.getByLabel('理由').fill('预算编制布置会延后一周。');
    await ask.getByRole('button', { name: '按此调整' }).click();
    await ask.waitFor({ state: 'hidden' });
    expect((await timeline()).stages.find(({ key }) => key === filing.key)?.closes).toBe('2023-11-22');
    expect(bureau.complained()).toEqual([]);
  });
};

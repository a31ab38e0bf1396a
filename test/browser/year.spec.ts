import type { Browser } from 'playwright-core';
import type { ContentOf } from '#contracts/forms/forms.js';
import { show, sum } from '#domain/score/exact.js';
import { contentFor } from '../../apps/rehearsal/cast/contents.js';
import { confirmed, statusOf, taskOf } from './journeys/documents.js';
import { pasteCells, tabTo, typeInto } from './journeys/typing.js';
import { knownOf } from './support/known.js';
import type { Known } from './support/known.js';
import { PAGES } from './pages.js';
import { everyPath } from './support/routes.js';
import { Visitor, openBrowser } from './support/visitor.js';
import { PASSWORD, as, browsedYear } from './support/year.js';
import type { BrowsedYear } from './support/year.js';

const CLERK = 'unit.213001';
const REVIEWER = 'department.213';

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

let browser: Browser;
let year: BrowsedYear;

const visit = async (account: string): Promise<Visitor> => {
  const visitor = await Visitor.arrive(browser, year.address);
  await visitor.logIn(as(account), PASSWORD);
  return visitor;
};

beforeAll(async () => {
  browser = await openBrowser();
  year = await browsedYear();
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await year?.close();
});

describe('October 2022: a target is filed and reviewed with the keyboard alone', () => {
  let target: string;
  let clerk: Visitor;

  beforeAll(async () => {
    await year.until('2022-10-11');
    clerk = await visit(CLERK);
  }, 300_000);

  afterAll(() => clerk.leave());

  it('the clerk finds the task, fills the official form, pastes the indicators and submits', async () => {
    const { document, title } = await taskOf(year, CLERK, 'target');
    target = document;
    const { page } = clerk;
    const { project } = await year.client(CLERK).get<{ project: string }>(`/documents/${document}`);
    const row = await year.client(CLERK).get<ProjectRow>(`/projects/${project}`);
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
    expect(await statusOf(year, document)).toBe('in-review');
    expect(clerk.complained()).toEqual([]);
  });

  it('the department returns it with a reason, by keys', async () => {
    const reviewer = await visit(REVIEWER);
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
    expect(await statusOf(year, target)).toBe('returned');
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
    const reviewer = await visit(REVIEWER);
    await reviewer.open(`/review?open=${target}`);
    await reviewer.shot('journey-review');
    await reviewer.page.locator('h1').click();
    await reviewer.page.keyboard.press('a');
    await reviewer.page.getByRole('dialog').getByRole('button', { name: '通过', exact: true }).click();
    await reviewer.page.getByRole('dialog').waitFor({ state: 'hidden' });
    const { step } = await year.client('bureau').get<{ step: string }>(`/documents/${target}`);
    expect(step).not.toBe('department');
    expect(await statusOf(year, target)).toBe('in-review');
    expect(reviewer.complained()).toEqual([]);
    await reviewer.leave();
  });
});

describe('November 2023: every page', () => {
  const LOOKS = [
    { width: 1366, language: 'zh' },
    { width: 1366, language: 'en' },
    { width: 390, language: 'zh' },
    { width: 390, language: 'en' },
  ] as const;
  let known: Known;

  beforeAll(async () => {
    await year.until('2023-11-06');
    known = await knownOf(year);
  }, 600_000);

  it('has a line in the table of pages', () => {
    expect(everyPath().filter((path) => PAGES[path] === undefined)).toEqual([]);
  });

  const visits = Object.entries(PAGES).flatMap(([route, all]) => all.map((it, i) => ({ route, name: `${route}#${String(i + 1)}`, ...it })));

  const visitors = new Map<string, Promise<Visitor>>();
  const somebody = (who: string | null, look: (typeof LOOKS)[number]): Promise<Visitor> => {
    const key = JSON.stringify([who, look]);
    const arrive = async (): Promise<Visitor> => {
      const visitor = await Visitor.arrive(browser, year.address, look);
      if (who !== null) await visitor.logIn(as(who), PASSWORD);
      return visitor;
    };
    const there = visitors.get(key) ?? arrive();
    visitors.set(key, there);
    return there;
  };

  it.each(visits)(
    '$name opens in two widths and both languages, without a complaint, a barrier or a page too wide',
    async ({ who, at, name, refused }) => {
      const found: string[] = [];
      for (const look of LOOKS) {
        const visitor = await somebody(who, look);
        visitor.complained();
        await visitor.open(at(known));
        await visitor.shot(`${name.replaceAll(/[^a-z0-9#-]+/g, '_')}-${String(look.width)}-${look.language}`);
        const complaints = visitor.complained().filter((it) => refused === undefined || !it.startsWith(String(refused)));
        const barriers = look.language === 'zh' ? await visitor.barriers() : [];
        const width = (await visitor.isTooWide()) ? ['is wider than the screen'] : [];
        found.push(...[...complaints, ...barriers, ...width].map((it) => `${at(known)} ${String(look.width)} ${look.language}: ${it}`));
      }
      expect(found).toEqual([]);
    },
  );

  it('shows the first screen of a clerk with less than 300 kB compressed', async () => {
    const visitor = await visit(CLERK);
    const bytes = await visitor.weigh('/work');
    expect(bytes).toBeLessThan(300_000);
    expect(bytes).toBeGreaterThan(50_000);
    await visitor.leave();
  });
});

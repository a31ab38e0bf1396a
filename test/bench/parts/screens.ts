import type { Browser } from 'playwright-core';
import type { Ground } from '../ground.js';
import { logIn } from '../million.js';
import type { Report } from '../report.js';
import { Desk, SLOWER, openBrowser } from '../screens/desk.js';
import type { Opened } from '../screens/desk.js';
import { scrollThrough } from '../screens/in-page.js';
import type { Scrolled } from '../screens/in-page.js';
import { lengthenTrail } from '../screens/long-trail.js';
import { servePlainPages } from '../screens/plain-page.js';
import { launchYear } from './launch.js';

const SIZE = { units: 60, projects: 600 };
const ROWS = 10_000;
/** Ten rows a frame: as fast as somebody flings. */
const STEP_PX = 340;
const RUNS = 5;
const FEW_ROWS = 15;
const USABLE_MS = 2_000;
const SMOOTH_MS = 50;

const middle = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)]!;

interface FirstScreen {
  readonly usableAt: number;
  readonly processor: number;
}

/** From navigation until the page can be used: with nothing in the cache, and with everything of the pages in it. */
async function first(browser: Browser, origin: string, path: string, cookie?: string): Promise<{ cold: FirstScreen; warm: FirstScreen }> {
  const [cold, warm]: [FirstScreen[], FirstScreen[]] = [[], []];
  for (let i = 0; i < RUNS; i += 1) {
    const desk = await Desk.begin(browser, origin, cookie);
    for (const times of [cold, warm]) {
      const { usableAt, page, processor } = await desk.open(origin + path);
      times.push({ usableAt, processor: await processor() });
      await page.close();
    }
    await desk.leave();
  }
  const both = (all: readonly FirstScreen[]): FirstScreen => ({
    usableAt: middle(all.map((it) => it.usableAt)),
    processor: middle(all.map((it) => it.processor)),
  });
  return { cold: both(cold), warm: both(warm) };
}

interface Scrolling extends Scrolled {
  /** Processor time of a frame, ms. */
  readonly processor: number;
}

/** Scrolls through all rows; @throws Error when the last of them was not shown in the end. */
async function scrolled({ page, processor }: Opened): Promise<Scrolling> {
  const before = await processor();
  const seen = await page.evaluate<Scrolled>(scrollThrough(ROWS, STEP_PX));
  if (seen.last !== ROWS - 1) throw new Error(`The scrolling ended at row ${String(seen.last)}.`);
  return { ...seen, processor: ((await processor()) - before) / seen.frames.length };
}

function tell(report: Report, what: string, { frames, tasks, processor }: Scrolling, target?: number): void {
  const part = 'screens';
  const share = (frames.filter((it) => it > SMOOTH_MS).length / frames.length) * 100;
  report.add({
    part,
    what: `${what}: frames over ${String(SMOOTH_MS)} ms`,
    value: share,
    unit: '%',
    ...(target === undefined ? {} : { target }),
  });
  report.add({ part, what: `${what}: frame, median`, value: middle(frames), unit: 'ms' });
  report.add({ part, what: `${what}: processor a frame`, value: processor, unit: 'ms' });
  report.add({ part, what: `${what}: longest task`, value: Math.max(0, ...tasks), unit: 'ms' });
}

/** What a first screen and a long list cost a browser, beside a page of the same texts in which nothing runs. */
export async function screens(ground: Ground, report: Report): Promise<void> {
  const fire = await ground.hire('product');
  const filings = await launchYear(ground, SIZE);
  await fire();
  const [campaign]: { district: string }[] = await ground.source.query('select district_id as district from obligation where id = $1', [
    filings[0]!.obligation,
  ]);
  await lengthenTrail(ground, campaign!.district, filings, ROWS);
  const [clerk, bureau] = [(await logIn(ground, campaign!.district, 'unit'))[0]!, (await logIn(ground, campaign!.district, 'bureau'))[0]!];
  const api = await ground.serve();
  const origin = new URL(api.url).origin;
  const answer = await fetch(`${api.url}/projects?limit=500`, { headers: { cookie: bureau.cookie } });
  const { items } = (await answer.json()) as { items: { code: string; name: string; unitName: string }[] };
  const texts = Array.from({ length: ROWS }, (_, i) => items[i % items.length]!).map(({ code, name, unitName }, i) => [
    String(i),
    code,
    name,
    unitName,
    '待填报',
  ]);
  const plain = await servePlainPages(texts, FEW_ROWS);
  const browser = await openBrowser();
  try {
    const bare = await first(browser, plain.url, '/few');
    const work = await first(browser, origin, '/work', clerk.cookie);
    for (const state of ['cold', 'warm'] as const) {
      const of = `cache ${state}, LAN, processor ${String(SLOWER)} × slower`;
      for (const [what, { usableAt, processor }] of [
        ['bare page', bare[state]],
        ['first screen of a clerk', work[state]],
      ] as const) {
        const target = what === 'bare page' ? {} : { target: USABLE_MS };
        report.add({ part: 'screens', what: `${what}, ${of}`, value: usableAt, unit: 'ms', ...target });
        report.add({ part: 'screens', what: `${what}, ${of}: processor`, value: processor, unit: 'ms' });
      }
    }
    const desk = await Desk.begin(browser, origin, bureau.cookie);
    for (const slower of [1, SLOWER]) {
      const pace = slower === 1 ? '' : `, processor ${String(slower)} × slower`;
      const still = await desk.open(`${plain.url}/many`, slower);
      tell(report, `plain page, ${ROWS.toLocaleString('en')} rows${pace}`, await scrolled(still));
      await still.page.close();
      const trail = await desk.open(`${origin}/history`, slower);
      tell(report, `trail, ${ROWS.toLocaleString('en')} rows, read on the way${pace}`, await scrolled(trail));
      tell(report, `trail, ${ROWS.toLocaleString('en')} rows, all read${pace}`, await scrolled(trail), slower === 1 ? 1 : undefined);
      await trail.page.close();
    }
    await desk.leave();
  } finally {
    await browser.close();
    await plain.stop();
    await api.stop();
  }
}

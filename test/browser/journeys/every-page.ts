import { PAGES } from '../pages.js';
import { knownOf } from '../support/known.js';
import type { Known } from '../support/known.js';
import { everyPath } from '../support/routes.js';
import type { Stage } from '../support/stage.js';
import type { Visitor } from '../support/visitor.js';

/** 6 November 2023: every page there is, as somebody who may see it. */
export const everyPage = (stage: Stage): void => {
  const LOOKS = [
    { width: 1366, language: 'zh' },
    { width: 1366, language: 'en' },
    { width: 390, language: 'zh' },
    { width: 390, language: 'en' },
  ] as const;
  let known: Known;
  const visitors = new Map<string, Promise<Visitor>>();

  beforeAll(async () => {
    await stage.year.until('2023-11-06');
    known = await knownOf(stage.year);
  }, 600_000);

  it('has a line in the table of pages', () => {
    expect(everyPath().filter((path) => PAGES[path] === undefined)).toEqual([]);
  });

  afterAll(async () => {
    for (const it of visitors.values()) await (await it).leave();
  });

  const visits = Object.entries(PAGES).flatMap(([route, all]) => all.map((it, i) => ({ route, name: `${route}#${String(i + 1)}`, ...it })));

  const somebody = (who: string | null, look: (typeof LOOKS)[number]): Promise<Visitor> => {
    const key = JSON.stringify([who, look]);
    const there = visitors.get(key) ?? stage.visit(who, look);
    visitors.set(key, there);
    return there;
  };

  it.each(visits)(
    '$name opens in two widths and both languages, without a complaint, a barrier or a page too wide',
    async ({ who, at, name, refused, missing = false }) => {
      const found: string[] = [];
      for (const look of LOOKS) {
        const visitor = await somebody(who, look);
        visitor.complained();
        await visitor.open(at(known));
        await visitor.shot(`${name.replaceAll(/[^a-z0-9#-]+/g, '_')}-${String(look.width)}-${look.language}`);
        const complaints = visitor.complained().filter((it) => refused === undefined || !it.startsWith(String(refused)));
        const barriers = look.language === 'zh' ? await visitor.barriers() : [];
        const width = (await visitor.isTooWide()) ? ['is wider than the screen'] : [];
        const there = (await visitor.isMissing()) === missing ? [] : [missing ? 'is there' : 'is missing'];
        found.push(
          ...[...complaints, ...barriers, ...width, ...there].map((it) => `${at(known)} ${String(look.width)} ${look.language}: ${it}`),
        );
      }
      expect(found).toEqual([]);
    },
  );

  it('shows the first screen of a clerk with less than 300 kB compressed', async () => {
    const visitor = await stage.visit('unit.213001');
    const bytes = await visitor.weigh('/work');
    expect(bytes).toBeLessThan(300_000);
    expect(bytes).toBeGreaterThan(50_000);
    await visitor.leave();
  });
};

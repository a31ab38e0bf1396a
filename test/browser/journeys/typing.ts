import type { Page } from 'playwright-core';

const MOST_STEPS = 400;

/** Goes on with Tab until what has the focus is called so; nothing but the keyboard is used. */
export const tabTo = async (page: Page, name: string | RegExp): Promise<void> => {
  const fits = (it: string): boolean => (typeof name === 'string' ? it === name : name.test(it));
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (fits(await focused(page))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${String(name)}.`);
};

/** What somebody who does not see the screen hears of the element that has the focus. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const it = document.activeElement;
    if (!it || it === document.body) return '';
    const by = it.getAttribute('aria-labelledby');
    const labels =
      it instanceof HTMLInputElement || it instanceof HTMLTextAreaElement || it instanceof HTMLSelectElement ? it.labels : null;
    const label = by ? document.getElementById(by)?.textContent : labels?.[0]?.textContent;
    return (it.getAttribute('aria-label') ?? label ?? it.textContent ?? '').trim();
  });

export const typeInto = async (page: Page, name: string, text: string): Promise<void> => {
  await tabTo(page, name);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
};

/** Pastes a block of cells, as copied from a spreadsheet. */
export const pasteCells = async (page: Page, rows: readonly (readonly string[])[]): Promise<void> => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((text) => navigator.clipboard.writeText(text), rows.map((row) => row.join('\t')).join('\n'));
  await page.keyboard.press('Control+V');
};

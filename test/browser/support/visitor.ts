import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const TALLEST_PX = 4_000;

type Language = 'zh' | 'en';

export interface Look {
  readonly width?: 1366 | 390;
  readonly language?: Language;
}

export const openBrowser = (): Promise<Browser> => {
  const executablePath = process.env['JIHENG_BROWSER'];
  if (!executablePath) throw new Error('Run this by `npm run test:browser`, which finds a browser.');
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
};

/** Somebody before a screen of their own. What goes wrong in their browser is collected: a page that complains fails its test. */
export class Visitor {
  private constructor(
    readonly page: Page,
    private readonly address: string,
    private readonly complaints: string[],
  ) {}

  static async arrive(browser: Browser, address: string, { width = 1366, language = 'zh' }: Look = {}): Promise<Visitor> {
    const context = await browser.newContext({
      viewport: { width, height: width === 390 ? 844 : 768 },
      locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    });
    await context.addInitScript((it) => {
      localStorage.setItem('jiheng.language', it);
    }, language);
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
    page.on('console', (message) => {
      // Answers are looked at below.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        complaints.push(`console: ${message.text()} at ${message.location().url}:${String(message.location().lineNumber)}`);
    });
    page.on('response', (response) => {
      // That nobody is logged in yet is how a log-in begins.
      if (response.status() >= 400 && response.status() !== 401) complaints.push(`${String(response.status())}: ${response.url()}`);
    });
    return new Visitor(page, address, complaints);
  }

  async logIn(email: string, password: string): Promise<void> {
    await this.page.goto(`${this.address}/log-in`);
    await this.page.locator('input[autocomplete="username"]').fill(email);
    await this.page.locator('input[autocomplete="current-password"]').fill(password);
    await this.page.keyboard.press('Enter');
    await this.page.waitForURL(({ pathname }) => !pathname.startsWith('/log-in'));
  }

  /** Opens a page and waits until it has what it asked for: no request under way, no skeleton left. Live updates never end, so they do not count. */
  async open(path: string): Promise<void> {
    await this.page.goto(`${this.address}${path}`, { waitUntil: 'domcontentloaded' });
    await this.settled();
  }

  async settled(): Promise<void> {
    await this.page.locator('h1, [role="alert"]:not(.frame-rehearsal)').first().waitFor();
    await this.page.waitForFunction(() => document.querySelectorAll('.ant-skeleton-active, .ant-spin-spinning').length === 0);
    await this.page.waitForTimeout(300);
  }

  /** A picture of the whole page, also of what has to be scrolled to. */
  async shot(name: string): Promise<void> {
    const size = this.page.viewportSize()!;
    const hidden = await this.page.evaluate(() => {
      const content = document.querySelector('main');
      return content ? Math.max(0, content.scrollHeight - content.clientHeight) : 0;
    });
    await this.page.setViewportSize({ ...size, height: Math.min(size.height + hidden, TALLEST_PX) });
    await this.page.screenshot({ path: `coverage/screenshots/${name}.png`, fullPage: true });
    await this.page.setViewportSize(size);
  }

  /** Does a page say that it does not exist, or that one may not see it? */
  isMissing(): Promise<boolean> {
    return this.page.getByRole('heading', { name: /没有找到这个页面|There is no such page/ }).isVisible();
  }

  /** Does the page itself have to be scrolled sideways? */
  isTooWide(): Promise<boolean> {
    return this.page.evaluate(() => {
      const root = document.scrollingElement!;
      const content = document.querySelector('main');
      const overflows = (it: Element | null): boolean => it !== null && it.scrollWidth > it.clientWidth + 1;
      return overflows(root) || overflows(content);
    });
  }

  /** What a page takes over the wire when nothing of it is there yet, in bytes. */
  async weigh(path: string): Promise<number> {
    const sizes: Promise<number>[] = [];
    this.page.on('requestfinished', (request) => {
      if (/\.(js|css)$/.test(new URL(request.url()).pathname)) sizes.push(request.sizes().then((it) => it.responseBodySize));
    });
    const session = await this.page.context().newCDPSession(this.page);
    await session.send('Network.clearBrowserCache');
    await this.open(path);
    return (await Promise.all(sizes)).reduce((sum, it) => sum + it, 0);
  }

  /** What a maintained engine finds against WCAG 2.2 AA, serious and worse, in words. */
  async barriers(): Promise<string[]> {
    await this.page.evaluate(AXE);
    const { violations } = await this.page.evaluate(
      (rules): Promise<AxeResults> =>
        (globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
          runOnly: rules,
          resultTypes: ['violations'],
        }),
      RULES,
    );
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 200)}`));
  }

  /** Everything that went wrong since the last time. */
  complained(): string[] {
    return this.complaints.splice(0);
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }
}

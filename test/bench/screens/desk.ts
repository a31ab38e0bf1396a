import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { until } from '../measure.js';
import { WATCH } from './in-page.js';

/** A LAN: 20 Mbit/s, 5 ms. */
const LAN = { offline: false, latency: 5, downloadThroughput: 20_000_000 / 8, uploadThroughput: 20_000_000 / 8 };
/** An office machine is about so many times slower than this one. */
export const SLOWER = 4;
const PATIENCE_MS = 120_000;

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env['JIHENG_BROWSER']!, args: ['--no-sandbox', '--disable-dev-shm-usage'] });

/** A page that is open. */
export interface Opened {
  readonly page: Page;
  /** When it could be used, ms since the navigation began. */
  readonly usableAt: number;
  /** Processor time of the page's thread so far, ms, slowed as it is: other programs on the machine move it little. */
  processor(): Promise<number>;
}

async function processorOf(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}

/** Somebody's browser, with nothing in its cache. */
export class Desk {
  private constructor(private readonly context: BrowserContext) {}

  static async begin(browser: Browser, origin: string, cookie?: string): Promise<Desk> {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
    const [name = '', value = ''] = cookie?.split('=') ?? [];
    if (cookie !== undefined) await context.addCookies([{ name, value, url: origin }]);
    await context.addInitScript(WATCH);
    return new Desk(context);
  }

  /** Opens an address and waits until it can be used. */
  async open(address: string, slower = SLOWER): Promise<Opened> {
    const page = await this.context.newPage();
    const devtools = await this.context.newCDPSession(page);
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', LAN);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
    await page.goto(address, { waitUntil: 'commit', timeout: PATIENCE_MS });
    let usableAt: number | undefined;
    await until(
      async () => {
        usableAt = await page.evaluate<number | undefined>('globalThis.usableAt').catch(() => undefined);
        return usableAt !== undefined;
      },
      100,
      PATIENCE_MS,
    );
    return { usableAt: usableAt!, page, processor: () => processorOf(devtools) };
  }

  leave(): Promise<void> {
    return this.context.close();
  }
}

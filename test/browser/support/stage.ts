import type { Browser } from 'playwright-core';
import type { Script } from '../../../apps/rehearsal/script.js';
import { Visitor, openBrowser } from './visitor.js';
import type { Look } from './visitor.js';
import { browsedYear } from './year.js';
import type { BrowsedYear } from './year.js';

/** One year and one browser for all journeys: the year goes on from one to the next. */
export class Stage {
  private opened: { readonly browser: Browser; readonly year: BrowsedYear } | undefined;

  /** @param script another year than the whole of Gangcheng's */
  async open(script?: Script): Promise<void> {
    const browser = await openBrowser();
    this.opened = { browser, year: await browsedYear(script) };
  }

  async close(): Promise<void> {
    await this.opened?.browser.close();
    await this.opened?.year.close();
  }

  get browser(): Browser {
    return this.there.browser;
  }

  get year(): BrowsedYear {
    return this.there.year;
  }

  /** Somebody of the district before a screen of their own, logged in; null: anybody, who is not. */
  async visit(account: string | null, look?: Look): Promise<Visitor> {
    const visitor = await Visitor.arrive(this.browser, this.year.address, look);
    if (account === null) return visitor;
    const { email, password } = this.year.credentials(account);
    await visitor.logIn(email, password);
    return visitor;
  }

  private get there(): { readonly browser: Browser; readonly year: BrowsedYear } {
    if (!this.opened) throw new Error('The year has not been opened.');
    return this.opened;
  }
}

import type { BrowsedYear } from '../support/year.js';
import type { Visitor } from '../support/visitor.js';

interface Task {
  readonly document: string;
  readonly kind: string;
  readonly title: string;
  readonly doing: 'file' | 'review';
}

/** The first task of that kind that waits for somebody. */
export const taskOf = async (year: BrowsedYear, account: string, kind: string, doing: Task['doing'] = 'file'): Promise<Task> => {
  const tasks = await year.client(account).list<Task>('/tasks');
  const found = tasks.find((it) => it.kind === kind && it.doing === doing);
  if (!found) throw new Error(`${account} has no ${kind} to ${doing}; tasks: ${tasks.map((it) => `${it.doing} ${it.kind}`).join(', ')}`);
  return found;
};

/** Writes a draft by way of the API, as an import from another system would. */
export const drafted = async (year: BrowsedYear, account: string, document: string, content: unknown): Promise<void> => {
  const client = year.client(account);
  const { version } = await client.get<{ version: number }>(`/documents/${document}`);
  await client.put(`/documents/${document}/content`, content, version);
};

export const statusOf = async (year: BrowsedYear, document: string): Promise<string> =>
  (await year.client('bureau').get<{ status: string }>(`/documents/${document}`)).status;

/** Presses a button of the page and then the button of the same name in the dialog that asks. */
export const confirmed = async ({ page }: Visitor, button: string, inDialog = button): Promise<void> => {
  await page.locator('main').getByRole('button', { name: button, exact: true }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: inDialog, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
};

/** Goes to a list and opens the row of that title, as one does with a click. */
export const openedFrom = async (visitor: Visitor, list: string, title: string): Promise<void> => {
  await visitor.open(list);
  await visitor.page.getByRole('link', { name: title, exact: true }).first().click();
  await visitor.page.locator('h1', { hasText: title }).waitFor();
  await visitor.settled();
};

/** Opens a document in one's queue and decides on it by one key; a return says why. */
export const decided = async (visitor: Visitor, document: string, verdict: 'approve' | { readonly reason: string }): Promise<void> => {
  const { page } = visitor;
  const isApproved = verdict === 'approve';
  const button = isApproved ? '通过' : '退回';
  await visitor.open(`/review?open=${document}`);
  await page.locator('main').getByRole('button', { name: button, exact: true }).first().waitFor();
  await page.locator('h1').click();
  await page.keyboard.press(isApproved ? 'a' : 'r');
  const dialog = page.getByRole('dialog');
  if (!isApproved) await dialog.getByRole('textbox').fill(verdict.reason);
  await dialog.getByRole('button', { name: button, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
};

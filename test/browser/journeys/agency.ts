import { contentFor } from '../../../apps/rehearsal/cast/contents.js';
import type { Stage } from '../support/stage.js';
import { confirmed, drafted, statusOf, taskOf } from './documents.js';

/** 2 June 2023: an agency sends in its plan, and the bureau approves it. */
export const agencyPlan = (stage: Stage): void => {
  let plan: string;

  beforeAll(async () => {
    await stage.year.until('2023-06-01');
  }, 400_000);

  it('the agency completes its drafted plan and submits it', async () => {
    const { document, title } = await taskOf(stage.year, 'agency.1', 'evaluation-plan');
    plan = document;
    const subject = { title, project: null, publishedScore: null, problems: [], place: 0 };
    await drafted(stage.year, 'agency.1', document, contentFor('evaluation-plan', subject));
    const agency = await stage.visit('agency.1');
    await agency.open('/work');
    await agency.page.getByRole('link', { name: title, exact: true }).click();
    await agency.settled();
    await agency.shot('journey-agency-plan');
    await confirmed(agency, '提交');
    expect(await statusOf(stage.year, document)).toBe('in-review');
    expect(agency.complained()).toEqual([]);
    await agency.leave();
  });

  it('the bureau finds it in its queue and approves it', async () => {
    const bureau = await stage.visit('bureau');
    await bureau.open(`/review?open=${plan}`);
    await bureau.page.locator('h1').click();
    await bureau.page.keyboard.press('a');
    await bureau.page.getByRole('dialog').getByRole('button', { name: '通过', exact: true }).click();
    await bureau.page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await statusOf(stage.year, plan)).toBe('approved');
    expect(bureau.complained()).toEqual([]);
    await bureau.leave();
  });
};

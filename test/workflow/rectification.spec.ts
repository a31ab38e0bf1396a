import { submissionGate } from '#activities/submission/submission-gate.js';
import { SAMPLES } from '#contracts/forms/samples.js';
import type { PlannedStage } from '#domain/policy/policy.js';
import { openApiOffice } from '../support/api-office.js';
import type { ApiOffice, Caller } from '../support/api-office.js';
import { eventually } from '../support/eventually.js';
import { keepHistory } from '../support/histories.js';
import { issueNotices } from '../support/issued-notices.js';
import { LaunchedYear } from '../support/launched-year.js';

const PLAN: PlannedStage = { stage: 'rectification', opens: '2023-09-01', due: '2023-09-15', chain: 'bureau', ladder: 'standard' };
const REPORT = SAMPLES['rectification-item'];

let office: ApiOffice;
let year: LaunchedYear;
let bureau: Caller;
let unit: Caller;
let notices: readonly string[];

interface Item {
  readonly document: string;
  readonly obligation: string;
  readonly dueOn: string;
}

/** The item that a finding has now, by its notice and number. */
const item = async (notice: string, number: number): Promise<Item> => {
  const [row] = await year.rows<Item>(
    `select d.id as document, o.id as obligation, o.due_on::text as "dueOn" from finding f join feedback_notice n on n.id = f.notice_id
     join document d on d.id = f.item_id join obligation o on o.id = d.obligation_id
     where f.campaign_id = $1 and n.number = $2 and f.number = $3`,
    notice,
    number,
  );
  return row!;
};

interface Answered {
  readonly outcome: string;
  readonly status: string;
  readonly refusal?: { readonly code: string; readonly errors?: readonly { readonly path: string; readonly zh: string }[] };
}

const ask = async (who: Caller, transition: string, { document }: Item, more: object = {}): Promise<Answered> => {
  const { body } = await who.send('post', `/documents/${transition}`, { documents: [{ id: document }], ...more }).expect(200);
  return (body.results as Answered[])[0]!;
};
const report = async (it: Item, content: object): Promise<Answered> => {
  const { headers } = await unit.send('get', `/documents/${it.document}`).expect(200);
  await unit.send('put', `/documents/${it.document}/content`, content, { 'if-match': headers['etag'] as string }).expect(200);
  return ask(unit, 'submit', it);
};
/** The line of an item in the checklist, as somebody sees it. */
const checklistLine = async (who: Caller, notice: string, number: number): Promise<Record<string, unknown> | undefined> =>
  (await list(who, `/rectification-items?campaign=${year.campaign}`)).find(
    (it) => it['noticeNumber'] === notice && it['number'] === number,
  );
const approve = (it: Item) => ask(bureau, 'review', it, { verdict: 'approve' });
const list = async (who: Caller, path: string) => (await who.send('get', path).expect(200)).body.items as Record<string, unknown>[];
const struckOff = async (): Promise<number> =>
  (await list(bureau, `/findings?campaign=${year.campaign}`)).filter(({ struckOffAt }) => struckOffAt !== null).length;
const rectified = async (): Promise<boolean[]> =>
  (await list(bureau, `/feedback-notices?campaign=${year.campaign}&sort=issuedAt`)).map(({ rectifiedAt }) => rectifiedAt !== null);

beforeAll(async () => {
  office = await openApiOffice('2023-09-01T08:00', ({ source }) => ({ gate: submissionGate(source) }));
  year = await LaunchedYear.launch(office, [PLAN], issueNotices);
  await year.isOpen('rectification');
  await eventually(async () => expect(await year.rows('select 1 from finding where campaign_id = $1 and item_id is null')).toEqual([]));
  const [clerk] = await year.rows<{ id: string }>(
    `select t.person_id as id from task t join document d on d.id = t.document_id where d.campaign_id = $1 limit 1`,
  );
  [bureau, unit] = [await office.as(year.bureau), await office.as(clerk!.id)];
  notices = (await year.rows<{ id: string }>('select id from feedback_notice where campaign_id = $1 order by number')).map(({ id }) => id);
});
afterAll(() => office.close());

const RECOVERED = { ...REPORT, recoveredAmount: '120000.50', remaining: { text: '制度尚待印发', by: '2023-10-20' } };

describe('rectification, played through the API', () => {
  it('takes no report without proof, and no rest that is due within the item’s own time, on a day off or beyond the calendar', async () => {
    const first = await item('反馈1', 1);
    expect((await report(first, { ...REPORT, evidence: [] })).refusal).toMatchObject({
      code: 'NOT_ACCEPTED',
      errors: [{ path: 'content.evidence' }],
    });
    expect((await report(first, { ...REPORT, recoveredAmount: '1.005' })).refusal?.errors).toMatchObject([
      { path: 'content.recoveredAmount' },
    ]);
    for (const by of ['2023-09-15', '2023-10-02', '2031-10-20']) {
      const { refusal } = await report(first, { ...RECOVERED, remaining: { text: '制度尚待印发', by } });
      expect(refusal).toMatchObject({ code: 'NOT_ACCEPTED', errors: [{ path: 'remaining.by' }] });
    }
  });

  it('is verified by somebody else than the reporter; a report that was returned is filed again', async () => {
    const [first, second] = [await item('反馈1', 1), await item('反馈1', 2)];
    expect(await report(first, RECOVERED)).toMatchObject({ outcome: 'done', status: 'in-review' });
    const adjusted = { ...REPORT, adjustedAmount: '30000.25', projectEffect: 'adjusted' };
    expect(await report(second, adjusted)).toMatchObject({ outcome: 'done' });
    expect((await ask(unit, 'review', first, { verdict: 'approve' })).refusal?.code).toBe('NOT_YOUR_STEP');
    expect(await ask(bureau, 'review', second, { verdict: 'return', reasons: [{ text: '佐证不足。' }] })).toMatchObject({
      status: 'returned',
    });
    expect(await report(second, { ...adjusted, evidence: ['调整批复〔2023〕8号'] })).toMatchObject({ outcome: 'done' });
    expect(await approve(second)).toMatchObject({ status: 'approved' });
    expect(await struckOff()).toBe(1);
  });

  it('opens what a partial report leaves as an item of its own, due on the stated day, and strikes nothing off', async () => {
    const before = await item('反馈1', 1);
    expect(await approve(before)).toMatchObject({ status: 'approved' });
    const rest = await item('反馈1', 1);
    expect([rest.dueOn, rest.document === before.document]).toEqual(['2023-10-20', false]);
    expect(await struckOff()).toBe(1);
    const [line] = await list(unit, `/rectification-totals?campaign=${year.campaign}`);
    expect(await checklistLine(unit, '反馈1', 1)).toMatchObject({
      ...{ document: rest.document, status: 'open', dueOn: '2023-10-20', measure: REPORT.measure, struckOffAt: null },
      ...{ remaining: '制度尚待印发', remainingBy: '2023-10-20', reports: 1, recoveredAmount: '120000.50' },
    });
    expect(await checklistLine(unit, '反馈1', 2)).toMatchObject({ status: 'approved', struckOffAt: expect.any(String), remaining: null });
    expect(line).toMatchObject({ problems: 3, rectified: 1, partlyRectified: 1, recoveredAmount: '120000.50', adjustedProjects: 1 });
  });

  it('escalates an item whose unit is late although it objected to its day, up to a notice of circulation', async () => {
    const late = await item('反馈2', 1);
    await unit
      .send('post', `/obligations/${late.obligation}/extension-requests`, { dueOn: '2023-10-31', reason: '时限过紧。' })
      .expect(200);
    await bureau.send('post', `/obligations/${late.obligation}/extension-decision`, { grant: false, reason: '不予延期。' }).expect(200);
    for (const day of ['2023-09-18', '2023-09-20', '2023-09-22']) await office.moveTo(`${day}T10:00`, `obligation/${late.obligation}`);
    const rungs = await year.rows<{ rung: number }>(
      `select (a.detail ->> 'rung')::int as rung from audit_entry a where a.stream = 'obligation/' || $2::text and a.type = 'rung'
         and $1::uuid is not null order by a.sequence`,
      late.obligation,
    );
    expect(rungs.map(({ rung }) => rung)).toEqual(expect.arrayContaining([1, 3, 5]));
    const { ladder } = (await checklistLine(bureau, '反馈2', 1)) as { ladder: { day: number; state: string; escalate: string[] }[] };
    expect(ladder.filter(({ state }) => state === 'sent').at(-1)).toMatchObject({ day: 5, escalate: ['supervision'] });
    await report(late, { ...REPORT, recoveredAmount: '0.25', projectEffect: 'cancelled' });
    expect(await approve(late)).toMatchObject({ status: 'approved' });
    await eventually(async () => expect((await rectified()).sort()).toEqual([false, true]));
  });

  it('closes a notice when nothing is left, and sums what came of it for the unit and for the campaign', async () => {
    const rest = await item('反馈1', 1);
    await office.moveTo('2023-10-16T10:00', `obligation/${rest.obligation}`);
    expect(await report(rest, { ...REPORT, recoveredAmount: '30000.00' })).toMatchObject({ outcome: 'done' });
    expect(await approve(rest)).toMatchObject({ status: 'approved' });
    await eventually(async () => expect((await year.stage('rectification')).status).toBe('closed'));
    expect(await rectified()).toEqual([true, true]);
    const sums = {
      problems: 3,
      rectified: 3,
      partlyRectified: 0,
      recoveredAmount: '150000.75',
      adjustedAmount: '30000.25',
      adjustedProjects: 1,
      cancelledProjects: 1,
      rechecked: 0,
      confirmed: 0,
      reopened: 0,
    };
    const totals = `/rectification-totals?campaign=${year.campaign}`;
    expect(await list(unit, totals)).toEqual([expect.objectContaining(sums)]);
    const { body } = await bureau.send('get', `/campaigns/${year.campaign}/rectification-totals`).expect(200);
    expect(body).toEqual({ units: 1, ...sums });
    await keepHistory(office.client, `rectification/${notices[0]!}`, 'rectification-partial');
  });

  it('names who reported and who verified, and shows a department nothing of another', async () => {
    const reports = await list(bureau, `/rectification-reports?campaign=${year.campaign}&sort=acceptedAt`);
    expect(reports).toHaveLength(4);
    for (const it of reports) expect(it).toMatchObject({ reportedBy: unit.person, verifiedBy: bureau.person });
    const partial = { remaining: '制度尚待印发', remainingBy: '2023-10-20', recoveredAmount: '120000.50' };
    expect(reports.filter(({ remaining }) => remaining !== null)).toEqual([expect.objectContaining(partial)]);
    const [other] = await year.rows<{ id: string }>(
      `select g.person_id as id from role_grant g join budget_unit u on u.id = g.unit_id join campaign c on c.district_id = u.district_id
       where c.id = $1 and g.role = 'unit' and g.person_id <> $2 limit 1`,
      unit.person,
    );
    const stranger = await office.as(other!.id);
    expect(await list(stranger, '/rectification-reports')).toEqual([]);
    expect(await list(stranger, '/rectification-totals')).toEqual([]);
    const { body } = await stranger.send('get', `/campaigns/${year.campaign}/rectification-totals`).expect(200);
    expect(body).toMatchObject({ units: 0, problems: 0, recoveredAmount: '0.00' });
    await bureau.send('get', '/rectification-totals?campaign=nothing').expect(400);
  });
});

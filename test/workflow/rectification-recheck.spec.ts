import { submissionGate } from '#activities/submission/submission-gate.js';
import { SAMPLES } from '#contracts/forms/samples.js';
import type { PlannedStage } from '#domain/policy/policy.js';
import { openApiOffice } from '../support/api-office.js';
import type { ApiOffice, Caller } from '../support/api-office.js';
import { eventually } from '../support/eventually.js';
import { issueNotices } from '../support/issued-notices.js';
import { LaunchedYear } from '../support/launched-year.js';
import type { Owed } from '../support/launched-year.js';

const PLAN: PlannedStage = { stage: 'rectification', opens: '2023-09-01', due: '2023-09-15', chain: 'bureau', ladder: 'standard' };
const REPORT = SAMPLES['rectification-item'];
const CHECK = SAMPLES['rectification-recheck'];
const DENIED = { ...CHECK, checkedOn: '2023-09-12', confirmed: false, found: '制度未在现场公示，台账缺页。' };

let office: ApiOffice;
let year: LaunchedYear;
let bureau: Caller;
let unit: Caller;

type Line = Record<string, unknown>;
const list = async (who: Caller, path: string) =>
  (await who.send('get', `${path}campaign=${year.campaign}`).expect(200)).body.items as Line[];
const openItems = async (): Promise<Owed[]> => (await year.owed('rectification')).filter(({ status }) => status === 'open');
const totals = async () => (await bureau.send('get', `/campaigns/${year.campaign}/rectification-totals`).expect(200)).body as Line;
const file = async (owed: Owed, content: object = REPORT): Promise<void> => {
  for (const document of owed.documents) await unit.fill(document, content);
  await unit.submit(owed);
};
const review = async (owed: Owed, verdict: 'approve' | 'return') => {
  const reasons = verdict === 'return' ? { reasons: [{ text: '照片日期早于整改。' }] } : {};
  const asked = { documents: owed.documents.map((id) => ({ id })), verdict, ...reasons };
  expect((await bureau.send('post', '/documents/review', asked).expect(200)).body).toMatchObject({ refused: 0 });
};
const rungs = async ({ obligation }: Owed): Promise<number[]> => {
  const rows: { rung: number }[] = await office.source.query(
    `select (detail ->> 'rung')::int as rung from audit_entry where stream = 'obligation/' || $1 and type = 'rung' order by sequence`,
    [obligation],
  );
  return rows.map(({ rung }) => rung);
};

beforeAll(async () => {
  office = await openApiOffice('2023-09-01T08:00', ({ source }) => ({ gate: submissionGate(source) }));
  year = await LaunchedYear.launch(
    office,
    [PLAN],
    async (it) => {
      await issueNotices(it);
      await it.rows(
        `update feedback_notice set rectify_by = case number when '反馈1' then '2023-09-28' else '2023-08-01' end::date where campaign_id = $1`,
      );
    },
    (policy) => ({ ...policy, rectification: { recheck: { rate: '100', within: 5, reopenWithin: 10, ladder: 'standard' } } }),
  );
  await year.isOpen('rectification');
  await eventually(async () => expect(await year.rows('select 1 from finding where campaign_id = $1 and item_id is null')).toEqual([]));
  const [clerk] = await year.rows<{ id: string }>(
    'select t.person_id as id from task t join document d on d.id = t.document_id where d.campaign_id = $1 limit 1',
  );
  [bureau, unit] = [await office.as(year.bureau), await office.as(clerk!.id)];
});
afterAll(() => office.close());

describe('items struck off, looked at again on site', () => {
  it('are due by the day that their notice names, and on the day of opening where that has passed', async () => {
    expect((await openItems()).map(({ dueOn }) => dueOn).sort()).toEqual(['2023-09-01', '2023-09-28']);
  });

  it('are drawn when all of them are closed; the draw is recorded and can be drawn again', async () => {
    for (const owed of await openItems()) {
      await file(owed);
      await review(owed, 'approve');
    }
    const check = await year.part('rectification', 'rectification-recheck');
    expect(check.documents).toHaveLength(3);
    const [draw] = await list(bureau, '/spot-check-draws?');
    expect(draw).toMatchObject({ stageName: 'rectification', candidates: 3 });
    const { body } = await bureau.send('get', `/spot-check-draws/${draw!['id'] as string}`).expect(200);
    expect(body.verified.value).toBe(true);
    expect(await totals()).toMatchObject({ problems: 3, rectified: 3, rechecked: 0 });
    expect((await year.stage('rectification')).status).toBe('open');
  });

  it('what is not confirmed is open again with a ladder of its own, and the unit is told why', async () => {
    const check = await year.part('rectification', 'rectification-recheck');
    const [denied, ...others] = check.documents;
    await bureau.fill(denied!, { ...DENIED, evidence: [] });
    const { body } = await bureau.send('post', '/documents/submit', { documents: [{ id: denied }] }).expect(200);
    expect(body.results[0].refusal).toMatchObject({ errors: [{ path: 'content.evidence' }] });
    await bureau.fill(denied!, DENIED, 1);
    for (const id of others) await bureau.fill(id, CHECK);
    await bureau.submit(check);
    await eventually(async () => expect(await openItems()).toHaveLength(1));
    expect(await totals()).toMatchObject({ problems: 3, rectified: 2, rechecked: 3, confirmed: 2, reopened: 1 });
    const [line] = await list(unit, '/rectification-rechecks?confirmed=false&');
    const [again] = await openItems();
    expect(line).toMatchObject({
      confirmed: false,
      found: DENIED.found,
      checkedOn: '2023-09-12',
      item: again!.documents[0],
      struckOffAt: null,
    });
    const told = await year.rows<{ reason: string }>(
      `select x.detail ->> 'reason' as reason from outbox x join obligation o on o.id = x.obligation_id
       where o.campaign_id = $1 and x.kind = 'reopened' and x.person_id = $2`,
      unit.person,
    );
    expect(told).toEqual([{ reason: DENIED.found }]);
    expect((await list(bureau, '/feedback-notices?')).filter((it) => it['rectifiedAt'] === null)).toHaveLength(1);
  });

  it('is late, objected to and returned like any item, and closed on proof; then the stage closes', async () => {
    const again = (await openItems())[0]!;
    const asked = { dueOn: '2023-10-31', reason: '台账属上届班子，时限过紧。' };
    await unit.send('post', `/obligations/${again.obligation}/extension-requests`, asked).expect(200);
    await bureau.send('post', `/obligations/${again.obligation}/extension-decision`, { grant: false, reason: '不予延期。' }).expect(200);
    await office.moveTo('2023-09-22T10:00', `obligation/${again.obligation}`);
    await eventually(async () => expect(await rungs(again)).toEqual(expect.arrayContaining([1])));
    await file(again, { ...REPORT, evidence: ['补充台账 2023-09'] });
    await review(again, 'return');
    await unit.fill(again.documents[0]!, { ...REPORT, evidence: ['补充台账 2023-09', '公示照片'] }, 1);
    await unit.submit(again);
    await review(again, 'approve');
    await eventually(async () => expect((await year.stage('rectification')).status).toBe('closed'));
    expect(await totals()).toMatchObject({ problems: 3, rectified: 3, partlyRectified: 0, rechecked: 3, confirmed: 2, reopened: 1 });
    expect((await list(bureau, '/feedback-notices?')).every((it) => it['rectifiedAt'] !== null)).toBe(true);
  });
});

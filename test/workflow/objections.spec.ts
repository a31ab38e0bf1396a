import { submissionGate } from '#activities/submission/submission-gate.js';
import { SAMPLES } from '#contracts/forms/samples.js';
import type { ObjectionStage } from '#domain/objection/objection.js';
import type { PlannedStage, Policy } from '#domain/policy/policy.js';
import { openApiOffice } from '../support/api-office.js';
import type { ApiOffice, Caller } from '../support/api-office.js';
import { eventually } from '../support/eventually.js';
import { issueNotices } from '../support/issued-notices.js';
import { LaunchedYear } from '../support/launched-year.js';
import type { Owed } from '../support/launched-year.js';

const CHECKED: readonly PlannedStage[] = [
  { stage: 'target-filing', opens: '2023-03-01', due: '2023-03-31', chain: 'filing', ladder: 'standard' },
  { stage: 'self-evaluation', opens: '2023-04-03', due: '2023-04-14', chain: 'report', ladder: 'standard' },
];
const RECTIFIED: readonly PlannedStage[] = [
  { stage: 'rectification', opens: '2023-09-01', due: '2023-09-15', chain: 'bureau', ladder: 'standard' },
];
const EVALUATED: readonly PlannedStage[] = [
  { stage: 'ex-ante-evaluation', opens: '2023-11-01', due: '2023-11-15', chain: 'bureau', ladder: 'standard' },
  { stage: 'target-filing', opens: '2023-11-01', due: '2023-11-30', chain: 'filing', ladder: 'standard' },
];
/** A week to object in, a week to decide in; what the bureau decides a second person signs where `chain` says so. */
const heard = (policy: Policy, stage: ObjectionStage, chain?: string): Policy => ({
  ...policy,
  targetQuality: [],
  exAnteEvaluation: { ...policy.exAnteEvaluation, threshold: stage === 'ex-ante-evaluation' ? '5000000' : '999999999999' },
  objections: { [stage]: { within: 5, decideWithin: 5, ladder: 'standard', ...(chain === undefined ? {} : { chain }) } },
});

let office: ApiOffice;
beforeAll(async () => {
  office = await openApiOffice('2023-03-01T08:00', ({ source }) => ({ gate: submissionGate(source) }));
});
afterAll(() => office.close());

type Line = Record<string, unknown>;
const list = async (who: Caller, path: string) => (await who.send('get', path).expect(200)).body.items as Line[];
const file = async (owed: Owed, content: unknown): Promise<void> => {
  const debtor = await office.as(owed.debtor);
  for (const document of owed.documents) await debtor.fill(document, content);
  await debtor.submit(owed);
};
const submitted = async (who: Caller, document: string) => {
  const { body } = await who.send('post', '/documents/submit', { documents: [{ id: document }] }).expect(200);
  return body.results[0] as { outcome: string; refusal?: { code: string; errors: { path: string }[] } };
};
const review = async (who: Caller, owed: Pick<Owed, 'documents'>, verdict: 'approve' | 'return') => {
  const reasons = verdict === 'return' ? { reasons: [{ text: '理由不充分，请补充核查过程。' }] } : {};
  const asked = { documents: owed.documents.map((id) => ({ id })), verdict, ...reasons };
  expect((await who.send('post', '/documents/review', asked).expect(200)).body).toMatchObject({ refused: 0 });
};
/** Open obligations of a kind in a stage, once there are so many and they run. */
const owedOf = async (year: LaunchedYear, stage: string, kind: string, count: number): Promise<Owed[]> => {
  let found: Owed[] = [];
  await eventually(async () => {
    const rows = await year.rows<{ id: string }>(
      `select id from obligation where campaign_id = $1 and kind = $2 and status = 'open' and started_at is not null`,
      kind,
    );
    found = (await year.owed(stage)).filter(({ obligation }) => rows.some(({ id }) => id === obligation));
    expect(found).toHaveLength(count);
  });
  return found;
};
const told = async (kind: string, { obligation }: Owed) => {
  const rows: { person: string }[] = await office.source.query(
    'select person_id as person from outbox where kind = $2 and obligation_id = $1',
    [obligation, kind],
  );
  return rows.map(({ person }) => person);
};
/** Those with most documents first. */
const most = (owed: readonly Owed[]): Owed[] => [...owed].sort((a, b) => b.documents.length - a.documents.length);
const OBJECTION = { position: 'object', text: '调查问卷原件已补齐，应予采信。' };
const AGREED = { position: 'agree', text: '' };

it('self-evaluation: a unit objects to its spot check; the decision is late, returned, signed, and corrects score, flag and problem list', async () => {
  const year = await LaunchedYear.launch(office, CHECKED, undefined, (policy) => ({
    ...heard(policy, 'self-evaluation', 'bureau'),
    selfEvaluation: {
      ...policy.selfEvaluation,
      spotCheck: { rate: '100', within: 5, strata: ['department'], tolerance: '5' },
      problems: { within: 10, chain: 'bureau', ladder: 'standard' },
    },
  }));
  const bureau = await office.as(year.bureau);
  const signer = await another(year, 'bureau');
  await year.isOpen('target-filing');
  for (const owed of await year.owed('target-filing')) {
    await file(owed, SAMPLES.target);
    await year.decideAll(owed);
  }
  await office.moveTo('2023-04-03T09:00', year.workflow);
  await year.isOpen('self-evaluation');
  for (const owed of await year.owed('self-evaluation')) {
    await file(owed, SAMPLES['self-evaluation']);
    await year.decideAll(owed);
  }
  const [check] = await owedOf(year, 'self-evaluation', 'spot-check', 1);
  // One of the unit that has most is found to be right.
  const [{ fine }] = (await year.rows<{ fine: string }>(
    `select max(d.id::text) as fine from document d join project p on p.id = d.project_id
     where d.campaign_id = $1 and d.kind = 'spot-check' group by p.unit_id order by count(*) desc limit 1`,
  )) as [{ fine: string }];
  const poor = check!.documents.filter((id) => id !== fine);
  await bureau.fill(fine, { correctedScore: '100', reason: '属实。' });
  for (const id of poor) await bureau.fill(id, { correctedScore: '60', reason: '佐证不足。', problems: ['完成值无佐证', '满意度未调查'] });
  await bureau.submit(check!);

  // What took nothing from anybody holds; of everything else the unit is heard first, and nothing is owed before.
  const hearings = await owedOf(year, 'self-evaluation', 'objection', 3);
  expect(hearings.flatMap(({ documents }) => documents)).toHaveLength(5);
  const problems = () => list(bureau, `/self-evaluation-problems?campaign=${year.campaign}`);
  expect(await problems()).toEqual([]);
  const [objects, silent, agrees] = most(hearings) as [Owed, Owed, Owed];
  const unit = await office.as(objects.debtor);
  const { body: found } = await unit.send('get', `/documents/${objects.documents[0]!}/objected-to`).expect(200);
  expect(found).toMatchObject({ kind: 'spot-check', score: '60', conclusion: 'untrue', reason: '佐证不足。', objection: null });
  expect(found.problems).toMatchObject([{ number: 1, problem: '完成值无佐证' }, { number: 2 }]);
  await unit.send('get', `/documents/${check!.documents[0]!}/objected-to`).expect(404);
  for (const id of objects.documents) await unit.fill(id, OBJECTION);
  await unit.submit(objects);
  await file(agrees, AGREED);
  await office.moveTo('2023-04-28T10:00', `obligation/${silent.obligation}`);
  await eventually(async () => expect(await problems()).toHaveLength(2 * (silent.documents.length + agrees.documents.length)));

  // The decision is late, says what it corrects, and is signed by somebody else than who filed it, once returned.
  const [ruling] = await owedOf(year, 'self-evaluation', 'objection-ruling', 1);
  await office.moveTo('2023-04-28T10:00', `obligation/${ruling!.obligation}`);
  await eventually(async () => expect(await told('overdue', ruling!)).toContain(bureau.person));
  const [sustained, ...refused] = ruling!.documents as [string, ...string[]];
  await bureau.fill(sustained, { sustained: true, reason: '问卷原件属实。' });
  expect((await submitted(bureau, sustained)).refusal).toMatchObject({ code: 'NOT_ACCEPTED', errors: [{ path: 'corrections' }] });
  await bureau.fill(sustained, { sustained: true, reason: '问卷原件属实。', correctedScore: '97', corrections: [{ number: 2 }] }, 1);
  for (const id of refused) await bureau.fill(id, SAMPLES['objection-ruling']);
  await bureau.submit(ruling!);
  await review(signer, ruling!, 'return');
  const results = async () => list(unit, '/results?kind=spot-check&limit=50');
  expect((await results()).map((it) => it['conclusion']).sort()).toEqual(['true', 'untrue', 'untrue', 'untrue']);
  await bureau.submit(ruling!);
  await review(signer, ruling!, 'approve');
  const decided = await list(unit, `/objections?campaign=${year.campaign}&decided=true`);
  expect(decided.map((it) => it['sustained']).sort()).toEqual([false, false, true]);
  const won = decided.find((it) => it['sustained'] === true)!;
  expect(won).toMatchObject({ text: OBJECTION.text, correctedScore: '97', corrections: [{ number: 2 }], stageName: 'self-evaluation' });
  const corrected = (await results()).find((it) => it['document'] === won['about'])!;
  expect(corrected).toMatchObject({ score: '97', conclusion: 'true', explanation: { objection: { before: '60', said: OBJECTION.text } } });
  expect(await told('objection-decided', ruling!)).toContain(unit.person);
  await eventually(async () => expect(await problems()).toHaveLength(9));
  expect((await problems()).filter((it) => it['project'] === won['project']).map((it) => it['problem'])).toEqual(['完成值无佐证']);
  expect((await year.stage('self-evaluation')).status).toBe('open');
});

it('rectification: a unit objects to what was found on site; what is sustained is struck off as before, what is not it corrects again', async () => {
  const year = await LaunchedYear.launch(office, RECTIFIED, issueNotices, (policy) => ({
    ...heard(policy, 'rectification'),
    rectification: { recheck: { rate: '100', within: 5, reopenWithin: 10, ladder: 'standard' } },
  }));
  const bureau = await office.as(year.bureau);
  await office.moveTo('2023-09-01T09:00', year.workflow);
  await year.isOpen('rectification');
  const items = await owedOf(year, 'rectification', 'rectification-item', 2);
  for (const owed of items) {
    await file(owed, SAMPLES['rectification-item']);
    await review(bureau, owed, 'approve');
  }
  const [check] = await owedOf(year, 'rectification', 'rectification-recheck', 1);
  const denied = { ...SAMPLES['rectification-recheck'], checkedOn: '2023-09-01', confirmed: false, found: '台账缺页。' };
  await file(check!, denied);
  const [hearing] = await owedOf(year, 'rectification', 'objection', 1);
  expect(hearing!.documents).toHaveLength(3);
  const totals = async () => (await bureau.send('get', `/campaigns/${year.campaign}/rectification-totals`).expect(200)).body as Line;
  expect(await totals()).toMatchObject({ problems: 3, rectified: 0, reopened: 3 });

  // Two objections, silence about the third; one decision is returned before it holds, the others hold as filed.
  const unit = await office.as(hearing!.debtor);
  const [first, second, third] = hearing!.documents as [string, string, string];
  for (const id of [first, second]) await unit.fill(id, OBJECTION);
  await unit.submit({ documents: [first, second] });
  await office.moveTo('2023-09-11T10:00', `obligation/${hearing!.obligation}`);
  await eventually(async () =>
    expect(await office.source.query('select status from document where id = $1', [third])).toEqual([{ status: 'consented' }]),
  );
  const [again] = await owedOf(year, 'rectification', 'rectification-item', 1);
  expect(again!.documents).toHaveLength(1);
  const [ruling] = await owedOf(year, 'rectification', 'objection-ruling', 1);
  const [yes, no] = ruling!.documents as [string, string];
  await bureau.fill(yes, { sustained: true, reason: '缺页已补，不影响整改结论。', correctedScore: '90' });
  expect((await submitted(bureau, yes)).refusal).toMatchObject({ errors: [{ path: 'correctedScore' }] });
  await bureau.fill(yes, { sustained: true, reason: '缺页已补，不影响整改结论。' }, 1);
  await bureau.fill(no, SAMPLES['objection-ruling']);
  await bureau.submit(ruling!);
  const owedAgain = await owedOf(year, 'rectification', 'rectification-item', 2);
  expect(await totals()).toMatchObject({ problems: 3, rectified: 1, rechecked: 3, confirmed: 0, reopened: 2 });
  expect((await list(unit, `/rectification-rechecks?campaign=${year.campaign}`)).filter((it) => it['overturned'] === true)).toHaveLength(1);

  // What is owed again is late, returned and closed on proof.
  await office.moveTo('2023-10-16T10:00', ...owedAgain.map(({ obligation }) => `obligation/${obligation}`));
  for (const owed of owedAgain) {
    await eventually(async () => expect(await told('overdue', owed)).toContain(unit.person));
    await file(owed, SAMPLES['rectification-item']);
    await review(bureau, owed, 'return');
    await unit.submit(owed);
    await review(bureau, owed, 'approve');
  }
  await eventually(async () => expect((await year.stage('rectification')).status).toBe('closed'));
  expect(await totals()).toMatchObject({ rectified: 3 });
});

it('ex-ante evaluation: the report is late and returned; the unit objects to its conclusion, and a new report replaces it', async () => {
  const year = await LaunchedYear.launch(
    office,
    EVALUATED,
    (it) =>
      it.rows(
        `update project p set attribute = 'new', class = 'ordinary', initial_budget = 6000000 from campaign c where c.id = $1 and p.district_id = c.district_id`,
      ),
    (policy) => heard(policy, 'ex-ante-evaluation'),
  );
  const bureau = await office.as(year.bureau);
  await office.moveTo('2023-11-01T09:00', year.workflow);
  await year.isOpen('ex-ante-evaluation');
  await year.isOpen('target-filing');
  const [owed] = most(await owedOf(year, 'ex-ante-evaluation', 'ex-ante-report', 3));
  const unit = await office.as(owed!.debtor);
  const [document] = owed!.documents as [string];
  await office.moveTo('2023-11-17T10:00', `obligation/${owed!.obligation}`);
  await eventually(async () => expect(await told('overdue', owed!)).toContain(unit.person));
  const scored = (points: string) => ({
    ...SAMPLES['ex-ante-report'],
    scores: SAMPLES['ex-ante-report'].scores.map((it) => ({ ...it, points })),
  });
  await unit.fill(document, scored('10'));
  await unit.submit({ documents: [document] });
  await review(bureau, { documents: [document] }, 'return');
  await unit.submit({ documents: [document] });
  await review(bureau, { documents: [document] }, 'approve');
  const result = async () => (await list(unit, '/results?kind=ex-ante')).map(({ score, conclusion }) => [score, conclusion]);
  expect(await result()).toEqual([['50.00', 'reject']]);

  const [hearing] = await owedOf(year, 'ex-ante-evaluation', 'objection', 1);
  await unit.fill(hearing!.documents[0]!, OBJECTION);
  await unit.submit(hearing!);
  const [ruling] = await owedOf(year, 'ex-ante-evaluation', 'objection-ruling', 1);
  await file(ruling!, { sustained: true, reason: '评估时未见可行性研究报告，应重新评估。' });
  // Till the new report is accepted the former conclusion holds.
  const reports = await owedOf(year, 'ex-ante-evaluation', 'ex-ante-report', 4);
  const fresh = reports.find(({ debtor, obligation }) => debtor === unit.person && obligation !== owed!.obligation);
  expect(await result()).toEqual([['50.00', 'reject']]);
  const { body: begun } = await unit.send('get', `/documents/${fresh!.documents[0]!}`).expect(200);
  expect(begun).toMatchObject({ version: 1, content: { scores: scored('10').scores } });
  expect(begun.title).toMatch(/（重新评估）$/);
  await unit.fill(fresh!.documents[0]!, scored('18'), 1);
  await unit.submit(fresh!);
  await review(bureau, fresh!, 'approve');
  expect(await result()).toEqual([['90.00', 'support']]);
  expect(await list(unit, `/objections?campaign=${year.campaign}&stage=ex-ante-evaluation`)).toMatchObject([
    { sustained: true, aboutKind: 'ex-ante-report' },
  ]);
});

/** Somebody else with this role in the year's district. */
async function another(year: LaunchedYear, role: string): Promise<Caller> {
  return office.as(await year.seated(role, `p.id <> '${year.bureau}'`));
}

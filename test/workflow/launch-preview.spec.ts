import { SAMPLES } from '#contracts/forms/samples.js';
import type { PlannedStage } from '#domain/policy/policy.js';
import { openApiOffice } from '../support/api-office.js';
import type { ApiOffice, Caller } from '../support/api-office.js';
import { eventually } from '../support/eventually.js';
import { LaunchedYear } from '../support/launched-year.js';

/** The second due day lies within the National Day week. */
const PLAN: PlannedStage[] = [
  { stage: 'ex-ante-evaluation', opens: '2022-09-01', due: '2022-09-30', chain: 'bureau', ladder: 'standard' },
  { stage: 'target-filing', opens: '2023-03-02', due: '2023-03-31', chain: 'filing', ladder: 'standard' },
  { stage: 'monitoring', opens: '2023-08-01', due: '2023-10-02', asOf: '2023-07-31', chain: 'filing', ladder: 'standard' },
];

interface Line {
  readonly [name: string]: unknown;
}
interface Foreseen {
  readonly stages: readonly (Line & { readonly key: string; readonly departments: readonly Line[] })[];
  readonly clashes: readonly { readonly code: string; readonly stage: string }[];
  readonly workloads: readonly Line[];
}

let office: ApiOffice;
let year: LaunchedYear;
let bureau: Caller;
let preview: Foreseen;
let stored: Line[];
let obligations: Line[];
let letters: Line[];

const items = async (path: string) => (await bureau.send('get', `/campaigns/${year.campaign}${path}`).expect(200)).body.items as Line[];

const foresee = async (it: LaunchedYear): Promise<void> => {
  year = it;
  bureau = await office.as(it.bureau);
  preview = (await bureau.send('get', `/campaigns/${it.campaign}/launch-preview`).expect(200)).body as Foreseen;
  obligations = await items('/launch-preview/target-filing/obligations');
  letters = await items('/launch-preview/target-filing/letters');
  stored = await it.rows(
    'select id from obligation where campaign_id = $1 union all select id from stage where campaign_id = $1 and opened_at is not null',
  );
};

beforeAll(async () => {
  office = await openApiOffice('2023-03-01T08:00');
  year = await LaunchedYear.launch(office, PLAN, foresee);
  await office.moveTo('2023-03-02T08:30', year.workflow, year.stageWorkflow('target-filing'));
  await year.isOpen('target-filing');
});
afterAll(() => office.close());

describe('what a launch will do', () => {
  it('is told before it, exactly, and nothing of it is stored', async () => {
    expect(stored).toEqual([]);
    const [past, filing, monitoring] = preview.stages;
    expect(past).toMatchObject({ skipped: true, known: null, obligations: 0 });
    expect(filing).toMatchObject({
      skipped: false,
      known: 'exact',
      obligations: 3,
      documents: 9,
      opens: '2023-03-02',
      closes: '2023-03-31',
    });
    expect(filing!.departments).toEqual([expect.objectContaining({ units: 3, obligations: 3, documents: 9 })]);
    expect(monitoring).toMatchObject({ obligations: 3, documents: 6, closesOnWorkingDay: false });
    expect(preview.clashes).toContainEqual(expect.objectContaining({ code: 'DUE_ON_DAY_OFF', stage: 'monitoring' }));
    expect(preview.workloads).toContainEqual(expect.objectContaining({ stage: 'target-filing', seat: 'performanceOffice', documents: 9 }));
  });

  it('names each obligation and each letter, and that is what is opened and sent', async () => {
    const opened = await year.rows<Line>(
      `select o.title, o.due_on::text as "dueOn", u.name as "unitName" from obligation o join budget_unit u on u.id = o.unit_id
       where o.campaign_id = $1 order by u.code`,
    );
    expect(obligations.map(({ title, dueOn, unitName }) => ({ title, dueOn, unitName }))).toEqual(opened);
    expect(obligations[0]!['rungs']).toHaveLength(6);
    const told = await year.rows<Line>(
      'select distinct n.person_id as person from outbox n join obligation o on o.id = n.obligation_id where o.campaign_id = $1',
    );
    expect(letters.map(({ person }) => person).sort()).toEqual(told.map(({ person }) => person).sort());
    expect(letters[0]).toMatchObject({ goesAt: '2023-03-02T01:10:00.000Z', urgent: false });
    expect(letters[0]!['subject']).toContain('绩效目标申报');
  });

  it('is not told of what is open already, nor to others than the bureau', async () => {
    const { body } = await bureau.send('get', `/campaigns/${year.campaign}/launch-preview`).expect(200);
    expect((body as Foreseen).stages[1]).toMatchObject({ status: 'open', known: null, obligations: 0 });
    const [owed] = await year.owed('target-filing');
    await (await office.as(owed!.debtor)).send('get', `/campaigns/${year.campaign}/launch-preview`).expect(403);
    await bureau.send('get', `/campaigns/${year.campaign}/launch-preview/no-such/obligations`).expect(404);
  });
});

describe('what a change will do', () => {
  it('is told before it is made, as it then happens', async () => {
    const wish = { key: 'target-filing', dueOn: '2023-03-15' };
    const { body } = await bureau.send('post', `/campaigns/${year.campaign}/reschedule-preview`, wish).expect(200);
    expect(body).toMatchObject({ from: { closes: '2023-03-31' }, to: { closes: '2023-03-15' }, unmoved: [] });
    expect(body.moved).toHaveLength(3);
    expect(body.moved[0]).toMatchObject({ fromDueOn: '2023-03-31', toDueOn: '2023-03-15', toFile: expect.any(Number) as number });
    expect((await year.owed('target-filing')).map(({ dueOn }) => dueOn)).toEqual(['2023-03-31', '2023-03-31', '2023-03-31']);
    const done = await bureau.send('post', `/campaigns/${year.campaign}/reschedule`, { ...wish, reason: '提前' }).expect(200);
    expect(done.body.detail).toMatchObject({ moved: 3 });
    expect((await year.owed('target-filing')).map(({ dueOn }) => dueOn)).toEqual(['2023-03-15', '2023-03-15', '2023-03-15']);
  });

  it('shows clashes that come and go, and refuses what the change would refuse', async () => {
    const ask = (body: object) => bureau.send('post', `/campaigns/${year.campaign}/reschedule-preview`, body);
    const { body } = await ask({ key: 'monitoring', dueOn: '2023-10-09' }).expect(200);
    expect([body.moved, body.newClashes]).toEqual([[], []]);
    expect(body.goneClashes).toContainEqual(expect.objectContaining({ code: 'DUE_ON_DAY_OFF' }));
    expect((await ask({ key: 'target-filing', dueOn: '2023-02-01' }).expect(422)).body.code).toBe('NOT_LATER');
    expect((await ask({ key: 'target-filing', opensOn: '2023-03-10' }).expect(409)).body.code).toBe('STAGE_ALREADY_OPEN');
    expect((await ask({ key: 'ex-ante-evaluation', dueOn: '2023-12-01' }).expect(409)).body.code).toBe('ALREADY_CLOSED');
    expect((await ask({ key: 'nowhere', dueOn: '2023-12-01' }).expect(404)).body.code).toBe('UNKNOWN_STAGE');
    await ask({ key: 'monitoring' }).expect(400);
  });
});

describe('the board', () => {
  const map = async (who: Caller) => (await who.send('get', `/campaigns/${year.campaign}/heat-map`).expect(200)).body as { rows: Line[] };
  const cellsOf = (row: Line) => row['cells'] as ({ state: string; filed: number; late: number; returned: number } | null)[];

  it('has a cell a unit and stage, worst first, within the caller’s place', async () => {
    const [first, second] = await year.owed('target-filing');
    const [unit, chief] = [await office.as(first!.debtor), await office.as(first!.department)];
    const other = await office.as(second!.debtor);
    for (const id of first!.documents) await unit.fill(id, SAMPLES.target);
    for (const id of second!.documents) await other.fill(id, SAMPLES.target);
    await unit.submit(first!);
    await other.submit(second!);
    const documents = [{ id: first!.documents[0] }];
    await chief.send('post', '/documents/review', { documents, verdict: 'return', reasons: [{ text: '指标不足。' }] }).expect(200);
    const { rows } = await map(bureau);
    const states = rows.map((row) => cellsOf(row).map((it) => it?.state ?? null));
    expect(
      states
        .filter(([, filing]) => filing !== null)
        .map(([, filing]) => filing)
        .sort(),
    ).toEqual(['filed', 'open', 'returned']);
    expect(states.every(([past, , monitoring]) => past === null && monitoring === 'not-due')).toBe(true);
    const filed = first!.documents.length - 1;
    const mine = await map(unit);
    expect(mine.rows).toHaveLength(1);
    expect(cellsOf(mine.rows[0]!)[1]).toMatchObject({ state: 'returned', returned: 1, filed, late: 0 });
    await office.moveTo('2023-03-16T10:00', ...(await year.owed('target-filing')).map(({ obligation }) => `obligation/${obligation}`));
    await eventually(async () => expect(cellsOf((await map(unit)).rows[0]!)[1]).toMatchObject({ state: 'late', late: 1, filed }));
  });

  it('stands beside a timeline with today, holidays and clashes', async () => {
    const { body } = await bureau.send('get', `/campaigns/${year.campaign}/timeline`).expect(200);
    expect(body).toMatchObject({ today: '2023-03-16', from: '2022-09-01', until: '2023-10-02' });
    expect(body.holidays).toContainEqual({ from: '2023-04-29', until: '2023-05-03', days: 5 });
    expect(body.workedWeekends).toContain('2023-05-06');
    expect(body.stages[1]).toMatchObject({ key: 'target-filing', status: 'open', closes: '2023-03-15', closesOnWorkingDay: true });
    expect(body.clashes).toContainEqual(expect.objectContaining({ code: 'DUE_ON_DAY_OFF', stage: 'monitoring' }));
  });
});

describe('what comes next', () => {
  it('is told of an obligation as it then happens if nobody acts', async () => {
    const third = (await year.owed('target-filing'))[2]!;
    const who = await office.as(third.debtor);
    const path = `/obligations/${third.obligation}/outlook`;
    const { body } = await who.send('get', path).expect(200);
    expect(body.waitsFor).toEqual([
      expect.objectContaining({ doing: 'file', documents: third.documents.length, until: '2023-03-15T16:00:00.000Z' }),
    ]);
    expect(body.waitsFor[0].people).toEqual([{ person: third.debtor, name: expect.any(String) as string }]);
    const [soonest] = body.next as { at: string; what: string; day: number; tells: { kind: string; people: { person: string }[] }[] }[];
    expect(body.next.map(({ day }: { day: number }) => day)).toEqual([3, 5]);
    expect(body.next[1]).toMatchObject({ what: 'rung', circulation: true, tells: [expect.objectContaining({ kind: 'circulation' })] });
    expect(body.then).toBe('open');
    await office.moveTo('2023-03-20T10:00', `obligation/${third.obligation}`);
    await eventually(async () => {
      const told = await year.rows<{ person: string }>(
        `select n.person_id as person from outbox n join obligation o on o.id = n.obligation_id
         where o.campaign_id = $1 and o.id = $2 and n.kind = 'escalation'`,
        third.obligation,
      );
      expect(told.map(({ person }) => person)).toEqual(soonest!.tells.flatMap(({ people }) => people.map(({ person }) => person)));
    });
    expect((await who.send('get', path)).body.next).toHaveLength(1);
  });

  it('is told of the year: what it waits for, what opens next, when the clock speaks', async () => {
    const { body } = await bureau.send('get', `/campaigns/${year.campaign}/outlook`).expect(200);
    expect(body.waitsFor).toEqual([expect.objectContaining({ key: 'target-filing', obligations: 3 })]);
    expect(body.opensNext).toEqual([expect.objectContaining({ key: 'monitoring', opensAt: '2023-07-31T16:00:00.000Z', after: [] })]);
    expect(body.next[0]).toMatchObject({ key: 'target-filing' });
    await (await office.as((await year.owed('target-filing'))[0]!.debtor)).send('get', `/campaigns/${year.campaign}/outlook`).expect(403);
  });

  it('is told of the days ahead, every figure with its rows, to everybody as far as they see', async () => {
    const at = `/campaigns/${year.campaign}/ahead`;
    const { body } = await bureau.send('get', `${at}?days=14`).expect(200);
    const risks = body.risks as Record<string, number>;
    expect(body).toMatchObject({ until: '2023-04-03T16:00:00.000Z', more: false });
    expect(risks).toMatchObject({ overdue: 2, silence: 0 });
    const rows = async (query: string) => items(`/ahead/obligations?days=14&limit=500${query}`);
    for (const [risk, count] of Object.entries(risks)) expect([risk, (await rows(`&risk=${risk}`)).length]).toEqual([risk, count]);
    for (const { day, risks: of } of body.days as { day: string; risks: Record<string, number> }[])
      for (const [risk, count] of Object.entries(of)) expect((await rows(`&risk=${risk}&day=${day}`)).length).toBe(count);
    for (const { person, obligations: held, limits } of body.reviewers as { person: string; obligations: number; limits: number }[]) {
      expect(await rows(`&reviewer=${person}`)).toHaveLength(held);
      expect(await rows(`&reviewer=${person}&risk=limit`)).toHaveLength(limits);
    }
    const overdue = (await rows('&risk=overdue')) as unknown as readonly { dueOn: string; owed: number }[];
    expect(overdue.filter(({ dueOn, owed }) => dueOn >= '2023-03-20' || owed === 0)).toEqual([]);
    const debtor = await office.as((await year.owed('target-filing'))[0]!.debtor);
    const own = await debtor.send('get', `${at}/obligations?days=14`).expect(200);
    expect(new Set((own.body.items as { unit: string }[]).map(({ unit }) => unit)).size).toBe(1);
  });
});

import { randomUUID } from 'node:crypto';
import type { Command } from '#domain/obligation/command.js';
import type { RungSpec, StepSpec } from '#domain/policy/policy.js';
import { eventually } from '../support/eventually.js';
import { keepHistory } from '../support/histories.js';
import { seedCampaign } from '../support/seed.js';
import type { SeededCampaign, Started } from '../support/seed.js';
import { openVirtualOffice } from '../support/virtual-office.js';
import type { VirtualOffice } from '../support/virtual-office.js';

const LADDER: readonly RungSpec[] = [
  { day: -3, remind: ['debtor'] },
  { day: 0, remind: ['debtor'] },
  { day: 1, remind: ['debtor', 'department'] },
  { day: 3, escalate: ['sectorOffice'] },
  { day: 5, escalate: ['sectorOffice'], notice: 'circulation' },
];
const TOGETHER: readonly StepSpec[] = [{ step: 'performanceOffice', who: 'performanceOffice', rule: 'all' }];

let office: VirtualOffice;
let year: SeededCampaign;

beforeAll(async () => {
  office = await openVirtualOffice('2026-03-02T08:00');
  year = await seedCampaign(office.source);
});
afterAll(() => office.close());

type Opening = NonNullable<Parameters<SeededCampaign['openObligation']>[1]>;
type Wish = Command extends infer C ? (C extends Command ? Omit<C, 'requestId'> : never) : never;

/** Opens an obligation and waits until its workflow has looked at its first instant. */
const open = async (opening: Opening): Promise<Started> => {
  const started = await year.openObligation(office, opening);
  const handle = office.client.workflow.getHandle(`obligation/${started.obligation}`);
  await eventually(async () => void (await handle.query('obligationState')));
  return started;
};
const act = ({ obligation }: Started, command: Wish) =>
  office.engine.act(obligation, { ...command, requestId: randomUUID() } as unknown as Command);
const refs = ({ documents }: Started) => documents.map((id) => ({ id }));
const moveTo = (instant: string, { obligation }: Started) => office.moveTo(instant, `obligation/${obligation}`);
const submit = (it: Started) => act(it, { name: 'submit', actor: it.people.clerk, documents: refs(it) });
const approve = (it: Started, actor: string) => act(it, { name: 'review', verdict: 'approve', actor, documents: refs(it) });

/** What the clock said, and when: `-3 2026-03-17 09:00`. */
const rungs = async ({ obligation }: Started): Promise<string[]> => {
  const rows: { said: string }[] = await office.source.query(
    `select concat(detail ->> 'rung', ' ', to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI')) as said
     from audit_entry where stream = $1 and type = 'rung' order by sequence`,
    [`obligation/${obligation}`],
  );
  return rows.map(({ said }) => said);
};
const told = async ({ obligation }: Started): Promise<Record<string, number>> => {
  const rows: { kind: string; count: number }[] = await office.source.query(
    'select kind, count(*)::int as count from outbox where obligation_id = $1 group by kind',
    [obligation],
  );
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]));
};
const statuses = async ({ obligation }: Started): Promise<string[]> => {
  const rows: { status: string }[] = await office.source.query('select distinct status from document where obligation_id = $1', [
    obligation,
  ]);
  return rows.map(({ status }) => status);
};
const audit = (stream: string, type: string): Promise<{ onBehalfOf: string | null; detail: Record<string, unknown> }[]> =>
  office.source.query('select on_behalf_of as "onBehalfOf", detail from audit_entry where stream = $1 and type = $2 order by sequence', [
    stream,
    type,
  ]);

it('is reminded, overdue, escalated and circulated at the instants of its ladder, each once', async () => {
  const it = await open({ dueOn: '2026-03-20', ladder: LADDER });
  await moveTo('2026-03-24T10:00', it);
  await submit(it);
  const reasons = [{ text: '请补充。' }];
  await act(it, { name: 'review', verdict: 'return', actor: it.people.department, documents: refs(it), reasons });
  await moveTo('2026-03-30T12:00', it);
  const planned = ['-3 2026-03-17 09:00', '0 2026-03-20 09:00', '1 2026-03-23 09:00', '3 2026-03-25 09:00', '5 2026-03-27 09:00'];
  await eventually(async () => expect(await rungs(it)).toEqual(planned));
  expect(await told(it)).toMatchObject({ reminder: 2, overdue: 2, escalation: 1, circulation: 1 });
  await submit(it);
  await approve(it, it.people.department);
  await approve(it, it.people.bureau);
  expect(await statuses(it)).toEqual(['approved']);
  await keepHistory(office.client, `obligation/${it.obligation}`, 'obligation-overdue-and-returned');
});

it('gets a new ladder with an extension, before its deadline and after it has passed', async () => {
  const it = await open({ dueOn: '2026-04-10', ladder: LADDER });
  const ask = (dueOn: string) => act(it, { name: 'requestExtension', actor: it.people.clerk, dueOn, reason: '数据未到' });
  const grant = () => act(it, { name: 'decideExtension', actor: it.people.bureau, grant: true, reason: '同意' });
  await moveTo('2026-04-08T10:00', it);
  await ask('2026-04-17');
  await grant();
  await moveTo('2026-04-21T10:00', it);
  const first = ['-3 2026-04-07 09:00', '-3 2026-04-14 09:00', '0 2026-04-17 09:00', '1 2026-04-20 09:00'];
  await eventually(async () => expect(await rungs(it)).toEqual(first));
  await ask('2026-04-24');
  await grant();
  await moveTo('2026-04-24T12:00', it);
  await eventually(async () => expect(await rungs(it)).toEqual([...first, '0 2026-04-24 09:00']));
  await act(it, { name: 'cancel', actor: it.people.bureau, documents: refs(it), reason: '并入下一年度' });
  await keepHistory(office.client, `obligation/${it.obligation}`, 'obligation-extended-late');
});

it('is returned to its sender unanswered where silence means that', async () => {
  const it = await open({ dueOn: '2026-05-08', silence: 'return' });
  await moveTo('2026-05-08T23:00', it);
  expect(await statuses(it)).toEqual(['open']);
  await moveTo('2026-05-09T00:01', it);
  await eventually(async () => expect(await statuses(it)).toEqual(['lapsed']));
  await keepHistory(office.client, `obligation/${it.obligation}`, 'obligation-lapsed');
});

it('is countersigned: it needs every reviewer of the step, and whoever was added to it', async () => {
  const it = await open({ dueOn: '2026-06-30', chain: TOGETHER });
  const { bureau, secondBureau, department } = it.people;
  await submit(it);
  await act(it, { name: 'addReviewer', actor: bureau, person: department, documents: refs(it), reason: '会签' });
  await approve(it, bureau);
  const again = await approve(it, bureau);
  expect(new Set(again.map(({ refusal }) => refusal?.code))).toEqual(new Set(['ALREADY_REVIEWED']));
  await approve(it, secondBureau);
  expect(await statuses(it)).toEqual(['in-review']);
  await approve(it, department);
  expect(await statuses(it)).toEqual(['approved']);
  await keepHistory(office.client, `obligation/${it.obligation}`, 'obligation-countersigned');
});

it('is decided by a delegate in the name of the absent, only while they are absent', async () => {
  const it = await open({ dueOn: '2026-07-31' });
  const { department, secondBureau, bureau, clerk } = it.people;
  await moveTo('2026-07-01T09:00', it);
  await act(it, { name: 'delegate', actor: null, from: department, to: secondBureau, fromOn: '2026-07-06', untilOn: '2026-07-10' });
  await submit(it);
  const early = await approve(it, secondBureau);
  expect(new Set(early.map(({ refusal }) => refusal?.code))).toEqual(new Set(['NOT_YOUR_STEP']));
  await act(it, { name: 'withdraw', actor: clerk, documents: refs(it) });
  await submit(it);
  await moveTo('2026-07-06T09:00', it);
  await approve(it, secondBureau);
  const [review] = await audit(`obligation/${it.obligation}`, 'review');
  expect(review!.onBehalfOf).toBe(department);
  await act(it, { name: 'transfer', actor: bureau, to: secondBureau, documents: refs(it), reason: '出差' });
  await approve(it, secondBureau);
  expect(await statuses(it)).toEqual(['approved']);
  await keepHistory(office.client, `obligation/${it.obligation}`, 'obligation-delegated');
});

it('passes a step whose time limit means approval, and reminds where it does not', async () => {
  const chain: readonly StepSpec[] = [
    { step: 'department', who: 'department', rule: 'any', within: 2, onLimit: 'approve' },
    { step: 'performanceOffice', who: 'performanceOffice', rule: 'any', within: 1 },
  ];
  const it = await open({ dueOn: '2026-08-31', chain });
  await moveTo('2026-08-03T09:00', it);
  await submit(it);
  await moveTo('2026-08-10T09:00', it);
  const limits = async () => (await audit(`obligation/${it.obligation}`, 'limit')).map(({ detail }) => detail['meaning']);
  await eventually(async () => expect(await limits()).toEqual(['approve', 'remind']));
  const late = await act(it, { name: 'review', verdict: 'approve', actor: it.people.department, documents: refs(it) });
  expect(new Set(late.map(({ outcome }) => outcome))).toEqual(new Set(['refused']));
  await approve(it, it.people.bureau);
  expect(await statuses(it)).toEqual(['approved']);
  await keepHistory(office.client, `obligation/${it.obligation}`, 'obligation-step-limits');
});

import fc from 'fast-check';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { RecordingActivitiesProvider } from '#activities/obligation/recording.activities.js';
import type { Recording } from '#contracts/obligation/obligation.contract.js';
import { open } from '#domain/obligation/open.js';
import type { ObligationState } from '#domain/obligation/state.js';
import { changedTerms, courseOf } from '#domain/obligation/terms.js';
import { nextWake } from '#domain/obligation/tick.js';
import { verifyAudit } from '#persistence/audit/verify-audit.js';
import { OutboxRepository } from '#persistence/notification/outbox.repository.js';
import { ObligationOpener } from '#persistence/obligation/obligation-opener.js';
import { ObligationRepository } from '#persistence/obligation/obligation.repository.js';
import { Clock } from '#platform/clock.js';
import { createDatabase } from '../../support/database.js';
import type { TestDatabase } from '../../support/database.js';
import { seedCampaign } from '../../support/seed.js';
import type { SeededCampaign } from '../../support/seed.js';
import { Drive, Table } from '../../property/drive.js';
import { breaches } from '../../property/invariants.js';
import { instant } from '../../property/plain-days.js';
import { inputOf, operation, PEOPLE, scenario } from '../../property/scenario.js';
import type { Scenario } from '../../property/plain-obligation.js';

const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 150);

let database: TestDatabase;
let source: DataSource;
let seeded: SeededCampaign;
let recorder: RecordingActivitiesProvider;

/** Collects the batches of a drive, each as often as the drive hands it over, to be played to the real recorder afterwards. */
class Tape extends Table {
  readonly batches: Recording[] = [];
  private written = this.state;

  override record(batch: Parameters<Table['record']>[0]): void {
    const { state } = batch;
    this.batches.push({ ...batch, state: courseOf(state), terms: changedTerms(this.written, state), next: nextWake(state) });
    this.written = state;
    super.record(batch);
  }
}

/** The names of the scenario's people and documents as ids of a run of its own. */
const renaming = (names: readonly string[]): { readonly ids: ReadonlyMap<string, string>; apply<T>(value: T): T } => {
  const ids = new Map(names.map((name) => [name, uuid()]));
  const rename = (value: unknown): unknown => {
    if (typeof value === 'string') return ids.get(value) ?? value;
    if (Array.isArray(value)) return value.map(rename);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, it]) => [ids.get(key) ?? key, rename(it)]));
  };
  return { ids, apply: <T>(value: T) => rename(value) as T };
};

beforeAll(async () => {
  database = await createDatabase();
  source = await new DataSource({ type: 'postgres', url: database.url, installExtensions: false }).initialize();
  seeded = await seedCampaign(source);
  recorder = new RecordingActivitiesProvider(source, new ObligationRepository(), new Clock(), []);
});

afterAll(async () => {
  await source.destroy();
  await database.drop();
});

/** Opens the scenario's obligation in the tables, under ids of its own. */
const openInTables = async (made: Scenario, ids: ReadonlyMap<string, string>, state: ObligationState): Promise<string> => {
  const { district, campaign, stage, unit } = seeded;
  const input = inputOf(made);
  const named = (people: readonly string[]): string[] => people.map((it) => ids.get(it)!);
  const draft = {
    ...{ district, campaign, stage, kind: 'feedback-receipt' as const, title: '随机', parent: null },
    place: { unit, department: unit, sectorOffice: null, agency: null },
    seats: Object.fromEntries(Object.entries(made.seats).map(([seat, people]) => [seat, named(people)])),
    documents: made.documents.map((id) => ({ id: ids.get(id)!, title: id })),
    ...{
      dueOn: made.dueOn,
      dayEndsAt: '24:00',
      ladder: input.ladder,
      chain: input.chain,
      silence: input.silence,
      calendar: state.calendar,
    },
  };
  const opener = new ObligationOpener(new OutboxRepository(), new Clock());
  const [id] = await source.transaction((manager) => opener.open(manager, [draft], instant(made.opensOn, 0)));
  return id!;
};

it('tables, audit and outbox hold what was decided, whatever was recorded twice or out of turn', async () => {
  await fc.assert(
    fc.asyncProperty(
      scenario,
      fc.array(operation, { minLength: 20, maxLength: 50, size: 'max' }),
      fc.nat(3),
      async (made, operations, late) => {
        const tape = new Tape(open(inputOf(made)));
        const drive = new Drive(made, tape);
        for (const it of operations) drive.run(it);
        drive.record();
        expect(breaches(tape.transitions, drive.model)).toEqual([]);

        const names = renaming([...PEOPLE, ...made.documents]);
        const id = await openInTables(made, names.ids, tape.state);
        for (const [i, batch] of tape.batches.entries()) {
          if (batch.transitions.length === 0) continue;
          const mine = names.apply({ ...batch, state: { ...batch.state, id } });
          const { ahead } = await recorder.recordTransitions(mine);
          // A batch that the drive hands over a second time finds the tables ahead; so does an old one that comes late.
          if (ahead) expect(ahead.sequence).toBeGreaterThan(batch.after);
          const old = tape.batches[i - 1 - late];
          if (old && old.transitions.length > 0) {
            const again = await recorder.recordTransitions(names.apply({ ...old, state: { ...old.state, id } }));
            expect(again.ahead?.sequence).toBeGreaterThanOrEqual(batch.state.sequence);
          }
        }
        await agreesWithTables(id, names.apply(tape.state), tape, names);
      },
    ),
    { numRuns: RUNS },
  );
  expect((await verifyAudit(source)).breaches).toEqual([]);
}, 300_000);

const agreesWithTables = async (id: string, state: ObligationState, tape: Tape, names: ReturnType<typeof renaming>): Promise<void> => {
  const [row] = await source.query(
    'select sequence, status, due_on::text as due, deadline_serial as serial from obligation where id = $1',
    [id],
  );
  const { sequence, status, deadline } = state;
  if (sequence > 0) expect(await new ObligationRepository().stateOf(source.manager, id)).toEqual({ ...state, id });
  expect(row).toEqual({ sequence, status, due: deadline.dueOn, serial: deadline.serial });
  const documents = await source.query('select id, status, round from document where obligation_id = $1 order by id', [id]);
  const expected = Object.values(state.documents).map((it) => ({ id: it.id, status: it.status, round: it.round }));
  expect(documents).toEqual(expected.sort((a, b) => (a.id < b.id ? -1 : 1)));
  const audit: { sequence: number; type: string }[] = await source.query(
    'select sequence, type from audit_entry where stream = $1 order by sequence',
    [`obligation/${id}`],
  );
  expect(audit.slice(1)).toEqual(tape.transitions.map((it) => ({ sequence: it.sequence, type: it.type })));
  const told: { key: string }[] = await source.query(`select key from outbox where obligation_id = $1 and kind <> 'opened'`, [id]);
  const notices = tape.transitions.flatMap((it) => names.apply(it.notices));
  const keys = notices.flatMap(({ key, kind, to }) => to.map((person) => `${id}:${key}:${kind}:${person}`));
  expect(told.map(({ key }) => key).sort()).toEqual([...new Set(keys)].sort());
  const tasks: { at: string }[] = await source.query(`select document_id || ' ' || person_id as at from task where obligation_id = $1`, [
    id,
  ]);
  const last = new Map(tape.transitions.flatMap((it) => names.apply(it.documents)).map((change) => [change.id, change.turn]));
  // Every scenario begins with the same debtors.
  const debtors = names.apply(['u1', 'u2']);
  const turns = Object.keys(state.documents).flatMap((document) =>
    (last.get(document) ?? debtors).map((person) => `${document} ${person}`),
  );
  expect(tasks.map(({ at }) => at).sort()).toEqual(turns.sort());
};

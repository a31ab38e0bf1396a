import { v7 as uuid } from 'uuid';
import type { DataSource } from 'typeorm';
import type { Calendar } from '#domain/calendar/calendar.js';
import { addDays, packCalendar } from '#domain/calendar/calendar.js';
import type { ClockTime, Day, RungSpec, Silence, StepSpec } from '#domain/policy/policy.js';
import type { DocumentKind } from '#domain/stage/document-kind.js';
import { OutboxRepository } from '#persistence/notification/outbox.repository.js';
import { ObligationOpener } from '#persistence/obligation/obligation-opener.js';
import { ObligationStarter } from '#activities/obligation/obligation-starter.js';
import type { Office } from './office.js';

const FIRST_DAY = '2025-01-01';
const DAYS = 365 * 5;

/** Monday to Friday, 2025 to 2029: for tests of the engine, which are not about holidays. */
const weekdays = (): Calendar => {
  const working = Array.from({ length: DAYS }, (_, i) => ![0, 6].includes(new Date(`${addDays(FIRST_DAY, i)}T00:00:00Z`).getUTCDay()));
  return packCalendar({ version: 'weekdays', firstDay: FIRST_DAY, beginsAt: Date.parse(`${FIRST_DAY}T00:00:00+08:00`) }, working);
};

/** The day that lies `days` ahead of today in Asia/Shanghai. */
export const inDays = (days: number): Day => new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

export interface People {
  readonly clerk: string;
  readonly department: string;
  readonly bureau: string;
  readonly secondBureau: string;
}

interface Wish {
  readonly kind?: DocumentKind;
  readonly dueOn?: Day;
  readonly dayEndsAt?: ClockTime;
  readonly ladder?: readonly RungSpec[];
  readonly chain?: readonly StepSpec[];
  readonly silence?: Silence;
  readonly documents?: number;
}

export interface Started {
  readonly obligation: string;
  readonly documents: readonly string[];
  readonly people: People;
}

export interface SeededCampaign {
  readonly district: string;
  readonly campaign: string;
  readonly stage: string;
  readonly people: People;
  readonly unit: string;
  /** Opens one obligation for a unit, as a stage does, and starts its workflow. */
  openObligation(office: Office, wish?: Wish): Promise<Started>;
}

const CHAIN: readonly StepSpec[] = [
  { step: 'department', who: 'department', rule: 'any' },
  { step: 'performanceOffice', who: 'performanceOffice', rule: 'any' },
];

const insertPerson = async (source: DataSource, district: string, role: string, place: { unit?: string }): Promise<string> => {
  const id = uuid();
  await source.query(`insert into person (id, district_id, email, name, password_hash) values ($1, $2, $3, $4, 'none')`, [
    id,
    district,
    `${id}@example.org`,
    role,
  ]);
  await source.query('insert into role_grant (id, person_id, role, district_id, unit_id) values ($1, $2, $3, $4, $5)', [
    uuid(),
    id,
    role,
    place.unit === undefined ? district : null,
    place.unit ?? null,
  ]);
  return id;
};

/** A district with one department of one unit, a clerk, a department reviewer and two of the bureau, and a running campaign. */
export async function seedCampaign(source: DataSource): Promise<SeededCampaign> {
  const [district, unit, policy, campaign, stage] = [uuid(), uuid(), uuid(), uuid(), uuid()];
  const calendar = weekdays();
  await source.query(`insert into district (id, code, name, origin) values ($1, $2, '试点区', 'generated')`, [district, district]);
  await source.query(
    `insert into budget_unit (id, district_id, parent_id, department_id, code, name) values ($1, $2, null, $1, '101001', '区教育局')`,
    [unit, district],
  );
  await source.query(
    `insert into policy (id, district_id, fiscal_year, version, hash, yaml, content, created_at) values ($1, $2, 2026, 1, 'h', '', '{}', now())`,
    [policy, district],
  );
  await source.query(
    `insert into campaign (id, district_id, fiscal_year, policy_id, policy_hash, policy, calendar, status) values ($1, $2, 2026, $3, 'h', '{}', $4, 'running')`,
    [campaign, district, policy, calendar],
  );
  await source.query(
    `insert into stage (id, campaign_id, key, name, plan, position, status) values ($1, $2, 'target-filing', 'target-filing', '{}', 0, 'open')`,
    [stage, campaign],
  );
  const people = {
    clerk: await insertPerson(source, district, 'unit', { unit }),
    department: await insertPerson(source, district, 'department', { unit }),
    bureau: await insertPerson(source, district, 'bureau', {}),
    secondBureau: await insertPerson(source, district, 'bureau', {}),
  };

  const openObligation = async ({ clock, engine }: Office, wish: Wish = {}): Promise<Started> => {
    const opener = new ObligationOpener(new OutboxRepository(), clock);
    const documents = Array.from({ length: wish.documents ?? 3 }, (_, i) => ({ id: uuid(), title: `目标${String(i + 1)}` }));
    const draft = {
      district,
      campaign,
      stage,
      kind: wish.kind ?? ('feedback-receipt' as const),
      title: '区教育局 绩效目标申报',
      place: { unit, department: unit, sectorOffice: null, agency: null },
      seats: {
        debtor: [people.clerk],
        department: [people.department],
        performanceOffice: [people.bureau, people.secondBureau],
        sectorOffice: [people.bureau],
      },
      documents,
      dueOn: wish.dueOn ?? inDays(30),
      dayEndsAt: wish.dayEndsAt ?? '24:00',
      ladder: wish.ladder ?? [],
      chain: wish.chain ?? CHAIN,
      silence: wish.silence ?? ('none' as const),
      calendar: { ...calendar, beginsAt: clock.toEngine(calendar.beginsAt) },
      parent: null,
    };
    const [obligation] = await source.transaction((manager) => opener.open(manager, [draft], clock.toEngine(clock.now())));
    await new ObligationStarter(source, engine).start([obligation!]);
    return { obligation: obligation!, documents: documents.map(({ id }) => id), people };
  };
  return { district, campaign, stage, unit, people, openObligation };
}

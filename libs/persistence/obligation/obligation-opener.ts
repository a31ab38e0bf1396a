import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { dayOf, instantOf } from '#domain/calendar/calendar.js';
import type { Calendar } from '#domain/calendar/calendar.js';
import { open } from '#domain/obligation/open.js';
import { courseOf, termsOf } from '#domain/obligation/terms.js';
import { nextWake } from '#domain/obligation/tick.js';
import { inSeat } from '#domain/obligation/state.js';
import type { Deadline, ObligationState, Person } from '#domain/obligation/state.js';
import type { ClockTime, Day, RungSpec, Silence, StepSpec } from '#domain/policy/policy.js';
import type { DocumentKind } from '#domain/stage/document-kind.js';
import type { Seat } from '#domain/stage/stage.js';
import { appendAudit } from '#persistence/audit/append-audit.js';
import type { AuditEntry } from '#persistence/audit/append-audit.js';
import { OutboxRepository } from '#persistence/notification/outbox.repository.js';
import { Clock } from '#platform/clock.js';

/** Where a debtor stands in the organisation: what decides who sees its documents. */
export interface Place {
  readonly unit: string | null;
  readonly department: string | null;
  readonly sectorOffice: string | null;
  readonly agency: string | null;
}

export interface DocumentDraft {
  readonly id?: string;
  readonly title: string;
  readonly kind?: DocumentKind;
  readonly project?: string | null;
  readonly subject?: string | null;
}

/** An obligation to be opened. */
export interface ObligationDraft {
  readonly district: string;
  readonly campaign: string;
  readonly stage: string;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly place: Place;
  readonly seats: Readonly<Partial<Record<Seat, readonly Person[]>>>;
  readonly documents: readonly DocumentDraft[];
  readonly dueOn: Day;
  readonly dayEndsAt: ClockTime;
  readonly ladder: readonly RungSpec[];
  readonly chain: readonly StepSpec[];
  readonly silence: Silence;
  readonly calendar: Calendar;
  readonly parent: string | null;
  readonly openedBy?: string;
}

interface Absence {
  readonly from: Person;
  readonly to: Person;
  readonly fromOn: Day;
  readonly untilOn: Day;
}

interface Opened {
  readonly draft: ObligationDraft;
  readonly state: ObligationState;
  readonly documents: readonly (DocumentDraft & { readonly id: string })[];
}

/** Obligations that are opened together mostly share their deadline. */
interface Prepared {
  readonly draft: ObligationDraft;
  readonly deadline: Deadline;
}

const iso = (ms: number): string => new Date(ms).toISOString();

/** Opens obligations for any number of debtors at once: rows, tasks, audit and outbox in the caller's transaction, a handful of statements. */
@Injectable()
export class ObligationOpener {
  constructor(
    private readonly outbox: OutboxRepository,
    private readonly clock: Clock,
  ) {}

  /** `now`: the engine's instant, ms. Answers the ids in the order of the drafts. */
  async open(manager: EntityManager, drafts: readonly ObligationDraft[], now: number): Promise<readonly string[]> {
    if (drafts.length === 0) return [];
    const absences = await this.absences(manager, drafts, now);
    const deadlines = new Map<string, Prepared>();
    const opened = drafts.map((draft) => this.prepare(draft, absences, now, deadlines));
    const at = new Date(this.clock.toBusiness(now));
    await this.insertObligations(manager, opened, at);
    await this.insertDocuments(manager, opened, at);
    await this.insertTasks(manager, opened);
    await appendAudit(
      manager,
      opened.map((it) => this.auditOf(it, at)),
    );
    await this.outbox.put(
      manager,
      opened.flatMap((it) => this.noticesOf(it, at)),
    );
    return opened.map(({ state }) => state.id);
  }

  /** Who is absent now or will be, and who stands in (委托). */
  private async absences(manager: EntityManager, [first]: readonly ObligationDraft[], now: number): Promise<readonly Absence[]> {
    return manager.query(
      `select from_person_id as "from", to_person_id as "to", from_on::text as "fromOn", until_on::text as "untilOn"
       from delegation where until_on >= $1::date order by from_on`,
      [dayOf(first!.calendar, now)],
    );
  }

  private prepare(draft: ObligationDraft, absences: readonly Absence[], now: number, deadlines: Map<string, Prepared>): Opened {
    const documents = draft.documents.map((document) => ({ ...document, id: document.id ?? uuid() }));
    const { dueOn, dayEndsAt, ladder, chain, silence, calendar, parent, seats, kind } = draft;
    const spec = { dueOn, dayEndsAt, ladder, chain, silence, calendar, parent, seats, kind };
    const same = deadlines.get(dueOn);
    const laid = same?.draft.ladder === ladder && same.draft.calendar === calendar && same.draft.dayEndsAt === dayEndsAt;
    const input = { ...spec, id: uuid(), documents: documents.map(({ id }) => id), opensAt: now, timer: 'standing' as const };
    const state = open(input, laid ? same.deadline : undefined);
    deadlines.set(dueOn, { draft, deadline: state.deadline });
    const people = new Set(Object.values(seats).flat());
    const delegations = absences
      .filter(({ from }) => people.has(from))
      .map(({ from, to, fromOn, untilOn }) => ({
        from,
        to,
        fromAt: instantOf(calendar, fromOn, '00:00'),
        untilAt: instantOf(calendar, untilOn, '24:00'),
      }));
    return { draft, documents, state: { ...state, delegations } };
  }

  private async insertObligations(manager: EntityManager, opened: readonly Opened[], at: Date): Promise<void> {
    const rows = opened.map(({ draft, state }) => {
      const wake = nextWake(state);
      return {
        id: state.id,
        district_id: draft.district,
        campaign_id: draft.campaign,
        stage_id: draft.stage,
        kind: draft.kind,
        title: draft.title,
        ...placeColumns(draft.place),
        terms: termsOf(state),
        state: courseOf(state),
        parent: draft.parent,
        opened_by: draft.openedBy ?? null,
        status: state.status,
        opened_at: at.toISOString(),
        due_on: state.deadline.dueOn,
        due_at: iso(this.clock.toBusiness(state.deadline.dueAt)),
        next_at: wake && iso(this.clock.toBusiness(wake.at)),
        next_what: wake && wake.what,
      };
    });
    const columns =
      'id, district_id, campaign_id, stage_id, kind, title, unit_id, department_id, sector_office_id, agency_id, terms, state, parent, opened_by, status, opened_at, due_on, due_at, next_at, next_what';
    await manager.query(
      `insert into obligation (${columns}) select ${columns} from jsonb_populate_recordset(null::obligation, $1::text::jsonb)`,
      [JSON.stringify(rows)],
    );
  }

  private async insertDocuments(manager: EntityManager, opened: readonly Opened[], at: Date): Promise<void> {
    const rows = opened.flatMap(({ draft, state, documents }) => documents.map((document) => ({ draft, state, document })));
    const column = <T>(pick: (row: (typeof rows)[number]) => T): T[] => rows.map(pick);
    await manager.query(
      `insert into document (id, obligation_id, title, kind, project_id, subject_id, district_id, campaign_id, stage_id,
         unit_id, department_id, sector_office_id, agency_id, due_at, status, changed_at)
       select d.id, o.id, d.title, coalesce(d.kind, o.kind), d.project_id, d.subject_id, o.district_id, o.campaign_id, o.stage_id,
         o.unit_id, o.department_id, o.sector_office_id, o.agency_id, o.due_at, 'open', $7
       from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::uuid[])
         as d (id, obligation_id, title, kind, project_id, subject_id)
       join obligation o on o.id = d.obligation_id`,
      [
        column(({ document }) => document.id),
        column(({ state }) => state.id),
        column(({ document }) => document.title),
        column(({ document }) => document.kind ?? null),
        column(({ document }) => document.project ?? null),
        column(({ document }) => document.subject ?? null),
        at.toISOString(),
      ],
    );
  }

  private async insertTasks(manager: EntityManager, opened: readonly Opened[]): Promise<void> {
    const rows = opened.flatMap(({ state, documents }) =>
      documents.flatMap(({ id }) => inSeat(state, 'debtor').map((person) => ({ id, person, obligation: state.id }))),
    );
    await manager.query(
      `insert into task (document_id, person_id, obligation_id, doing, due_at)
       select t.document_id, t.person_id, o.id, 'file', o.due_at
       from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as t (document_id, person_id, obligation_id) join obligation o on o.id = t.obligation_id`,
      [rows.map(({ id }) => id), rows.map(({ person }) => person), rows.map(({ obligation }) => obligation)],
    );
  }

  private auditOf({ draft, state, documents }: Opened, at: Date): AuditEntry {
    return {
      stream: `obligation/${state.id}`,
      sequence: 0,
      districtId: draft.district,
      at,
      actorId: null,
      onBehalfOf: null,
      type: 'open',
      detail: {
        kind: draft.kind,
        title: draft.title,
        dueOn: draft.dueOn,
        calendar: draft.calendar.version,
        documents: documents.map(({ id }) => id),
      },
    };
  }

  private noticesOf({ state, documents }: Opened, at: Date) {
    return inSeat(state, 'debtor').map((person) => ({
      key: `${state.id}:open:opened:${person}`,
      person,
      obligation: state.id,
      kind: 'opened',
      at,
      detail: { documents: documents.map(({ id }) => id) },
    }));
  }
}

const placeColumns = ({ unit, department, sectorOffice, agency }: Place) => ({
  unit_id: unit,
  department_id: department,
  sector_office_id: sectorOffice,
  agency_id: agency,
});

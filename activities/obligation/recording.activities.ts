import { Inject, Injectable } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Recorded, Recording, RecordingActivities } from '#contracts/obligation/obligation.contract.js';
import type { DocumentKind } from '#domain/stage/document-kind.js';
import type { DocumentChange, Transition } from '#domain/obligation/transition.js';
import type { AuditEntry } from '#persistence/audit/append-audit.js';
import type { OutboxMessage } from '#persistence/notification/outbox.repository.js';
import { ObligationRepository } from '#persistence/obligation/obligation.repository.js';
import type { ObligationRow } from '#persistence/obligation/obligation.repository.js';
import type { Batch } from '#persistence/obligation/record-statement.js';
import { Clock } from '#platform/clock.js';
import { EFFECT_SOURCES } from './effects.js';
import type { Effect, EffectSource } from './effects.js';

/** The last change of each document of the batch. */
const netChanges = (transitions: readonly Transition[]): readonly DocumentChange[] => [
  ...new Map(transitions.flatMap(({ documents }) => documents.map((change) => [change.id, change] as const))).values(),
];

/** The content that was checked is what is filed, whatever was typed since; a submission that names no version files the newest. */
const filedVersions = ({ documents, detail }: Transition): (readonly [string, number | null])[] => {
  const { versions } = detail as { readonly versions: Readonly<Record<string, number>> };
  return documents.map(({ id }) => [id, versions[id] ?? null]);
};

/** The longest reason that a message quotes; the whole of it stands in the trail. */
const QUOTED = 300;

/** Why it happened, in the words of whoever acted. */
const reasonOf = ({ detail }: Transition): { readonly reason?: string } => {
  const { reason, reasons = [] } = detail as { readonly reason?: string; readonly reasons?: readonly { readonly text: string }[] };
  const said = reason ?? [...new Set(reasons.map(({ text }) => text))].join('；');
  return said === '' ? {} : { reason: said.slice(0, QUOTED) };
};

/** Transitions that may move the due day of documents that are not among those changed. */
const MOVING: readonly string[] = ['decideExtension', 'moveDeadline', 'recalendar'];
const ACCEPTED = ['approved', 'consented'] as const;

const acceptedIn = (transitions: readonly Transition[], how: (typeof ACCEPTED)[number]): readonly string[] =>
  transitions.flatMap(({ documents }) => documents.filter(({ to }) => to === how).map(({ id }) => id));

/** Persists what an obligation has decided: every transition once, in order, with all that belongs to it, in one transaction. */
@Injectable()
export class RecordingActivitiesProvider implements RecordingActivities {
  constructor(
    private readonly source: DataSource,
    private readonly obligations: ObligationRepository,
    private readonly clock: Clock,
    @Inject(EFFECT_SOURCES) private readonly rooms: readonly EffectSource[],
  ) {}

  async recordTransitions(recording: Recording): Promise<Recorded> {
    if (recording.transitions.length === 0) return this.source.transaction((manager) => this.compare(manager, recording));
    const batch = this.batchOf(recording);
    return this.isWhole(recording) ? this.recordAlone(batch) : this.recordWithEffects(batch);
  }

  /** Is all that belongs to the recording in its one statement? */
  private isWhole({ state, transitions }: Recording): boolean {
    if (transitions.some(({ type }) => MOVING.includes(type))) return false;
    return !this.effectOf(state.kind) || ACCEPTED.every((how) => acceptedIn(transitions, how).length === 0);
  }

  /** One statement, one round trip: it is its own transaction. */
  private async recordAlone(batch: Batch): Promise<Recorded> {
    const runner = this.source.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      const recorded = await this.obligations.record(client, batch, this.auditOf(batch.recording));
      recorded?.committed();
      if (recorded) return { opened: [], ahead: null };
    } finally {
      await runner.release();
    }
    return this.source.transaction((manager) => this.ahead(manager, batch.recording.state.id));
  }

  private async recordWithEffects(batch: Batch): Promise<Recorded> {
    const { state, transitions } = batch.recording;
    let committed = (): void => undefined;
    const answer = await this.source.transaction(async (manager) => {
      const client = (await manager.queryRunner!.connect()) as PoolClient;
      const recorded = await this.obligations.record(client, batch, this.auditOf(batch.recording));
      if (!recorded) return this.ahead(manager, state.id);
      const { row } = recorded;
      if (transitions.some(({ type }) => MOVING.includes(type))) await this.obligations.moveDue(manager, row);
      const effects = await this.applyEffects(manager, row, transitions);
      ({ committed } = recorded);
      return { opened: effects > 0 ? await this.obligations.unstartedOpenedBy(manager, row.id) : [], ahead: null };
    });
    committed();
    return answer;
  }

  /** Nothing to record, but a doubt whether the workflow knows all that stands in the tables. */
  private async compare(manager: EntityManager, { state, after }: Recording): Promise<Recorded> {
    const recorded = await this.ahead(manager, state.id);
    return recorded.ahead?.sequence === after ? { ...recorded, ahead: null } : recorded;
  }

  private async ahead(manager: EntityManager, obligation: string): Promise<Recorded> {
    return {
      opened: await this.obligations.unstartedOpenedBy(manager, obligation),
      ahead: await this.obligations.stateOf(manager, obligation),
    };
  }

  private batchOf(recording: Recording): Batch {
    const { transitions } = recording;
    return {
      recording,
      changes: netChanges(transitions),
      filed: new Map(transitions.filter(({ type }) => type === 'submit').flatMap(filedVersions)),
      messages: this.messagesOf(recording),
      toBusiness: (ms) => this.clock.toBusiness(ms),
    };
  }

  private auditOf({ state, transitions }: Recording): AuditEntry[] {
    return transitions.map((it) => ({
      stream: `obligation/${state.id}`,
      sequence: it.sequence,
      // The statement takes it from the obligation's line.
      districtId: null,
      at: new Date(this.clock.toBusiness(it.at)),
      actorId: it.actor,
      onBehalfOf: it.onBehalfOf,
      type: it.type,
      detail: {
        ...(it.detail as object),
        ...(it.requestId === null ? {} : { request: it.requestId }),
        documents: it.documents.map(({ id, from, to, step, round }) => ({ id, from, to, step, round })),
      },
    }));
  }

  private messagesOf({ state, transitions }: Recording): OutboxMessage[] {
    return transitions.flatMap((transition) =>
      transition.notices.flatMap(({ key, kind, to }) =>
        to.map((person) => ({
          key: `${state.id}:${key}:${kind}:${person}`,
          person,
          obligation: state.id,
          kind,
          at: new Date(this.clock.toBusiness(transition.at)),
          detail: {
            sequence: transition.sequence,
            type: transition.type,
            ...reasonOf(transition),
            documents: transition.documents.map(({ id }) => id),
          },
        })),
      ),
    );
  }

  private effectOf(kind: string): Effect | undefined {
    return this.rooms.map(({ effects }) => effects[kind as DocumentKind]).find(Boolean);
  }

  /** How many effects ran. */
  private async applyEffects(manager: EntityManager, row: ObligationRow, transitions: readonly Transition[]): Promise<number> {
    const effect = this.effectOf(row.kind);
    if (!effect) return 0;
    let ran = 0;
    for (const how of ACCEPTED) {
      const documents = acceptedIn(transitions, how);
      if (documents.length === 0) continue;
      const at = this.clock.toBusiness(transitions.at(-1)!.at);
      await effect(manager, { obligation: row, documents, at, how });
      ran += 1;
    }
    return ran;
  }
}

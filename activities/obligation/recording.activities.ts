import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import type { Recorded, Recording, RecordingActivities } from '#contracts/obligation/obligation.contract.js';
import type { DocumentKind } from '#domain/stage/document-kind.js';
import type { DocumentChange, Transition } from '#domain/obligation/transition.js';
import { appendAudit } from '#persistence/audit/append-audit.js';
import { OutboxRepository } from '#persistence/notification/outbox.repository.js';
import type { OutboxMessage } from '#persistence/notification/outbox.repository.js';
import { ObligationRepository } from '#persistence/obligation/obligation.repository.js';
import type { Filed, ObligationRow } from '#persistence/obligation/obligation.repository.js';
import { Clock } from '#platform/clock.js';
import { EFFECT_SOURCES } from './effects.js';
import type { EffectSource } from './effects.js';

/** The last change of each document of the batch. */
const netChanges = (transitions: readonly Transition[]): readonly DocumentChange[] => [
  ...new Map(transitions.flatMap(({ documents }) => documents.map((change) => [change.id, change] as const))).values(),
];

/** The content that was checked is what is filed, whatever was typed since; a submission that names no version files the newest. */
const filedVersions = ({ documents, detail }: Transition): Filed[] => {
  const { versions } = detail as { readonly versions: Readonly<Record<string, number>> };
  return documents.map(({ id }) => ({ id, version: versions[id] ?? null }));
};

/** Persists what an obligation has decided: every transition once, in order, with all that belongs to it, in one transaction. */
@Injectable()
export class RecordingActivitiesProvider implements RecordingActivities {
  constructor(
    private readonly source: DataSource,
    private readonly obligations: ObligationRepository,
    private readonly outbox: OutboxRepository,
    private readonly clock: Clock,
    @Inject(EFFECT_SOURCES) private readonly rooms: readonly EffectSource[],
  ) {}

  async recordTransitions(recording: Recording): Promise<Recorded> {
    return this.source.transaction(async (manager) => {
      if (recording.transitions.length === 0) return this.compare(manager, recording);
      const row = await this.obligations.advance(manager, recording, (ms) => this.clock.toBusiness(ms));
      if (!row) return this.ahead(manager, recording.state.id);
      await this.writeDocuments(manager, row, recording);
      await this.writeAudit(manager, row, recording.transitions);
      await this.outbox.put(manager, this.messagesOf(row, recording.transitions));
      const effects = await this.applyEffects(manager, row, recording.transitions);
      const opened = effects > 0 ? await this.obligations.unstartedOpenedBy(manager, row.id) : [];
      return { opened, ahead: null };
    });
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

  private async writeDocuments(manager: EntityManager, row: ObligationRow, { transitions }: Recording): Promise<void> {
    const changes = netChanges(transitions);
    const filed = transitions.filter(({ type }) => type === 'submit').flatMap(filedVersions);
    const toBusiness = (ms: number): number => this.clock.toBusiness(ms);
    if (changes.length > 0) await this.obligations.applyChanges(manager, row, changes, filed, transitions.at(-1)!.at, toBusiness);
    if (transitions.some(({ type }) => ['decideExtension', 'moveDeadline', 'recalendar'].includes(type))) {
      await this.obligations.moveDue(manager, row);
    }
  }

  private async writeAudit(manager: EntityManager, row: ObligationRow, transitions: readonly Transition[]): Promise<void> {
    await appendAudit(
      manager,
      transitions.map((it) => ({
        stream: `obligation/${row.id}`,
        sequence: it.sequence,
        districtId: row.district_id,
        at: new Date(this.clock.toBusiness(it.at)),
        actorId: it.actor,
        onBehalfOf: it.onBehalfOf,
        type: it.type,
        detail: {
          ...(it.detail as object),
          documents: it.documents.map(({ id, from, to, step, round }) => ({ id, from, to, step, round })),
        },
      })),
    );
  }

  private messagesOf(row: ObligationRow, transitions: readonly Transition[]): OutboxMessage[] {
    return transitions.flatMap((transition) =>
      transition.notices.flatMap(({ key, kind, to }) =>
        to.map((person) => ({
          key: `${row.id}:${key}:${kind}:${person}`,
          person,
          obligation: row.id,
          kind,
          at: new Date(this.clock.toBusiness(transition.at)),
          detail: { sequence: transition.sequence, type: transition.type, documents: transition.documents.map(({ id }) => id) },
        })),
      ),
    );
  }

  /** How many effects ran. */
  private async applyEffects(manager: EntityManager, row: ObligationRow, transitions: readonly Transition[]): Promise<number> {
    const effect = this.rooms.map(({ effects }) => effects[row.kind as DocumentKind]).find(Boolean);
    if (!effect) return 0;
    let ran = 0;
    for (const how of ['approved', 'consented'] as const) {
      const accepted = transitions.flatMap(({ documents }) => documents.filter(({ to }) => to === how).map(({ id }) => id));
      if (accepted.length === 0) continue;
      const at = this.clock.toBusiness(transitions.at(-1)!.at);
      await effect(manager, { obligation: row, documents: accepted, at, how });
      ran += 1;
    }
    return ran;
  }
}

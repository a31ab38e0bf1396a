import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { groupBy } from '#domain/group-by.js';
import type { RecheckContent } from '#domain/rectification/content.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import { RecheckRepository } from '#persistence/campaign/recheck.repository.js';
import type { CheckedItem } from '#persistence/campaign/recheck.repository.js';
import { RectificationRepository } from '#persistence/campaign/rectification.repository.js';
import { loadSeats } from '#persistence/campaign/seats.js';
import { OutboxRepository } from '#persistence/notification/outbox.repository.js';
import { DocumentRepository } from '#persistence/obligation/document.repository.js';
import { ObligationOpener } from '#persistence/obligation/obligation-opener.js';
import type { ObligationRow } from '#persistence/obligation/obligation.repository.js';
import type { ObligationDraft } from '#persistence/obligation/obligation-opener.js';
import { Clock } from '#platform/clock.js';
import { ObjectionDesk } from '../objection/objection-desk.js';
import { isSustained } from '../objection/settlement.js';
import type { Settled, Settlement } from '../objection/settlement.js';
import type { Acceptance } from '../obligation/effects.js';
import { commonOf } from '../stage/draft.js';
import { RecordedDraws } from '../stage/recorded-draws.js';
import type { Opening } from '../stage/room.js';

const NOWHERE = { unit: null, department: null, sectorOffice: null, agency: null };

interface NotConfirmed extends CheckedItem {
  readonly item: string;
  readonly found: string;
}

/** 现场复核: once all items are closed a recorded draw says which are looked at on site; what is not confirmed the unit owes again. */
@Injectable()
export class RecheckDesk implements Settlement {
  readonly settles = 'rectification-recheck';

  constructor(
    private readonly campaigns: CampaignRepository,
    private readonly rechecks: RecheckRepository,
    private readonly rectification: RectificationRepository,
    private readonly documents: DocumentRepository,
    private readonly draws: RecordedDraws,
    private readonly opener: ObligationOpener,
    private readonly outbox: OutboxRepository,
    private readonly objections: ObjectionDesk,
    private readonly clock: Clock,
  ) {}

  /** Draws and opens the bureau's obligation. Answers how many parts that opened; asked again, none. */
  async begin(opening: Opening): Promise<number> {
    const { manager, stage, now } = opening;
    const { recheck } = stage.campaign.policy.rectification ?? {};
    const before: unknown[] = await manager.query('select from spot_check_draw where stage_id = $1', [stage.id]);
    if (!recheck || before.length > 0) return 0;
    const candidates = await this.rechecks.candidates(manager, stage.campaign.id);
    if (candidates.length === 0) return 0;
    const draw = await this.draws.freeze(opening, 'recheck', candidates, { rate: recheck.rate, strata: ['department'] });
    await this.draws.draw(opening, 'recheck', draw, await this.draws.fromTrail(manager, stage.id));
    const drawn = await this.rechecks.drawn(manager, stage.id);
    if (drawn.length === 0) return 0;
    const { within, ladder } = recheck;
    const seats = (await loadSeats(manager, stage.campaign.district)).of('bureau', NOWHERE);
    const draft: ObligationDraft = {
      ...commonOf(stage, 'rectification-recheck', now, { due: undefined, within, chain: undefined, ladder, silence: 'none' }),
      ...{ title: '整改现场复核', place: NOWHERE, seats },
      documents: drawn.map(({ finding, problem, project, projectName }) => ({
        title: `现场复核：${projectName}：${problem}`,
        project,
        subject: finding,
      })),
    };
    return (await this.opener.open(manager, [draft], now)).length;
  }

  /** What was found is recorded; what was not confirmed is open again, and owed at once or, where the policy says so, once the unit was heard. */
  async take(manager: EntityManager, { obligation, documents, at }: Acceptance): Promise<void> {
    const filed = await this.documents.filed<RecheckContent>(manager, documents);
    const checks = filed.flatMap(({ id, subject, content }) => (subject && content ? [{ document: id, finding: subject, content }] : []));
    await this.rechecks.record(manager, checks, at);
    const denied = checks.filter(({ content }) => !content.confirmed);
    if (denied.length === 0) return;
    const findings = denied.map(({ finding }) => finding);
    await this.rechecks.reopen(manager, findings);
    const stage = await this.campaigns.stage(manager, obligation.stage_id);
    if (!this.objections.takes(stage)) return this.oweAgain(manager, obligation, denied, at);
    const items = await this.rechecks.items(manager, findings);
    const found = denied.map(({ document, finding, content }) => {
      const { problem, project, place } = items.get(finding)!;
      return { document, title: `现场复核未通过：${problem}（${content.found}）`, project, place };
    });
    await this.objections.open(manager, { stage, now: this.clock.toEngine(at), openedBy: obligation.id }, found);
  }

  /** What was found does not hold where an objection was sustained: the item is struck off as before. Everything else the unit owes again. */
  async settle(manager: EntityManager, { obligation, at }: Acceptance, settled: readonly Settled[]): Promise<void> {
    const overturned = settled.filter(isSustained).map(({ about, ruling }) => ({ document: about.document, ruling: ruling!.document }));
    await this.rechecks.overturn(manager, overturned, at);
    const holds = settled.filter((it) => !isSustained(it)).map(({ about }) => about.document);
    const filed = await this.documents.filed<RecheckContent>(manager, holds);
    const denied = filed.flatMap(({ subject, content }) => (subject && content ? [{ finding: subject, content }] : []));
    if (denied.length > 0) await this.oweAgain(manager, obligation, denied, at);
  }

  private async oweAgain(
    manager: EntityManager,
    obligation: ObligationRow,
    denied: readonly { readonly finding: string; readonly content: RecheckContent }[],
    at: number,
  ): Promise<void> {
    const items = await this.rechecks.items(
      manager,
      denied.map(({ finding }) => finding),
    );
    const reopened = denied.map(({ finding, content: { found } }) => ({ ...items.get(finding)!, item: uuid(), found }));
    await this.owe(manager, obligation.id, obligation.stage_id, reopened, at);
    await this.rectification.assign(manager, reopened);
  }

  private async owe(
    manager: EntityManager,
    openedBy: string,
    stageId: string,
    reopened: readonly NotConfirmed[],
    at: number,
  ): Promise<void> {
    const stage = await this.campaigns.stage(manager, stageId);
    const { policy, district } = stage.campaign;
    const now = this.clock.toEngine(at);
    const seats = await loadSeats(manager, district);
    const within = policy.rectification!.recheck!.reopenWithin;
    const common = commonOf(stage, 'rectification-item', now, { due: undefined, within, silence: 'none' });
    const groups = [...groupBy(reopened, ({ place }) => place.unit).values()];
    const drafts = groups.map((some) => {
      const { place } = some[0]!;
      const documents = some.map(({ item, number, problem, project, finding }) => ({
        ...{ id: item, title: `整改事项${String(number)}（复核未通过）：${problem}`, project, subject: finding },
      }));
      return { ...common, title: '整改复核未通过事项', place, seats: seats.of('unit', place), documents, openedBy };
    });
    const opened = await this.opener.open(manager, drafts, now);
    for (const [i, some] of groups.entries())
      await this.tell(manager, opened[i]!, seats.of('unit', some[0]!.place).debtor, some, new Date(at));
  }

  /** Each of the unit's people reads what was found beside the new task. */
  private async tell(
    manager: EntityManager,
    obligation: string,
    to: readonly string[],
    some: readonly NotConfirmed[],
    at: Date,
  ): Promise<void> {
    const detail = { reason: [...new Set(some.map(({ found }) => found))].join('；'), documents: some.map(({ item }) => item) };
    const message = (person: string) => ({ key: `${obligation}:reopened:${person}`, person, obligation, kind: 'reopened', at, detail });
    await this.outbox.put(manager, to.map(message));
  }
}

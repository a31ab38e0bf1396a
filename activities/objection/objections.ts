import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CommentContent } from '#domain/key-evaluation/content.js';
import type { ObjectionStage, RulingContent } from '#domain/objection/objection.js';
import { CampaignRepository } from '#persistence/campaign/campaign.repository.js';
import type { StageRow } from '#persistence/campaign/campaign.repository.js';
import { ObjectionRepository } from '#persistence/campaign/objection.repository.js';
import type { ObjectedTo } from '#persistence/campaign/objection.repository.js';
import { loadSeats } from '#persistence/campaign/seats.js';
import { OutboxRepository } from '#persistence/notification/outbox.repository.js';
import { DocumentRepository } from '#persistence/obligation/document.repository.js';
import type { FiledDocument } from '#persistence/obligation/document.repository.js';
import { ObligationOpener } from '#persistence/obligation/obligation-opener.js';
import { Clock } from '#platform/clock.js';
import type { Acceptance, EffectSource } from '../obligation/effects.js';
import { commonOf } from '../stage/draft.js';
import { SETTLEMENTS } from './settlement.js';
import type { Settled, Settlement } from './settlement.js';

/** A decision is the bureau's own business till it holds. */
const BUREAU_ONLY = { unit: null, department: null, sectorOffice: null, agency: null };

/** What a unit said, its remarks on single points included. */
const saidIn = ({ text, items = [] }: CommentContent): string =>
  [text, ...items.map((it) => `${it.about}：${it.text}`)].filter((it) => it !== '').join('；');

/** 异议: what a unit objects to the bureau decides on, with a reason; what nobody objects to, and what was decided, is settled in its stage. */
@Injectable()
export class Objections implements EffectSource {
  readonly effects = { objection: this.hear.bind(this), 'objection-ruling': this.rule.bind(this) };

  constructor(
    private readonly campaigns: CampaignRepository,
    private readonly objections: ObjectionRepository,
    private readonly documents: DocumentRepository,
    private readonly opener: ObligationOpener,
    private readonly outbox: OutboxRepository,
    private readonly clock: Clock,
    @Inject(SETTLEMENTS) private readonly settlements: readonly Settlement[],
  ) {}

  private async hear(manager: EntityManager, acceptance: Acceptance): Promise<void> {
    const filed = await this.documents.filed<CommentContent>(manager, acceptance.documents);
    const about = await this.objections.objectedTo(manager, acceptance.documents);
    const objected = filed.filter(({ content }) => content?.position === 'object').map(({ id }) => about.get(id)!);
    const settled = filed
      .filter(({ content }) => content?.position !== 'object')
      .map(({ id }) => ({ about: about.get(id)!, ruling: null }));
    await this.askForRuling(manager, acceptance, objected);
    await this.settle(manager, acceptance, settled);
  }

  /** The bureau owes a decision on each objection. */
  private async askForRuling(manager: EntityManager, { obligation, at }: Acceptance, objected: readonly ObjectedTo[]): Promise<void> {
    if (objected.length === 0) return;
    const stage = await this.campaigns.stage(manager, obligation.stage_id);
    const { decideWithin: within, chain, ladder } = stage.campaign.policy.objections![stage.name as ObjectionStage]!;
    const now = this.clock.toEngine(at);
    const draft = {
      ...commonOf(stage, 'objection-ruling', now, { due: undefined, within, chain, ladder, silence: 'none' }),
      ...{ title: '异议处理', place: BUREAU_ONLY, openedBy: obligation.id },
      seats: (await loadSeats(manager, stage.campaign.district)).of('bureau', BUREAU_ONLY),
      documents: objected.map(({ objection, title, project }) => ({ title: `处理决定：${title}`, project, subject: objection })),
    };
    await this.opener.open(manager, [draft], now);
  }

  private async rule(manager: EntityManager, acceptance: Acceptance): Promise<void> {
    const filed = await this.documents.filed<RulingContent>(manager, acceptance.documents);
    const ruled = filed.flatMap(({ id, subject, content }) => (subject && content ? [{ id, subject, content }] : []));
    const ids = ruled.map(({ subject }) => subject);
    const about = await this.objections.objectedTo(manager, ids);
    const said = new Map(
      (await this.documents.filed<CommentContent>(manager, ids)).map((it: FiledDocument<CommentContent>) => [it.id, it.content]),
    );
    const settled = ruled.map(({ id: document, subject, content }) => {
      const objection = said.get(subject);
      return { about: about.get(subject)!, ruling: { document, content, objected: objection ? saidIn(objection) : '' } };
    });
    await this.settle(manager, acceptance, settled);
    await this.tell(manager, await this.campaigns.stage(manager, acceptance.obligation.stage_id), acceptance, settled);
  }

  private async settle(manager: EntityManager, acceptance: Acceptance, settled: readonly Settled[]): Promise<void> {
    for (const settlement of this.settlements) {
      const own = settled.filter(({ about }) => about.kind === settlement.settles);
      if (own.length > 0) await settlement.settle(manager, acceptance, own);
    }
  }

  /** Whoever objected reads what was decided, and why. */
  private async tell(manager: EntityManager, { campaign }: StageRow, { obligation, at }: Acceptance, settled: readonly Settled[]) {
    const seats = await loadSeats(manager, campaign.district);
    const messages = settled.flatMap(({ about: { objection, place }, ruling }) =>
      seats.of('unit', place).debtor.map((person) => ({
        ...{ key: `${ruling!.document}:objection-decided:${person}`, person, obligation: obligation.id, kind: 'objection-decided' },
        ...{ at: new Date(at), detail: { reason: reasonOf(ruling!.content), documents: [objection] } },
      })),
    );
    await this.outbox.put(manager, messages);
  }
}

/** The longest reason that a message quotes; the whole of it stands in the decision. */
const QUOTED = 300;

const reasonOf = ({ sustained, reason }: RulingContent): string => `${sustained ? '异议成立' : '异议不成立'}：${reason}`.slice(0, QUOTED);

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { groupBy } from '#domain/group-by.js';
import type { ObjectionStage } from '#domain/objection/objection.js';
import type { StageRow } from '#persistence/campaign/campaign.repository.js';
import { loadSeats } from '#persistence/campaign/seats.js';
import { ObligationOpener } from '#persistence/obligation/obligation-opener.js';
import type { Place } from '#persistence/obligation/obligation-opener.js';
import { commonOf } from '../stage/draft.js';

/** What was found of a unit, in a document that it may object to. */
export interface Found {
  /** The document that says so. */
  readonly document: string;
  /** For people: what was found. */
  readonly title: string;
  readonly project: string | null;
  readonly place: Place;
}

/** When and by what it was found; `openedBy` is absent where the stage itself opens it. */
export interface FoundAt {
  readonly stage: StageRow;
  /** The engine's instant, ms. */
  readonly now: number;
  readonly openedBy?: string;
}

/** 异议期: a unit may object to what was found of it, as an obligation of so many working days; silence is consent. */
@Injectable()
export class ObjectionDesk {
  constructor(private readonly opener: ObligationOpener) {}

  /** Does what is found in this stage wait for objections? */
  takes({ campaign, name }: StageRow): boolean {
    return campaign.policy.objections?.[name as ObjectionStage] !== undefined;
  }

  /** One obligation a unit. Answers how many were opened: none where the policy has no window in this stage. */
  async open(manager: EntityManager, { stage, now, openedBy }: FoundAt, found: readonly Found[]): Promise<number> {
    const rule = stage.campaign.policy.objections?.[stage.name as ObjectionStage];
    if (!rule || found.length === 0) return 0;
    const { within, ladder } = rule;
    const over = { due: undefined, within, chain: undefined, ladder, silence: 'consent' } as const;
    const common = { ...commonOf(stage, 'objection', now, over), ...(openedBy === undefined ? {} : { openedBy }) };
    const seats = await loadSeats(manager, stage.campaign.district);
    const drafts = [...groupBy(found, ({ place }) => place.unit).values()].map((some) => {
      const { place } = some[0]!;
      const documents = some.map(({ document, title, project }) => ({ title: `异议：${title}`, project, subject: document }));
      return { ...common, title: '异议期', place, seats: seats.of('unit', place), documents };
    });
    return (await this.opener.open(manager, drafts, now)).length;
  }
}

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { canonicalHash } from '#contracts/canonical-hash.js';
import type { TrailType } from '#contracts/trail-type.js';
import { dayOf } from '#domain/calendar/calendar.js';
import type { DrawRule } from '#domain/selection/draw.js';
import { listHash } from '#domain/selection/frozen-list.js';
import type { Candidate } from '#domain/selection/frozen-list.js';
import type { SeedOrigin } from '#domain/selection/seed.js';
import { drawSpotCheck } from '#domain/selection/spot-check.js';
import { note } from '#persistence/audit/note.js';
import { DrawRepository } from '#persistence/campaign/draw.repository.js';
import type { DrawRow } from '#persistence/campaign/draw.repository.js';
import { Clock } from '#platform/clock.js';
import type { Opening } from './room.js';

/** How a draw is called in the campaign's trail: `{name}-frozen`, `{name}-drawn`. */
export type DrawName = 'spot-check' | 'recheck';

/** 抽样: a list is frozen under its hash, then drawn from by a seed that nobody could choose; both are recorded and can be drawn again. */
@Injectable()
export class RecordedDraws {
  constructor(
    private readonly draws: DrawRepository,
    private readonly clock: Clock,
  ) {}

  /** `source`: whose public value will be the seed; the frozen list is announced then. Null: the seed comes from the trail. */
  async freeze(
    opening: Opening,
    name: DrawName,
    candidates: readonly Candidate[],
    rule: DrawRule,
    source: string | null = null,
  ): Promise<DrawRow> {
    const { manager, stage, now } = opening;
    const list = { candidates, rule, frozenOn: dayOf(stage.campaign.calendar, now), listHash: listHash(candidates) };
    const at = new Date(this.clock.toBusiness(now));
    const draw = await this.draws.freeze(manager, { campaign: stage.campaign.id, stage: stage.id, at }, list, source);
    if (source !== null) {
      const { listHash: hash, frozenOn, namedOn } = draw;
      await this.tell(opening, `${name}-frozen`, { listHash: hash, frozenOn, candidates: candidates.length, source, namedOn });
    }
    return draw;
  }

  /** False: the origin gives no seed that can be trusted; nothing is written. */
  async draw(opening: Opening, name: DrawName, draw: DrawRow, origin: SeedOrigin): Promise<boolean> {
    const { frozenOn, rule, candidates } = draw;
    const made = drawSpotCheck({ candidates, frozenOn, rule, origin });
    if (made.seed === null) return false;
    await this.draws.draw(opening.manager, draw.id, origin, made, new Date(this.clock.toBusiness(opening.now)));
    const detail = { ...origin, frozenOn, listHash: made.listHash, seed: made.seed, rate: rule.rate, strata: made.strata };
    await this.tell(opening, `${name}-drawn`, { ...detail, drawn: made.drawn.map(({ id }) => id) });
    return true;
  }

  /** The seed from the trail: heads of the hash chains of all that was filed, fixed by everybody's filings together, checked by anybody. */
  async fromTrail(manager: EntityManager, stage: string): Promise<SeedOrigin> {
    const rows: { hash: string }[] = await manager.query(
      `select a.hash from obligation o join audit_entry a on a.stream = 'obligation/' || o.id and a.sequence = o.sequence
       where o.stage_id = $1 order by a.stream`,
      [stage],
    );
    return { method: 'trail', digest: canonicalHash(rows.map(({ hash }) => hash)) };
  }

  private async tell({ manager, stage: { campaign }, now }: Opening, type: TrailType, detail: object): Promise<void> {
    const at = new Date(this.clock.toBusiness(now));
    const entry = { stream: `campaign/${campaign.id}`, districtId: campaign.district, at, actorId: null, onBehalfOf: null };
    await note(manager, { ...entry, type, detail });
  }
}

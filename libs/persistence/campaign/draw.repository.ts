import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Day } from '#domain/policy/policy.js';
import type { DrawRule } from '#domain/selection/draw.js';
import type { Candidate } from '#domain/selection/frozen-list.js';
import type { SeedOrigin } from '#domain/selection/seed.js';
import type { SpotCheckDraw } from '#domain/selection/spot-check.js';

/** A list as it was frozen; everything that anybody needs to draw from it again. */
export interface FrozenList {
  readonly frozenOn: Day;
  readonly rule: DrawRule;
  readonly candidates: readonly Candidate[];
  readonly listHash: string;
}

export interface DrawRow extends FrozenList {
  readonly id: string;
  /** Whose public value will be the seed, and since when that is known; null where the seed is taken from the trail. */
  readonly source: string | null;
  readonly namedOn: Day | null;
  /** Null until the draw was made. */
  readonly origin: SeedOrigin | null;
}

const ROW = `id, frozen_on::text as "frozenOn", rule, candidates, list_hash as "listHash", source, named_on::text as "namedOn", origin`;

/** 抽查抽样: the frozen list, then its seed with what was drawn. Written once each, never changed. */
@Injectable()
export class DrawRepository {
  async freeze(
    manager: EntityManager,
    { campaign, stage, at }: { readonly campaign: string; readonly stage: string; readonly at: Date },
    { frozenOn, rule, candidates, listHash }: FrozenList,
    source: string | null,
  ): Promise<DrawRow> {
    const rows: DrawRow[] = await manager.query(
      `insert into spot_check_draw (id, campaign_id, stage_id, frozen_on, frozen_at, rule, candidates, list_hash, source, named_on)
       select $1, $2, $3, $4, $5, $6::text::jsonb, $7::text::jsonb, $8, $9::text,
         case when $9::text is not null then (launched_at at time zone 'Asia/Shanghai')::date end from campaign where id = $2
       returning ${ROW}`,
      [uuid(), campaign, stage, frozenOn, at, JSON.stringify(rule), JSON.stringify(candidates), listHash, source],
    );
    return rows[0]!;
  }

  async ofStage(manager: EntityManager, stage: string): Promise<DrawRow | undefined> {
    const rows: DrawRow[] = await manager.query(`select ${ROW} from spot_check_draw where stage_id = $1`, [stage]);
    return rows[0];
  }

  /** The list of the campaign that waits for its seed. */
  async waiting(manager: EntityManager, campaign: string): Promise<DrawRow | undefined> {
    const rows: DrawRow[] = await manager.query(
      `select ${ROW} from spot_check_draw where campaign_id = $1 and seed is null order by frozen_at desc limit 1`,
      [campaign],
    );
    return rows[0];
  }

  async draw(
    manager: EntityManager,
    id: string,
    origin: SeedOrigin,
    { seed, drawn, sample }: Pick<SpotCheckDraw, 'seed' | 'drawn' | 'sample'>,
    at: Date,
  ): Promise<void> {
    await manager.query(
      `update spot_check_draw set origin = $2::text::jsonb, seed = $3, drawn = $4::text::jsonb, sample = $5::text::jsonb, drawn_at = $6
       where id = $1 and seed is null`,
      [id, JSON.stringify(origin), seed, JSON.stringify(drawn), JSON.stringify(sample), at],
    );
  }
}

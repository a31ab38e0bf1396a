import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Problem } from '#contracts/errors/problem.js';
import type { DrawRule } from '#domain/selection/draw.js';
import type { Candidate } from '#domain/selection/frozen-list.js';
import type { SeedOrigin } from '#domain/selection/seed.js';
import { verifySpotCheck } from '#domain/selection/spot-check.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { readList, readOne } from '#persistence/reading/list.js';
import type { ListQuery } from '#persistence/reading/list.js';
import * as lists from '#persistence/reading/spot-checks.js';

interface WholeDraw {
  readonly frozenOn: string;
  readonly listHash: string;
  readonly rule: DrawRule;
  readonly list: readonly Candidate[];
  readonly origin: SeedOrigin | null;
  readonly seed: string | null;
  readonly drawn: readonly { readonly id: string }[] | null;
}

/** Spot checks of self-evaluations, and what followed from warnings. Read only. */
@Injectable()
export class SpotChecks {
  constructor(private readonly source: DataSource) {}

  draws = (viewer: Viewer, query: ListQuery) => readList(this.source, lists.DRAW_LIST, viewer, query);
  problems = (viewer: Viewer, query: ListQuery) => readList(this.source, lists.PROBLEM_LIST, viewer, query);
  wholeResults = (viewer: Viewer, query: ListQuery) => readList(this.source, lists.WHOLE_RESULT_LIST, viewer, query);
  disposals = (viewer: Viewer, query: ListQuery) => readList(this.source, lists.DISPOSAL_LIST, viewer, query);

  /** The draw as a file of `jiheng sample`, and whether what was recorded is what its list and seed give. */
  async draw(viewer: Viewer, id: string) {
    const row = await readOne<WholeDraw>(this.source, lists.WHOLE_DRAW, viewer, id);
    if (!row) throw new Problem('NOT_FOUND');
    const { list: candidates, rule, origin, ...draw } = row;
    const { frozenOn, listHash, seed, drawn } = draw;
    const published = {
      listHash,
      ...(seed === null ? {} : { seed }),
      ...(drawn ? { drawn: drawn.map((it) => it.id) } : {}),
    };
    const verified = verifySpotCheck({ candidates, frozenOn, rule, origin }, published);
    const seeded = origin ? { seed: origin } : {};
    return { ...draw, verified, case: { kind: 'spot-check', rule, frozenOn, ...seeded, candidates, published } };
  }
}

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Republishing } from '#activities/disclosure/republishing.js';
import { Problem } from '#contracts/errors/problem.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { CORRECTABLE } from '#persistence/reading/disclosure.js';
import { readOne } from '#persistence/reading/list.js';
import { Clock } from '#platform/clock.js';

/** 更正, as it is asked for by hand. */
@Injectable()
export class Corrections {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly republishing: Republishing,
  ) {}

  /** @throws Problem NOT_FOUND, NOTHING_TO_CORRECT when the record says what is public already */
  async correct(viewer: Viewer, publication: string, reason: string) {
    const seen = await readOne<{ document: string }>(this.source, CORRECTABLE, viewer, publication);
    if (!seen) throw new Problem('NOT_FOUND');
    return this.source.transaction(async (manager) => {
      const at = new Date(this.clock.now());
      const made = await this.republishing.republish(manager, seen.document, { reason, by: viewer.person, at });
      if (!made) throw new Problem('NOTHING_TO_CORRECT');
      return made;
    });
  }
}

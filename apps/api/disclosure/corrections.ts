import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { publicationOf } from '#activities/disclosure/publication.js';
import { Problem } from '#contracts/errors/problem.js';
import { dutiesOf } from '#domain/disclosure/duties.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { DisclosureRepository } from '#persistence/campaign/disclosure.repository.js';
import { CORRECTABLE } from '#persistence/reading/disclosure.js';
import { readOne } from '#persistence/reading/list.js';
import { Clock } from '#platform/clock.js';
import { Trail } from '../http/trail.js';

interface Standing {
  readonly campaign: string;
  readonly district: string;
  readonly fiscalYear: number;
  readonly unit: string;
  readonly title: string;
  readonly place: string | null;
  readonly version: number;
  readonly hash: string;
}

/** 更正: a publication is never changed; what is on record now becomes its next version, with a reason. */
@Injectable()
export class Corrections {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly disclosure: DisclosureRepository,
    private readonly trail: Trail,
  ) {}

  /** @throws Problem NOT_FOUND, NOTHING_TO_CORRECT when the record says what is public already */
  async correct(viewer: Viewer, publication: string, reason: string) {
    const seen = await readOne<{ document: string }>(this.source, CORRECTABLE, viewer, publication);
    if (!seen) throw new Problem('NOT_FOUND');
    return this.source.transaction(async (manager) => {
      const { document } = seen;
      const standing = await this.lock(manager, document);
      const { campaign, district, fiscalYear, unit, title, place } = standing;
      const projects = await this.disclosure.projects(manager, campaign, unit);
      const what = (await this.disclosure.duties(manager, [document])).get(document)?.what ?? dutiesOf({})[0]!.what;
      const said = publicationOf({ title, fiscalYear, place }, projects, what);
      if (said.hash === standing.hash) throw new Problem('NOTHING_TO_CORRECT');
      const draft = { ...said, district, fiscalYear, unit, document, title, at: new Date(this.clock.now()) };
      const version = standing.version + 1;
      const id = await this.disclosure.publish(manager, draft, { version, reason, by: viewer.person });
      if (id === null) throw new Problem('VERSION_STALE');
      const detail = { version, reason, hash: said.hash, replaces: standing.hash };
      const stream = `publication/${document}`;
      await this.trail.append(manager, { stream, district, actor: viewer.person, type: 'correctPublication', detail });
      return { id, version, hash: said.hash };
    });
  }

  /** The newest version, with the document's line held so that corrections follow each other. */
  private async lock(manager: EntityManager, document: string): Promise<Standing> {
    await manager.query('select from document where id = $1 for update', [document]);
    const rows: Standing[] = await manager.query(
      `select d.campaign_id as campaign, p.district_id as district, p.fiscal_year as "fiscalYear", p.unit_id as unit, p.title,
         p.content ->> 'place' as place, p.version, p.hash
       from publication p join document d on d.id = p.document_id where p.document_id = $1 order by p.version desc limit 1`,
      [document],
    );
    return rows[0]!;
  }
}

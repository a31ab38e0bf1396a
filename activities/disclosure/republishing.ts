import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { dutiesOf } from '#domain/disclosure/duties.js';
import { note } from '#persistence/audit/note.js';
import { DisclosureRepository } from '#persistence/campaign/disclosure.repository.js';
import type { PublicationDraft } from '#persistence/campaign/disclosure.repository.js';
import { publicationOf } from './publication.js';

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

/** What is public of a document, and what the record says now. */
interface Compared {
  readonly standing: Standing;
  readonly draft: Omit<PublicationDraft, 'at'>;
}

export interface Republished {
  readonly id: string;
  readonly version: number;
  readonly hash: string;
}

/** 更正: a publication is never changed; what is on record now becomes its next version, with a reason. */
@Injectable()
export class Republishing {
  constructor(private readonly disclosure: DisclosureRepository) {}

  /** Does the record say something else than what is public? Null where nothing is public of the document. */
  async differs(manager: EntityManager, document: string): Promise<boolean | null> {
    const compared = await this.compare(manager, document);
    return compared && compared.draft.hash !== compared.standing.hash;
  }

  /** The next version, with its line in the trail; null when the record says what is public already. Versions follow each other. */
  async republish(
    manager: EntityManager,
    document: string,
    { reason, by, at }: { readonly reason: string; readonly by: string; readonly at: Date },
  ): Promise<Republished | null> {
    await manager.query('select from document where id = $1 for update', [document]);
    const compared = await this.compare(manager, document);
    if (!compared || compared.draft.hash === compared.standing.hash) return null;
    const { standing, draft } = compared;
    const version = standing.version + 1;
    const id = (await this.disclosure.publish(manager, { ...draft, at }, { version, reason, by }))!;
    const detail = { version, reason, hash: draft.hash, replaces: standing.hash };
    const entry = { stream: `publication/${document}`, districtId: standing.district, at, actorId: by, onBehalfOf: null };
    await note(manager, { ...entry, type: 'correctPublication', detail });
    return { id, version, hash: draft.hash };
  }

  private async compare(manager: EntityManager, document: string): Promise<Compared | null> {
    const standing = await this.disclosure.newest<Standing>(manager, document);
    if (!standing) return null;
    const { campaign, district, fiscalYear, unit, title, place } = standing;
    const projects = await this.disclosure.projects(manager, campaign, unit);
    const what = (await this.disclosure.duties(manager, [document])).get(document)?.what ?? dutiesOf({})[0]!.what;
    const said = publicationOf({ title, fiscalYear, place }, projects, what);
    return { standing, draft: { ...said, district, fiscalYear, unit, document, title } };
  }
}

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Problem } from '#contracts/errors/problem.js';
import type { Indicator } from '#domain/target-filing/content.js';
import { copyEntry, departsFrom } from '#domain/target-filing/library.js';
import type { CopyWish } from '#domain/target-filing/library.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { IndicatorEntryRepository } from '#persistence/campaign/indicator-entry.repository.js';
import { Clock } from '#platform/clock.js';
import { Documents } from '../documents/documents.js';
import { todayOf } from '../http/today.js';

interface Draft {
  readonly kind: string;
  readonly version: number;
  readonly content: Readonly<Record<string, unknown>>;
}

/** A draft may hold anything yet; rows that are no rows come from nowhere. */
const indicatorsOf = ({ content }: Draft): readonly Partial<Indicator>[] =>
  Array.isArray(content['indicators']) ? (content['indicators'] as Partial<Indicator>[]) : [];

/** Indicators of a target that were copied from the library. */
@Injectable()
export class Copies {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly documents: Documents,
    private readonly entries: IndicatorEntryRepository,
  ) {}

  /** Appends the entries to the draft, as its next version. @throws Problem NOT_ACCEPTED, naming each entry that is unknown or out of use */
  async copy(viewer: Viewer, id: string, version: number, wishes: readonly (CopyWish & { readonly entry: string })[]) {
    const draft = await this.target(viewer, id);
    const known = await this.known(
      id,
      wishes.map(({ entry }) => entry),
    );
    const usable = (entry: string) => (known.get(entry)?.active ? known.get(entry) : undefined);
    const errors = wishes.flatMap(({ entry }, i) => (usable(entry) ? [] : [{ path: `body.entries.${String(i)}.entry`, ...UNUSABLE }]));
    if (errors.length > 0) throw new Problem('NOT_ACCEPTED', {}, errors);
    const copied = wishes.map(({ entry, ...wish }) => copyEntry(usable(entry)!, wish, todayOf(this.clock)));
    return this.documents.save(viewer, id, version, { ...draft.content, indicators: [...indicatorsOf(draft), ...copied] });
  }

  async origins(viewer: Viewer, id: string) {
    const rows = indicatorsOf(await this.target(viewer, id)).flatMap((it, indicator) =>
      isCopied(it) ? [{ it, indicator, origin: it.origin }] : [],
    );
    const known = await this.known(
      id,
      rows.map(({ origin }) => origin.entry),
    );
    return {
      origins: rows.map(({ it, indicator, origin: { entry, version, copiedOn } }) => {
        const present = known.get(entry);
        return {
          ...{ indicator, entry, copiedVersion: version, copiedOn },
          presentVersion: present?.version ?? null,
          inUse: present?.active ?? false,
          source: present?.source ?? null,
          departs: present ? departsFrom(it, present) : [],
        };
      }),
    };
  }

  private async target(viewer: Viewer, id: string): Promise<Draft> {
    const document = (await this.documents.get(viewer, id)) as Draft;
    if (document.kind !== 'target') throw new Problem('NOT_FOUND');
    return document;
  }

  /** Entries of the document's own district. */
  private async known(id: string, entries: readonly string[]) {
    const rows: { district: string }[] = await this.source.query('select district_id as district from document where id = $1', [id]);
    return this.entries.byIds(this.source.manager, rows[0]!.district, entries);
  }
}

const UNUSABLE = { code: 'unknown', zh: '指标库中没有该指标，或已停用', en: 'the library has no such entry, or not any more' };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whoever typed the origin into a draft by hand may have typed anything. */
const isCopied = (it: Partial<Indicator> | null): it is Indicator & Required<Pick<Indicator, 'origin'>> => {
  const { entry, version, copiedOn } = it?.origin ?? {};
  return (
    typeof entry === 'string' &&
    UUID.test(entry) &&
    Number.isInteger(version) &&
    typeof copiedOn === 'string' &&
    /^\d{4}-\d\d-\d\d$/.test(copiedOn)
  );
};

import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { canonicalHash } from '#contracts/canonical-hash.js';
import { canonicalJson } from '#contracts/canonical-json.js';
import { csvOf } from '#contracts/csv.js';
import { Problem } from '#contracts/errors/problem.js';
import { publicTable } from '#domain/disclosure/public-table.js';
import type { PublishedContent } from '#domain/disclosure/public-table.js';
import { readList } from '#persistence/reading/list.js';
import type { ListQuery } from '#persistence/reading/list.js';
import type { PublicHead } from '#persistence/reading/public.js';
import { PUBLIC_LIST, matchHashes, publicDistrict, readPublication, readVersions } from '#persistence/reading/public.js';
import { asDownload } from '../http/as-download.js';
import { readFile } from '../http/read-file.js';

/** Bytes of a file to be verified. */
const MOST_BYTES = 5 * 1024 * 1024;

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const parsed = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
};

/** 公开门户: what anybody reads. Of a unit that is classified now there is nothing, not even that there was something. */
@Injectable()
export class PublicReading {
  constructor(private readonly source: DataSource) {}

  async district(code: string) {
    const { name, years, departments } = await this.known(code);
    return { code, name, years, departments };
  }

  async list(code: string, query: ListQuery) {
    const { id } = await this.known(code);
    return readList<PublicHead & { projects: number }>(this.source, PUBLIC_LIST, null, { ...query, district: id });
  }

  async one(id: string) {
    const { document, content, ...head } = await this.publication(id);
    const versions = await readVersions(this.source, document);
    return { ...head, place: content.place, table: publicTable(content), content, versions };
  }

  /** The very bytes over which the hash was taken. */
  async json(id: string): Promise<StreamableFile> {
    const { content, title, version } = await this.publication(id);
    const bytes = Buffer.from(canonicalJson(content));
    return new StreamableFile(bytes, {
      type: 'application/json; charset=utf-8',
      length: bytes.length,
      disposition: asDownload(`${title}-v${String(version)}.json`),
    });
  }

  async csv(id: string): Promise<StreamableFile> {
    const { content, title, version } = await this.publication(id);
    const { columns, rows } = publicTable(content);
    const bytes = Buffer.from(csvOf([columns, ...rows]));
    return new StreamableFile(bytes, {
      type: 'text/csv; charset=utf-8',
      length: bytes.length,
      disposition: asDownload(`${title}-v${String(version)}.csv`),
    });
  }

  async verifyHash(hash: string) {
    const it = hash.toLowerCase();
    return { hash: it, matches: await matchHashes(this.source, [it]) };
  }

  /** By its bytes or, if it is JSON, by its canonical form: a file that was only laid out anew is still the same. @throws Problem TOO_LARGE */
  async verifyFile(file: Readable) {
    const bytes = await readFile(file, MOST_BYTES);
    const value = parsed(bytes);
    const hash = value === undefined ? sha256(bytes) : canonicalHash(value);
    return { hash, matches: await matchHashes(this.source, [hash]) };
  }

  private async publication(id: string) {
    const publication = await readPublication<PublishedContent>(this.source, id);
    if (!publication) throw new Problem('NOT_FOUND');
    return publication;
  }

  private async known(code: string) {
    const district = await publicDistrict(this.source, code);
    if (!district) throw new Problem('NOT_FOUND');
    return district;
  }
}

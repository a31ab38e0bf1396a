import { canonicalHash } from '#contracts/canonical-hash.js';
import { disclose } from '#domain/disclosure/duties.js';
import type { PublicProject } from '#domain/disclosure/duties.js';
import type { Json } from '#domain/json.js';
import type { Disclosed } from '#domain/policy/disclosure-policy.js';

export interface PublicationHead {
  readonly title: string;
  readonly fiscalYear: number;
  /** Where it was made public. */
  readonly place: string | null;
}

/** What the public reads, with the hash by which anybody can tell that it was not changed. */
export const publicationOf = (
  head: PublicationHead,
  projects: readonly PublicProject[],
  what: readonly Disclosed[],
): { readonly content: Json; readonly hash: string } => {
  const content = { ...head, projects: projects.map((it) => disclose(it, what)) };
  return { content, hash: canonicalHash(content) };
};

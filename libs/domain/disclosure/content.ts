import type { Day } from '#domain/policy/policy.js';

/** Where and when a document was made public (公开). */
export interface PublicationContent {
  readonly place: string;
  readonly publishedOn: Day;
}

import { groupBy } from '#domain/group-by.js';

/** A document that is about to be submitted, as far as gates look at it; `subject` is what it is about beside a project (an evaluation …). */
export interface Submitted {
  readonly id: string;
  readonly content: unknown;
  readonly project: string | null;
  readonly subject: string | null;
  readonly campaign: string;
}

/** One document, held against what is known of its campaign; null when there is nothing to say. */
export type Judge<D, K, A> = (document: D, known: K) => A | null;

/** Gates of several kinds of document: what they ask about is loaded once for all documents of a campaign. */
export const gatesOf = <D extends { readonly campaign: string }, K, A>(
  judges: Readonly<Record<string, Judge<D, K, A>>>,
  load: (campaign: string, documents: readonly D[]) => Promise<(document: D) => K>,
): Record<string, (documents: readonly D[]) => Promise<readonly A[]>> => {
  const gateOf = (judge: Judge<D, K, A>) => async (documents: readonly D[]) => {
    const answers: A[] = [];
    for (const [campaign, group] of groupBy(documents, (it) => it.campaign)) {
      const knownOf = await load(campaign, group);
      answers.push(...group.flatMap((document) => judge(document, knownOf(document)) ?? []));
    }
    return answers;
  };
  return Object.fromEntries(Object.entries(judges).map(([kind, judge]) => [kind, gateOf(judge)]));
};

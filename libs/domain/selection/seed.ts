import type { ExplainedInput, Origin, Sentence, Step } from '#domain/explanation/explained.js';
import type { Day } from '#domain/policy/policy.js';
import { byId } from './frozen-list.js';
import { sha256 } from './sha256.js';

/** One party of a joint seed: `commitment` is SHA-256 of the text that it reveals later; null until then. */
export interface Party {
  readonly by: string;
  readonly commitment: string;
  readonly committedOn: Day;
  readonly revealed: string | null;
  readonly revealedOn: Day | null;
}

/**
 * Where a seed comes from, so that nobody could choose it after seeing the list, nor the list after seeing the seed:
 * - `public-value`: a value that nobody here makes (a lottery's numbers, a beacon), of a source named before, published after the freezing;
 * - `commit-reveal`: texts of several parties, to which all had committed before anybody revealed;
 * - `trail`: a digest of all that was filed (heads of the audit trail). Nobody chooses it freely, but whoever files last moves it: the
 *   weakest of the three, and said to be.
 */
export type SeedOrigin =
  | { readonly method: 'public-value'; readonly source: string; readonly namedOn: Day; readonly publishedOn: Day; readonly value: string }
  | { readonly method: 'commit-reveal'; readonly parties: readonly Party[] }
  | { readonly method: 'trail'; readonly digest: string };

export type SeedRefusal =
  | 'SEED_PENDING'
  | 'SOURCE_NAMED_LATE'
  | 'VALUE_NOT_AFTER_LIST'
  | 'TOO_FEW_PARTIES'
  | 'PARTY_TWICE'
  | 'NOT_REVEALED'
  | 'COMMITMENT_BROKEN'
  | 'REVEALED_EARLY';

/** SHA-256 as 64 hexadecimal digits with the text that it was made of; or why there is no seed that can be trusted. */
export type Seed =
  | { readonly seed: string; readonly step: Step; readonly inputs: readonly ExplainedInput[] }
  | { readonly seed: null; readonly reason: SeedRefusal; readonly sentence: Sentence; readonly inputs: readonly ExplainedInput[] };

const input = (name: string, zh: string, en: string, value: string | null, origin: Origin | null = null): ExplainedInput => ({
  name,
  zh,
  en,
  value,
  origin,
});

const inputsOf = (origin: SeedOrigin): readonly ExplainedInput[] => {
  if (origin.method === 'trail') return [input('digest', '存证摘要', 'digest of the trail', origin.digest)];
  if (origin.method === 'public-value') {
    return [
      input('source', '公开数值来源', 'source of the public value', origin.source),
      input('namedOn', '来源公布日', 'source named on', origin.namedOn),
      input('publishedOn', '数值公布日', 'value published on', origin.publishedOn),
      input('value', '公开数值', 'public value', origin.value, { document: origin.source, at: origin.publishedOn }),
    ];
  }
  return origin.parties.flatMap(({ by, commitment, committedOn, revealed, revealedOn }) => [
    input(`${by}/commitment`, `${by}的承诺`, `commitment of ${by}`, commitment, { by, at: committedOn }),
    input(`${by}/revealed`, `${by}揭示的内容`, `revealed by ${by}`, revealed, { by, ...(revealedOn === null ? {} : { at: revealedOn }) }),
  ]);
};

interface Refusal {
  readonly reason: SeedRefusal;
  readonly sentence: Sentence;
}

const refusal = (reason: SeedRefusal, zh: string, en: string): Refusal => ({ reason, sentence: { zh, en } });

const partyProblem = ({ by, commitment, revealed, revealedOn }: Party): Refusal | undefined => {
  if (revealed === null || revealedOn === null) return refusal('NOT_REVEALED', `${by}尚未揭示`, `${by} has not revealed yet`);
  if (sha256(revealed) === commitment) return undefined;
  return refusal('COMMITMENT_BROKEN', `${by}揭示的内容与其承诺不符`, `what ${by} revealed is not what ${by} committed to`);
};

const jointProblem = (parties: readonly Party[], frozenOn: Day): Refusal | undefined => {
  if (parties.length < 2) return refusal('TOO_FEW_PARTIES', '至少两方共同承诺', 'at least two parties commit');
  if (new Set(parties.map(({ by }) => by)).size < parties.length) return refusal('PARTY_TWICE', '同一方出现两次', 'a party occurs twice');
  const own = parties.flatMap((it) => partyProblem(it) ?? []);
  if (own[0]) return own[0];
  const first = parties.map(({ revealedOn }) => revealedOn!).sort()[0]!;
  if (parties.every(({ committedOn }) => committedOn < first) && frozenOn < first) return undefined;
  return refusal(
    'REVEALED_EARLY',
    '须在名单冻结、各方承诺之后才揭示',
    'nobody reveals before the list is frozen and everybody has committed',
  );
};

const problemOf = (origin: SeedOrigin, frozenOn: Day): Refusal | undefined => {
  if (origin.method === 'commit-reveal') return jointProblem(origin.parties, frozenOn);
  if (origin.method === 'trail') return undefined;
  if (origin.namedOn > frozenOn) {
    return refusal('SOURCE_NAMED_LATE', '数值来源须在名单冻结前公布', 'the source is named no later than the list is frozen');
  }
  if (origin.publishedOn > frozenOn) return undefined;
  return refusal(
    'VALUE_NOT_AFTER_LIST',
    '公开数值须在名单冻结次日或以后产生',
    'the public value must come after the day on which the list is frozen',
  );
};

const partsOf = (origin: SeedOrigin): readonly string[] => {
  if (origin.method === 'trail') return [origin.digest];
  if (origin.method === 'public-value') return [origin.source, origin.value];
  const sorted = origin.parties.map(({ by: id, revealed }) => ({ id, revealed: revealed! })).sort(byId);
  return sorted.map(({ id, revealed }) => `${id}=${revealed}`);
};

/**
 * The seed of a draw: SHA-256 of the lines `jiheng-draw-1`, the list's hash, the method, and what the origin gives (source and value; the
 * revealed texts by party; the digest), each ended by a line feed. So another list has another seed, whatever the origin.
 */
export const seedOf = (hash: string, frozenOn: Day, origin: SeedOrigin | null): Seed => {
  if (origin === null) {
    const sentence = { zh: '名单已冻结；种子尚未产生', en: 'the list is frozen; there is no seed yet' };
    return { seed: null, reason: 'SEED_PENDING', sentence, inputs: [] };
  }
  const inputs = inputsOf(origin);
  const problem = problemOf(origin, frozenOn);
  if (problem) return { seed: null, ...problem, inputs };
  const lines = ['jiheng-draw-1', hash, origin.method, ...partsOf(origin)];
  const seed = sha256(lines.map((it) => `${it}\n`).join(''));
  const step = { formula: `SHA-256(${lines.map((it) => `${it}\\n`).join('')})`, result: seed, zh: '抽样种子', en: 'seed of the draw' };
  return { seed, step, inputs };
};

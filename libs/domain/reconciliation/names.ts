import { groupBy } from '#domain/group-by.js';

const SUFFIX = /(事前)?绩效(评价|评估)(报告)?$/u;
const LEADING = /^(附件\s*[:：]?)?\s*(\d{1,3}[.、．])?\s*/u;

/** A name with its normal form: without what differs in print only (width of characters, spaces, quotation marks, the number before it, 绩效评价报告 after it). */
export interface Name {
  readonly written: string;
  readonly normal: string;
}

export const named = (written: string): Name => ({
  written,
  normal: written
    .slice(0, 120)
    .normalize('NFKC')
    .replace(/[\s“”"'‘’]/gu, '')
    .replace(LEADING, '')
    .replace(SUFFIX, ''),
});

/** Are the characters of the short one found in the long one in this order? 应急局 in 应急管理局. */
const isSubsequence = (short: string, long: string): boolean => {
  let at = 0;
  for (const character of long) if (character === short.charAt(at)) at += 1;
  return at === short.length;
};

/** Can `most` insertions, deletions and replacements turn one into the other? Only the band of so many characters around the diagonal is looked at. */
const withinBand = (a: string, b: string, most: number): boolean => {
  const width = 2 * most + 1;
  const far = most + 1;
  // row[k] is the distance of a's first i characters from b's first i + k - most.
  let row = Array.from({ length: width }, (_, k) => (k >= most ? k - most : far));
  for (let i = 1; i <= a.length; i += 1) {
    const next = new Array<number>(width).fill(far);
    for (let k = 0; k < width; k += 1) {
      const j = i + k - most;
      if (j < 0 || j > b.length) continue;
      const replaced = j === 0 ? far : row[k]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next[k] = Math.min(replaced, (row[k + 1] ?? far) + 1, (next[k - 1] ?? far) + 1);
    }
    if (Math.min(...next) > most) return false;
    row = next;
  }
  return row[b.length - a.length + most]! <= most;
};

/** Can so many slips turn one into the other? What both begin and end with is left out first. */
const within = (a: string, b: string, most: number): boolean => {
  if (Math.abs(a.length - b.length) > most) return false;
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return withinBand(a.slice(start, a.length - end), b.slice(start, b.length - end), most);
};

/** How two names of one thing differ. */
export type NameRelation = 'same' | 'short' | 'near' | 'other';

/** `short`: one is an abbreviation of the other (at least three characters, in order). `near`: a slip of up to three characters. */
export const relateNames = ({ normal: a }: Name, { normal: b }: Name): NameRelation => {
  if (a === b) return 'same';
  const [one, other] = a.length <= b.length ? [a, b] : [b, a];
  const slips = one.length >= 12 ? 3 : one.length >= 8 ? 2 : 1;
  if (one.length >= 6 && within(one, other, slips)) return 'near';
  return one.length >= 3 && isSubsequence(one.replace(/^区/u, ''), other) ? 'short' : 'other';
};

const ENDS = 4;
/** Of names with one beginning or ending, so many are compared: a text cannot make the comparison slow. */
const MOST_ALIKE = 8;
const ends = ({ normal }: Name): readonly string[] => [`^${normal.slice(0, ENDS)}`, `${normal.slice(-ENDS)}$`];

/** Finds, among many names, those that a name is near to: of the ones that begin or end alike. */
export const nearNames = (names: readonly Name[]): ((name: Name) => readonly Name[]) => {
  const keyed = names.flatMap((it) => ends(it).map((key) => ({ key, it })));
  const index = groupBy(keyed, ({ key }) => key);
  return (name) => {
    const alike = ends(name).flatMap((key) => (index.get(key) ?? []).slice(0, MOST_ALIKE).map(({ it }) => it));
    return [...new Set(alike)].filter((it) => relateNames(it, name) === 'near');
  };
};

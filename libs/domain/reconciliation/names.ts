const SUFFIX = /(事前)?绩效(评价|评估)(报告)?$/u;
const LEADING = /^(附件\s*[:：]?)?\s*(\d{1,3}[.、．])?\s*/u;

/** A name without what differs in print only: width of characters, spaces, quotation marks, the number before it, 绩效评价报告 after it. */
export const normalName = (name: string): string =>
  name
    .slice(0, 120)
    .normalize('NFKC')
    .replace(/[\s“”"'‘’]/gu, '')
    .replace(LEADING, '')
    .replace(SUFFIX, '');

/** Are the characters of the short one found in the long one in this order? 应急局 in 应急管理局. */
const isSubsequence = (short: string, long: string): boolean => {
  let at = 0;
  for (const character of long) if (character === short.charAt(at)) at += 1;
  return at === short.length;
};

/** Can `most` insertions, deletions and replacements turn one into the other? Only the band of so many characters around the diagonal is looked at. */
const within = (a: string, b: string, most: number): boolean => {
  const far = most + 1;
  let row = new Map(Array.from({ length: most + 1 }, (_, j) => [j, j]));
  for (let i = 1; i <= a.length; i += 1) {
    const next = new Map<number, number>();
    for (let j = Math.max(0, i - most); j <= Math.min(b.length, i + most); j += 1) {
      const replaced = (row.get(j - 1) ?? far) + (j > 0 && a[i - 1] === b[j - 1] ? 0 : 1);
      next.set(j, Math.min(replaced, (row.get(j) ?? far) + 1, (next.get(j - 1) ?? far) + 1));
    }
    row = next;
  }
  return (row.get(b.length) ?? far) <= most;
};

/** How two names of one thing differ. */
export type NameRelation = 'same' | 'short' | 'near' | 'other';

/** `short`: one is an abbreviation of the other (at least three characters, in order). `near`: a slip of up to three characters. */
export const relateNames = (a: string, b: string): NameRelation => {
  const [one, other] = [normalName(a), normalName(b)].sort((x, y) => x.length - y.length) as [string, string];
  if (one === other) return 'same';
  const slips = one.length >= 12 ? 3 : one.length >= 8 ? 2 : 1;
  if (one.length >= 6 && within(one, other, slips)) return 'near';
  return one.length >= 3 && isSubsequence(one.replace(/^区/u, ''), other) ? 'short' : 'other';
};

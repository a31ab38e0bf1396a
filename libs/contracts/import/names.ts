/**
 * The other ways in which a report may name the same body: with and without the city, and 区 for the district's own name.
 * 济南市钢城区民政局 is also 钢城区民政局 and 区民政局.
 */
export const aliasesOf = (name: string, city: string, district: string, published: readonly string[] = []): string[] => {
  const plain = name.replace(new RegExp(`^${city}`), '');
  const bare = plain.replace(new RegExp(`^${district}`), '区');
  const full = bare.startsWith('区') ? `${district}${bare.slice(1)}` : plain;
  return [...new Set([plain, bare, full, ...published])].filter((it) => it !== name && it !== '区' && it.length > 1);
};

/** 行政政法 is the office 行政政法科: an office is called 科, and a table that leaves the 科 out means the same one. */
export const officeName = (section: string): string => (section.endsWith('科') ? section : `${section}科`);

/** First come, first numbered: `prefix` with a number of two or more digits for every different name. */
export const numbered = (prefix: string, names: readonly string[], digits = 2): ReadonlyMap<string, string> =>
  new Map([...new Set(names)].map((name, i) => [name, `${prefix}${String(i + 1).padStart(digits, '0')}`]));

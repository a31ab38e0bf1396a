const text = (value: unknown): string | undefined => {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('A number that is not finite has no JSON.');
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (value instanceof Date) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((it) => text(it) ?? 'null').join(',')}]`;
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.flatMap(([key, it]) => text(it)?.replace(/^/, () => `${JSON.stringify(key)}:`) ?? []).join(',')}}`;
};

/**
 * One text for one value: keys in order of their UTF-16 units, no blanks, numbers as ECMAScript writes them (in the manner of RFC 8785). What
 * PostgreSQL's jsonb reorders or rewrites reads back to the same text, so a hash over it holds.
 *
 * @throws TypeError for what JSON cannot say (undefined at the top, NaN, infinities).
 */
export const canonicalJson = (value: unknown): string => {
  const json = text(value);
  if (json === undefined) throw new TypeError('Undefined has no JSON.');
  return json;
};

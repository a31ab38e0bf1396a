export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `1.50` is `1.5`, and `2.00` is `2`; leading zeros stay, for they belong to codes and telephone numbers. */
const plain = (value: unknown): unknown =>
  typeof value === 'string' && /^-?\d+\.\d+$/.test(value) ? value.replace(/0+$/, '').replace(/\.$/, '') : value;

/** The same text, flag or number. An empty field and none at all are the same: nobody filled anything in. */
export const isSame = (before: unknown, after: unknown): boolean => {
  const [a, b] = [before, after].map((it) => (it === '' || it === null ? undefined : plain(it)));
  return a === b || (isEmpty(a) && isEmpty(b));
};

const isEmpty = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.length === 0) || (isObject(value) && Object.keys(value).length === 0);

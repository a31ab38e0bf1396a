export type Content = Readonly<Record<string, unknown>>;

const isTree = (it: unknown): it is Record<string, unknown> | readonly unknown[] => typeof it === 'object' && it !== null;

/** What stands at a path such as `indicators.2.targetValue`. */
export const valueAt = (content: unknown, path: string): unknown =>
  path === ''
    ? content
    : path.split('.').reduce<unknown>((it, key) => (isTree(it) ? (it as Record<string, unknown>)[key] : undefined), content);

const isIndex = (key: string): boolean => /^\d+$/.test(key);

const put = (tree: unknown, [key, ...rest]: readonly string[], value: unknown): unknown => {
  if (key === undefined) return value;
  if (Array.isArray(tree) || (!isTree(tree) && isIndex(key))) {
    const rows: unknown[] = Array.isArray(tree) ? [...(tree as readonly unknown[])] : [];
    rows[Number(key)] = put(rows[Number(key)], rest, value);
    return rows;
  }
  const { [key]: was, ...others } = (isTree(tree) ? tree : {}) as Record<string, unknown>;
  const is = put(was, rest, value);
  // A group in which nothing stands any more is not there.
  const gone = is === undefined || (rest.length > 0 && !Array.isArray(is) && isTree(is) && Object.keys(is).length === 0);
  return gone ? others : { ...(isTree(tree) ? tree : {}), [key]: is };
};

/** The same content with another value at a path; `undefined` takes the field away. Untouched parts stay the same objects. */
export const withValue = (content: Content, path: string, value: unknown): Content =>
  (put(content, path.split('.'), value) ?? {}) as Content;

/** Is `path` the place itself or something in it? */
export const isIn = (path: string, place: string): boolean => path === place || path.startsWith(`${place}.`);

/** A path without row numbers, as labels know it. */
export const withoutRows = (path: string): string =>
  path
    .split('.')
    .filter((key) => !isIndex(key))
    .join('.');

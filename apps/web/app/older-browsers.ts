/** What the oldest browsers that are supported (Chrome 87) lack of the language; syntax is dealt with by the build. */
const add = (to: object, name: string, value: (this: never, ...given: never[]) => unknown): void => {
  if (!(name in to)) Object.defineProperty(to, name, { value, writable: true, configurable: true });
};

function at<T>(this: ArrayLike<T>, index: number): T | undefined {
  const place = Math.trunc(index) || 0;
  return this[place < 0 ? this.length + place : place];
}

function findLastIndex<T>(this: readonly T[], is: (it: T, index: number, all: readonly T[]) => unknown): number {
  for (let index = this.length - 1; index >= 0; index--) if (is(this[index] as T, index, this)) return index;
  return -1;
}

function findLast<T>(this: readonly T[], is: (it: T, index: number, all: readonly T[]) => unknown): T | undefined {
  return this[findLastIndex.call(this as readonly unknown[], is as (it: unknown) => unknown)];
}

add(Object, 'hasOwn', (of: object, name: PropertyKey) => Object.prototype.hasOwnProperty.call(of, name));
for (const kind of [Array.prototype, String.prototype]) add(kind, 'at', at);
add(Array.prototype, 'findLastIndex', findLastIndex);
add(Array.prototype, 'findLast', findLast);

/** What is given of some filters; those without a value are left out, not sent as empty. */
export type Given<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

export const given = <T extends object>(it: T): Given<T> =>
  Object.fromEntries(Object.entries(it).filter(([, value]) => value !== undefined)) as Given<T>;

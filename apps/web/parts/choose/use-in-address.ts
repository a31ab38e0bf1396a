import { useSearchParams } from 'react-router';

/** Filters kept in the address: what is set there, and a way to set or clear some of them without losing the others. */
export const useInAddress = () => {
  const [search, setSearch] = useSearchParams();
  const set = (changes: Readonly<Record<string, string | undefined>>): void => {
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(changes))
          if (value === undefined || value === '') next.delete(name);
          else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  };
  const get = (name: string): string | undefined => search.get(name) ?? undefined;
  /** Only a value that is one of these. */
  const oneOf = <T extends string>(name: string, of: readonly T[]): T | undefined => of.find((it) => it === search.get(name));
  return { get, oneOf, set };
};

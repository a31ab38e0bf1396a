import { z } from 'zod';

/** Kinds of values that variables have; each says in a sentence what a wrong one should be. */
export const url = (schemes: readonly string[], example: string) =>
  z.string().refine((it) => URL.canParse(it) && schemes.includes(new URL(it).protocol), `must be a URL such as ${example}`);

export const toggle = z
  .enum(['true', 'false', '1', '0', 'yes', 'no', 'on', 'off'], 'must be true or false')
  .transform((it) => ['true', '1', 'yes', 'on'].includes(it));

/** Words parted by commas. */
export const words = (text: string): string[] =>
  text
    .split(',')
    .map((it) => it.trim().toLowerCase())
    .filter((it) => it !== '');

/** The optional fields of `fields` that have a value: `exactOptionalPropertyTypes` tells absent from undefined. */
export function present<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

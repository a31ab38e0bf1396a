import type { z } from 'zod';
import { isDay } from '#domain/calendar/calendar.js';
import { isDecimal } from '#domain/score/exact.js';
import type { DocumentKind } from '#domain/stage/document-kind.js';
import { FORMS } from './forms.js';

type Key = string | number;
type Content = Readonly<Record<string, unknown>>;
interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly expected?: string;
}

/** What can be read of a form that is still being typed. */
export interface Mended {
  readonly content: Content;
  /** Nothing was left out. */
  readonly whole: boolean;
  /** The path in the form as it was typed, of a path in `content`: rows that cannot be read yet are left out of it. */
  readonly typedPath: (path: string) => string;
}

/** Rows of a target are read as far as they are typed: its rules know what an absent figure means. Rows of other forms count when they are whole. */
const READ_IN_PART: Partial<Record<DocumentKind, { readonly rows: string; readonly blank: Content }>> = {
  target: { rows: 'indicators', blank: { level3: '' } },
};

/** Texts that the rules of a kind read, as they are while nobody has written them. */
const UNWRITTEN: Partial<Record<DocumentKind, Content>> = {
  'evaluation-draft': { summary: '' },
  'evaluation-final': { summary: '' },
};

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((it, key) => (typeof it === 'object' && it !== null ? (it as Record<PropertyKey, unknown>)[key] : undefined), value);

/** A value that no rule could read. Too few rows, a text that is empty, or two fields that contradict each other can be read. */
const unreadable = ({ code, path }: Issue, content: unknown): boolean => {
  const value = at(content, path);
  if (value === undefined || code === 'too_small' || code === 'unrecognized_keys') return false;
  if (code === 'too_big') return typeof value === 'string';
  return code !== 'custom' || (typeof value === 'string' && !isDecimal(value) && !isDay(value));
};

const pathOf = (path: readonly PropertyKey[]): string => path.map(String).join('.');

/** The same without what stands at these paths; `kept` notes which rows of a shortened list remain. */
const without = (value: unknown, out: ReadonlySet<string>, kept: Map<string, readonly number[]>, path: readonly Key[] = []): unknown => {
  const inner = (it: unknown, key: Key): unknown => without(it, out, kept, [...path, key]);
  const stays = (key: Key): boolean => !out.has(pathOf([...path, key]));
  if (Array.isArray(value)) {
    const rows = value.map((_, i) => i).filter(stays);
    kept.set(pathOf(path), rows);
    return rows.map((i) => inner(value[i], i));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, it]) => (stays(key) ? [[key, inner(it, key)]] : [])));
};

/** The row that a path lies in, the innermost one; null when it lies in none. */
const rowOf = (path: readonly PropertyKey[]): string | null => {
  const last = path.findLastIndex((key) => typeof key === 'number');
  return last < 0 ? null : pathOf(path.slice(0, last + 1));
};

const typedPathBy =
  (kept: ReadonlyMap<string, readonly number[]>) =>
  (path: string): string =>
    path
      .split('.')
      .reduce<string[]>((typed, key) => [...typed, String(kept.get(typed.join('.'))?.[Number(key)] ?? key)], [])
      .join('.');

const EMPTY: Readonly<Record<string, unknown>> = { array: [], object: {} };

const filledIn = (content: Content, kind: DocumentKind, absent: readonly Issue[]): Content => {
  const lists = absent.flatMap(({ path, expected }) =>
    path.length === 1 && expected !== undefined && expected in EMPTY ? [[path[0] as string, EMPTY[expected]]] : [],
  );
  const filled: Record<string, unknown> = { ...UNWRITTEN[kind], ...content, ...Object.fromEntries(lists) };
  const part = READ_IN_PART[kind];
  if (part) filled[part.rows] = (filled[part.rows] as Content[]).map((row) => ({ ...part.blank, ...row }));
  return filled;
};

const placesOf = (issues: readonly Issue[]): ReadonlySet<string> => new Set(issues.map(({ path }) => pathOf(path)));

const issuesOf = (form: z.ZodType, content: unknown): readonly Issue[] => form.safeParse(content).error?.issues ?? [];

/**
 * Leaves out of a form what no rule could read, so that the rest of it can be looked at while it is typed: first values of the wrong shape,
 * then rows that want something. Lists that are not there yet are empty, and so are texts that rules read. Never throws, whatever comes.
 */
export const mend = (kind: DocumentKind, typed: Content): Mended => {
  const form: z.ZodType = FORMS[kind];
  const wrong = issuesOf(form, typed).filter((it) => unreadable(it, typed));
  const fields = wrong.filter(({ path }) => typeof path.at(-1) === 'string');
  const shaped = without(typed, placesOf(fields), new Map());
  const wanting = issuesOf(form, shaped).filter(({ path }) => at(shaped, path) === undefined);
  const inPart = READ_IN_PART[kind]?.rows;
  const rows = wanting.flatMap(({ path }) => (path[0] === inPart ? [] : (rowOf(path) ?? [])));
  const kept = new Map<string, readonly number[]>();
  const content = filledIn(without(typed, new Set([...placesOf(wrong), ...rows]), kept) as Content, kind, wanting);
  return { content, whole: wrong.length === 0 && wanting.length === 0, typedPath: typedPathBy(kept) };
};

import { explanationsIn } from '#domain/explanation/find.js';
import type { Drawn } from '#domain/selection/draw.js';

const isDrawn = (it: unknown): it is Drawn =>
  typeof it === 'object' && it !== null && 'id' in it && 'stratum' in it && 'draw' in it && typeof it.id === 'string';

/** What a recorded draw drew. */
export const drawnIn = (drawn: unknown): readonly Drawn[] => (Array.isArray(drawn) ? drawn.filter(isDrawn) : []);

/** Did the draw, made again, come to the same? */
export const isVerified = (verified: unknown): boolean => explanationsIn(verified)[0]?.value === true;

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** The same for reading: projects and departments by their names. The case to be verified keeps the ids. */
export const named = (it: unknown, names: ReadonlyMap<string, string>): unknown => {
  if (typeof it === 'string') return it.replace(ID, (id) => names.get(id) ?? id);
  if (Array.isArray(it)) return it.map((part) => named(part, names));
  if (typeof it !== 'object' || it === null) return it;
  return Object.fromEntries(Object.entries(it).map(([key, value]) => [key, named(value, names)]));
};

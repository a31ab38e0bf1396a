/** Narrower than this no column is made, in pixels: a day, an amount or a state still stands in it whole. */
const NARROWEST = 160;

/**
 * Widths of columns, in pixels, that fit into the room: what is too much is taken from the wide ones, in proportion to what they can spare.
 * As they were where they fit, and where they cannot fit: then the table is scrolled sideways.
 */
export const squeezed = (widths: readonly number[], room: number): readonly number[] => {
  const spare = widths.map((it) => Math.max(0, it - NARROWEST));
  const all = spare.reduce((sum, it) => sum + it, 0);
  const excess = widths.reduce((sum, it) => sum + it, 0) - room;
  if (excess <= 0 || excess > all) return widths;
  return widths.map((it, i) => it - ((spare[i] ?? 0) * excess) / all);
};

const quoted = (cell: string): string => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** What was copied in Excel, as CSV, line by line. */
export const asCsv = (text: string): string =>
  text
    .replace(/\r/g, '')
    .split('\n')
    .map((line) => (line.includes('\t') ? line.split('\t').map(quoted).join(',') : line))
    .join('\n');

/** Which line a path such as `body.csv:4` means, from 1. */
export const lineOf = (path: string): number => Number(/:(\d+)/.exec(path)?.[1] ?? '0');

/** The header and the lines that were refused, to be corrected and entered again; nothing that was taken stays. */
export const refusedIn = (text: string, errors: readonly { readonly path: string }[]): string => {
  const lines = text.split('\n');
  const refused = new Set(errors.map(({ path }) => lineOf(path)));
  const kept = lines.filter((_, index) => index > 0 && refused.has(index + 1));
  return kept.length === 0 ? '' : [lines[0], ...kept].join('\n');
};

/** By this mark Excel knows that the text is UTF-8. */
const MARK = '\uFEFF';

/** Quoted as RFC 4180 wants it; a text that a spreadsheet would run as a formula stays a text. */
const cell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** A table that Excel opens: UTF-8 with its mark, lines that end in CR LF. */
export const csvText = (lines: readonly (readonly string[])[]): string =>
  MARK + lines.map((line) => `${line.map(cell).join(',')}\r\n`).join('');

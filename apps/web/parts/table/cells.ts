const QUOTED = /^"((?:[^"]|"")*)"$/;

const unquoted = (cell: string): string => QUOTED.exec(cell)?.[1]?.replaceAll('""', '"') ?? cell;

/**
 * A block as spreadsheets write it: cells by a separator, rows by line ends, cells that hold either in quotation marks. One that is never
 * closed is a sign like any other.
 */
export const cellsOf = (text: string, separator = '\t'): readonly (readonly string[])[] => {
  const block = text.replaceAll('\r\n', '\n').replace(/\n+$/, '');
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const end = (): void => {
    rows.at(-1)?.push(unquoted(cell));
    cell = '';
  };
  for (const sign of block) {
    if (sign === '"' && (quoted || cell === '')) quoted = !quoted;
    if (!quoted && sign === separator) end();
    else if (!quoted && sign === '\n') {
      end();
      rows.push([]);
    } else cell += sign;
  }
  if (quoted) return block.split('\n').map((line) => line.split(separator));
  end();
  return rows;
};

import { Link } from 'react-router';
import { Tooltip } from 'antd';
import type { Schemas } from '../../../api/client.js';
import { COLOURS } from '../../../app/theme.js';
import { useWords } from '../../../words/words.js';
import { PROGRESS } from './progress.words.js';

export type Cell = Schemas['HeatMapCell'];
type State = Cell['state'];

/** How a cell looks: colour, sign and word say the same. */
const LOOKS: Readonly<Record<State, { readonly sign: string; readonly color: string; readonly background: string }>> = {
  late: { sign: '!', color: COLOURS.overdue, background: '#fdebe7' },
  returned: { sign: '↩', color: COLOURS.warn, background: '#fdf3dc' },
  open: { sign: '✎', color: COLOURS.act, background: '#e8effa' },
  filed: { sign: '◔', color: COLOURS.act, background: '#ffffff' },
  done: { sign: '✓', color: COLOURS.done, background: '#e6f3ea' },
  'not-due': { sign: '○', color: COLOURS.quiet, background: '#ffffff' },
};

/** The worst first, as the server counts. */
export const CELL_STATES = ['late', 'returned', 'open', 'filed', 'done', 'not-due'] as const satisfies readonly State[];

const COUNTED: Readonly<Record<State, string>> = {
  late: 'overdue',
  returned: 'to-file',
  open: 'to-file',
  filed: 'in-review',
  done: 'done',
  'not-due': 'owed',
};

/** How many of a cell's documents are in the state that the cell shows. */
const countOf = (cell: Cell): number => (cell.state === 'not-due' ? 0 : cell[cell.state]);

export const useCellText = () => {
  const say = useWords(PROGRESS);
  return (cell: Cell | null): string => {
    if (!cell) return '';
    if (cell.state === 'not-due') return say('not-due');
    return `${say(cell.state)} ${String(countOf(cell))}/${String(cell.documents)}`;
  };
};

interface CellProps {
  readonly cell: Cell | null;
  /** Of whom and of what, for the link's name. */
  readonly unit: string;
  readonly stage: string;
  readonly to: string;
}

/** One unit in one stage: what the worst of its documents is, how many, and the way to them. */
export const HeatCell = ({ cell, unit, stage, to }: CellProps) => {
  const say = useWords(PROGRESS);
  const textOf = useCellText();
  if (!cell) return <span style={{ color: COLOURS.quiet }}>—</span>;
  const { sign, ...look } = LOOKS[cell.state];
  const style = { ...look, display: 'block', padding: '1px 4px', borderRadius: 2, fontSize: 12, whiteSpace: 'nowrap' as const };
  const text = (
    <>
      <span aria-hidden="true">{sign} </span>
      {textOf(cell)}
    </>
  );
  if (cell.documents === 0) return <span style={style}>{text}</span>;
  const { documents, late, returned, open, filed, done } = cell;
  const figures = say('counts', { documents, late, returned, open, filed, done });
  return (
    <Tooltip title={figures}>
      <Link
        to={`${to}&counted=${COUNTED[cell.state]}`}
        style={style}
        aria-label={say('cellOf', { unit, stage, text: textOf(cell), figures })}
      >
        {text}
      </Link>
    </Tooltip>
  );
};

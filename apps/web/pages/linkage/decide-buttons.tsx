import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../../words/words.js';
import { useTasks } from '../documents/use-document.js';
import type { BulkAnswer } from './decide.js';
import { DecideDialog } from './decide-dialog.js';
import { LINKAGE } from './linkage.words.js';
import type { Proposal } from './proposals.js';

interface ButtonsProps {
  readonly proposals: readonly Proposal[];
  readonly onDone: (answer: BulkAnswer) => void;
  /** With how many of them wait for the reader; for bars over a table. */
  readonly counted?: boolean;
}

/** Decides on what waits for the reader; nothing where nothing does. */
export const DecideButtons = ({ proposals, onDone, counted = false }: ButtonsProps) => {
  const say = useWords(LINKAGE);
  const tasks = useTasks();
  const [wish, setWish] = useState<'as-proposed' | 'otherwise' | null>(null);
  const mine = new Set(tasks.rows.filter(({ doing }) => doing === 'file').map(({ document }) => document));
  const open = proposals.filter(({ decision }) => decision !== null && mine.has(decision.id));
  if (open.length === 0) return counted ? <span>{say('noneToDecide')}</span> : null;
  const count = counted ? ` ${String(open.length)}` : '';
  return (
    <>
      <Button
        type="primary"
        size={counted ? 'small' : 'middle'}
        onClick={() => {
          setWish('as-proposed');
        }}
      >
        {say('decideAsProposed')}
        {count}
      </Button>
      <Button
        size={counted ? 'small' : 'middle'}
        onClick={() => {
          setWish('otherwise');
        }}
      >
        {say('decideOtherwise')}
        {count}
      </Button>
      {wish === null ? null : (
        <DecideDialog
          proposals={open}
          asProposed={wish === 'as-proposed'}
          onDone={onDone}
          onClose={() => {
            setWish(null);
          }}
        />
      )}
    </>
  );
};

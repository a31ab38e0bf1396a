import { Button } from 'antd';
import { useState } from 'react';
import { hasRole, useMe } from '../../app/session/session.js';
import { useWords } from '../../words/words.js';
import { Ask } from '../documents/actions/ask.js';
import { Decide } from '../documents/actions/decide.js';
import type { Verdict } from '../documents/actions/decide.js';
import type { Asked, BulkAnswer } from '../documents/actions/transitions.js';
import { useTasks } from '../documents/use-document.js';
import type { Item } from './items.js';
import { RECTIFICATION } from './rectification.words.js';

interface BulkActionsProps {
  readonly selected: readonly Item[];
  readonly onDone: (answer: BulkAnswer) => void;
  readonly clear: () => void;
}

const asked = (items: readonly Item[]): Asked =>
  items.flatMap(({ document, round }) => (document ? [{ id: document, round: round ?? 0 }] : []));

/** Accepts, returns or reminds for everything that is selected; each row is answered for itself. */
export const BulkActions = ({ selected, onDone, clear }: BulkActionsProps) => {
  const say = useWords(RECTIFICATION);
  const me = useMe();
  const tasks = useTasks();
  const [wish, setWish] = useState<Verdict | 'remind' | null>(null);
  const mine = new Set(tasks.rows.filter(({ doing }) => doing === 'review').map(({ document }) => document));
  const toReview = asked(selected.filter(({ document }) => document !== null && mine.has(document)));
  const toRemind = asked(selected.filter(({ struckOffAt }) => struckOffAt === null));
  const close = (): void => {
    setWish(null);
  };
  const finish = (answer: BulkAnswer): void => {
    onDone(answer);
    clear();
  };
  const button = (it: Verdict | 'remind', label: string, count: number) => (
    <Button
      key={it}
      size="small"
      disabled={count === 0}
      onClick={() => {
        setWish(it);
      }}
    >
      {label} {count}
    </Button>
  );
  return (
    <>
      {toReview.length > 0 ? [button('approve', say('accept'), toReview.length), button('return', say('return'), toReview.length)] : null}
      {hasRole(me, 'bureau', 'sector-office', 'department') ? button('remind', say('remindNow'), toRemind.length) : null}
      {wish === 'remind' ? (
        <Ask
          title={say('reminding')}
          documents={toRemind}
          transition={{ name: 'remind' }}
          confirm={say('remindNow')}
          done={say('reminded')}
          onClose={close}
          onDone={finish}
        >
          <p style={{ margin: 0 }}>{say('remindText', { count: toRemind.length })}</p>
        </Ask>
      ) : null}
      {wish === 'approve' || wish === 'return' ? <Decide verdict={wish} documents={toReview} onClose={close} onDone={finish} /> : null}
    </>
  );
};

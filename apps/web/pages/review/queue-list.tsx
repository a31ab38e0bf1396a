import { Checkbox } from 'antd';
import { useEffect, useRef } from 'react';
import { DaysLeft } from '../../parts/day.js';
import { KIND_WORDS } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import type { Task } from '../documents/use-document.js';
import { REVIEW } from './review.words.js';

interface QueueListProps {
  readonly rows: readonly Task[];
  readonly open: string | null;
  readonly chosen: ReadonlySet<string>;
  readonly onOpen: (document: string) => void;
  readonly onChoose: (documents: readonly string[], chosen: boolean) => void;
}

const Item = ({ task, isOpen, onOpen }: { readonly task: Task; readonly isOpen: boolean; readonly onOpen: () => void }) => {
  const say = useWords(REVIEW);
  const kind = useWords(KIND_WORDS);
  const ref = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isOpen) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  return (
    <button ref={ref} type="button" className="queue-item" aria-current={isOpen} onClick={onOpen}>
      <span className="queue-title">{task.title}</span>
      <span className="form-hint">
        {task.unitName ?? ''} · {kind(task.kind)}
        {task.round > 1 ? ` · ${say('round', { round: task.round })}` : ''}
      </span>
      <DaysLeft until={task.dueAt} campaign={task.campaign} />
    </button>
  );
};

/** What waits, one below the other; it stays beside what is read. */
export const QueueList = ({ rows, open, chosen, onOpen, onChoose }: QueueListProps) => {
  const say = useWords(REVIEW);
  const all = rows.map(({ document }) => document);
  const count = all.filter((it) => chosen.has(it)).length;
  if (rows.length === 0) return null;
  return (
    <>
      <div style={{ padding: '4px 8px', borderTop: '1px solid #dfe3e8' }}>
        <Checkbox
          checked={count > 0 && count === all.length}
          indeterminate={count > 0 && count < all.length}
          onChange={({ target }) => {
            onChoose(all, target.checked);
          }}
        >
          {say('selectAll')}
        </Checkbox>
      </div>
      <ul className="queue-list" aria-label={say('queue')}>
        {rows.map((task) => (
          <li key={task.document} className={task.document === open ? 'is-open' : ''}>
            <Checkbox
              aria-label={say('select', { title: task.title })}
              checked={chosen.has(task.document)}
              onChange={({ target }) => {
                onChoose([task.document], target.checked);
              }}
            />
            <Item
              task={task}
              isOpen={task.document === open}
              onOpen={() => {
                onOpen(task.document);
              }}
            />
          </li>
        ))}
      </ul>
    </>
  );
};

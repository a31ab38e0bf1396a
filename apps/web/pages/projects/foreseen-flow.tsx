import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { PropsWithChildren } from 'react';
import type { once } from '../../api/client.js';
import { AskReason } from '../../parts/ask/ask-reason.js';
import { ProblemAlert } from '../../parts/problem.js';
import { useWords } from '../../words/words.js';
import { Effects } from './effects.js';
import type { Foreseen } from './effects.js';
import { PROJECTS } from './projects.words.js';

interface ForeseenFlowProps<W> {
  /** What is done: the button's word and the dialog's title. */
  readonly what: string;
  /** What is wished for; null while something is missing. */
  readonly wish: W | null;
  readonly danger?: boolean;
  /** It cannot be taken back by its opposite. */
  readonly isFinal?: boolean;
  readonly look: (wish: W) => Promise<Foreseen>;
  readonly make: (wish: W, reason: string, header: ReturnType<typeof once>) => Promise<unknown>;
}

/** Fields, then what would follow, then why, then it is done: nothing is done that was not looked at as it stands. */
export const ForeseenFlow = <W,>({
  what,
  wish,
  danger = false,
  isFinal = false,
  look,
  make,
  children,
}: PropsWithChildren<ForeseenFlowProps<W>>) => {
  const say = useWords(PROJECTS);
  const [seen, setSeen] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);
  const preview = useMutation({ mutationFn: look });
  const wished = wish === null ? null : JSON.stringify(wish);
  const foreseen = wished !== null && seen === wished ? preview.data : undefined;
  const hint = wish === null ? say('firstFill') : seen !== null && seen !== wished ? say('outdated') : null;
  return (
    <div style={{ display: 'grid', gap: 12, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {children}
      <div style={{ display: 'flex', gap: 8, alignItems: 'center', flexWrap: 'wrap' }}>
        <Button
          type={foreseen ? 'default' : 'primary'}
          disabled={wish === null}
          loading={preview.isPending}
          onClick={() => {
            if (wish === null) return;
            setSeen(wished);
            preview.mutate(wish);
          }}
        >
          {say('look')}
        </Button>
        <Button
          type={foreseen ? 'primary' : 'default'}
          danger={danger}
          disabled={!foreseen}
          onClick={() => {
            setAsking(true);
          }}
        >
          {what}
        </Button>
        {hint === null ? null : <span style={{ color: '#595f69' }}>{hint}</span>}
      </div>
      {preview.error && seen === wished ? <ProblemAlert error={preview.error} /> : null}
      {foreseen ? <Effects foreseen={foreseen} /> : null}
      {isAsking && foreseen && wish !== null ? (
        <AskReason
          title={what}
          act={what}
          danger={danger}
          consequences={say(isFinal ? 'cannotUndo' : 'willTell', { people: foreseen.told.people })}
          onClose={() => {
            setAsking(false);
          }}
          onAct={(reason, header) => make(wish, reason, header)}
        />
      ) : null}
    </div>
  );
};

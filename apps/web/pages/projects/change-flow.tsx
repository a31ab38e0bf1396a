import { Alert } from 'antd';
import { useState } from 'react';
import type { PropsWithChildren, ReactNode } from 'react';
import { Link } from 'react-router';
import type { OrganisationChange } from '#contracts/organisation/organisation.contract.js';
import { api } from '../../api/client.js';
import { useRefresh } from '../../api/refresh.js';
import { useWords } from '../../words/words.js';
import { ForeseenFlow } from './foreseen-flow.js';
import { PROJECTS } from './projects.words.js';
import { useMakeChange } from './use-make-change.js';
import type { ChangeAnswer } from './use-make-change.js';

/** The API's own shape of a change: lists that may be written. */
const asBody = (wish: OrganisationChange) => {
  if (wish.kind === 'split-project') return { ...wish, parts: [...wish.parts] };
  return wish.kind === 'merge-projects' ? { ...wish, projects: [...wish.projects] } : wish;
};

const Done = ({ what, answer, children }: PropsWithChildren<{ readonly what: string; readonly answer: ChangeAnswer }>) => {
  const say = useWords(PROJECTS);
  const { moved, reopened, cancelled, arrived = [] } = answer;
  return (
    <Alert
      type="success"
      showIcon
      role="status"
      title={say('done', { what })}
      description={
        <div style={{ display: 'grid', gap: 8 }}>
          <span>{say('doneText', { moved, reopened, cancelled })}</span>
          {arrived.length === 0 ? null : (
            <span style={{ display: 'flex', gap: 12, flexWrap: 'wrap' }}>
              {say('arrived')}
              {arrived.map((it, index) => (
                <Link key={it} to={`/projects/${it}`}>
                  {say('toProject', { number: index + 1 })}
                </Link>
              ))}
            </span>
          )}
          <span style={{ display: 'flex', gap: 12 }}>{children}</span>
        </div>
      }
    />
  );
};

interface ChangeFlowProps {
  readonly wish: OrganisationChange | null;
  readonly kind: OrganisationChange['kind'];
  /** Where one goes on when it is done. */
  readonly onward: ReactNode;
  readonly onDone?: () => void;
}

/** A change of projects or units: filled in, foreseen, reasoned, done, and what became of it. */
export const ChangeFlow = ({ wish, kind, onward, onDone, children }: PropsWithChildren<ChangeFlowProps>) => {
  const say = useWords(PROJECTS);
  const refresh = useRefresh();
  const [answer, setAnswer] = useState<ChangeAnswer | null>(null);
  const preview = api.useMutation('post', '/api/v1/organisation-changes/preview');
  const make = useMakeChange();
  const what = say(kind);
  if (answer)
    return (
      <Done what={what} answer={answer}>
        {onward}
      </Done>
    );
  return (
    <ForeseenFlow
      what={what}
      wish={wish}
      danger={kind === 'cancel-project' || kind === 'dissolve-unit'}
      isFinal={kind !== 'transfer-project'}
      look={(it: OrganisationChange) => preview.mutateAsync({ body: asBody(it) })}
      make={async (it, reason, header) => {
        setAnswer(await make(it, reason, header));
        onDone?.();
        await refresh('/api/v1');
      }}
    >
      {children}
    </ForeseenFlow>
  );
};

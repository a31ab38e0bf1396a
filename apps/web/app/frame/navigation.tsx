import { NavLink } from 'react-router';
import { STAGES } from '#domain/stage/stage.js';
import { STAGE_WORDS } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import { hasRole, useMe } from '../session/session.js';
import { FRAME } from './frame.words.js';

interface Way {
  readonly to: string;
  readonly label: string;
}

const Ways = ({ ways, onGo }: { readonly ways: readonly Way[]; readonly onGo: (() => void) | undefined }) => (
  <ul>
    {ways.map(({ to, label }) => (
      <li key={to}>
        <NavLink to={to} onClick={onGo}>
          {label}
        </NavLink>
      </li>
    ))}
  </ul>
);

/** Left: one's work, the year, its stages in their order, and for those who look after the system its administration. */
export const Navigation = ({ onGo }: { readonly onGo?: () => void }) => {
  const say = useWords(FRAME);
  const stage = useWords(STAGE_WORDS);
  const me = useMe();
  const reviews = hasRole(me, 'bureau', 'sector-office', 'department', 'agency', 'expert');
  const works = me.grants.some(({ role }) => role !== 'system');
  return (
    <nav className="frame-nav" aria-label={say('navigation')}>
      {works ? (
        <>
          <Ways
            onGo={onGo}
            ways={[
              { to: '/work', label: say('work') },
              ...(reviews ? [{ to: '/review', label: say('review') }] : []),
              { to: '/year', label: say('year') },
            ]}
          />
          <h2>{say('stages')}</h2>
          <Ways onGo={onGo} ways={STAGES.map((it) => ({ to: `/stages/${it}`, label: stage(it) }))} />
          <h2>{say('more')}</h2>
        </>
      ) : null}
      <Ways
        onGo={onGo}
        ways={[
          { to: '/history', label: say('history') },
          ...(hasRole(me, 'system', 'bureau') ? [{ to: '/administration', label: say('administration') }] : []),
        ]}
      />
    </nav>
  );
};

import type { PropsWithChildren, ReactNode } from 'react';
import { NavLink } from 'react-router';
import { useMe } from '../../app/session/session.js';
import { Page } from '../../parts/page.js';
import { useWords } from '../../words/words.js';
import { ADMINISTRATION } from './administration.words.js';
import { areasOf } from './areas.js';
import './administration.css';

interface AdministrationPageProps {
  readonly title: string;
  readonly intro?: ReactNode;
  readonly actions?: ReactNode;
}

/** A page of the administration, with the ways to its neighbours. */
export const AdministrationPage = ({ title, intro, actions, children }: PropsWithChildren<AdministrationPageProps>) => {
  const say = useWords(ADMINISTRATION);
  const me = useMe();
  return (
    <Page title={title} intro={intro} actions={actions}>
      <nav className="administration-ways no-print" aria-label={say('title')}>
        {areasOf(me).map(({ key, to }) => (
          <NavLink key={key} to={to}>
            {say(key)}
          </NavLink>
        ))}
      </nav>
      {children}
    </Page>
  );
};

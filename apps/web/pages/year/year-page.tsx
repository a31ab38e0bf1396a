import type { PropsWithChildren, ReactNode } from 'react';
import { NavLink } from 'react-router';
import { seesFigures } from '../../app/session/sees-figures.js';
import { hasRole, useMe } from '../../app/session/session.js';
import { useYear } from '../../app/year/year.js';
import { Page } from '../../parts/page.js';
import { StateTag } from '../../parts/states/state-tag.js';
import { useWords } from '../../words/words.js';
import { NoYear } from './no-year.js';
import { YEAR } from './year.words.js';
import './year.css';

const FOR_ALL = [['/year', 'overview']] as const;
const OF_DISTRICT = [['/year/progress', 'progress']] as const;
const FOR_THOSE_ABOVE = [['/year/outlook', 'outlook']] as const;
const FOR_BUREAU = [
  ['/year/plan', 'plan'],
  ['/year/projects', 'projects'],
] as const;
const FOR_ITS_READERS = [['/year/rehearsal', 'rehearsal']] as const;
const NEXT = [['/year/new', 'newYear']] as const;

/** The pages of the year beside each other. */
const YearNavigation = () => {
  const say = useWords(YEAR);
  const me = useMe();
  const isAbove = hasRole(me, 'bureau', 'sector-office', 'department', 'observer');
  const pages = [
    ...FOR_ALL,
    ...(seesFigures(me) ? OF_DISTRICT : []),
    ...(isAbove ? FOR_THOSE_ABOVE : []),
    ...(hasRole(me, 'bureau') ? FOR_BUREAU : []),
    ...(hasRole(me, 'bureau', 'observer') ? FOR_ITS_READERS : []),
    ...(hasRole(me, 'bureau') ? NEXT : []),
  ];
  return (
    <nav aria-label={say('pages')} className="year-pages no-print">
      {pages.map(([to, name]) => (
        <NavLink key={to} to={to} end>
          {say(name)}
        </NavLink>
      ))}
    </nav>
  );
};

interface YearPageProps {
  readonly name: 'overview' | 'progress' | 'outlook' | 'plan' | 'projects' | 'rehearsal' | 'newYear';
  readonly actions?: ReactNode;
  readonly intro?: ReactNode;
  /** Shown without any year as well. */
  readonly always?: boolean;
}

/** What every page about the year has: which year, its state, the way to the others. */
export const YearPage = ({ name, actions, intro, always = false, children }: PropsWithChildren<YearPageProps>) => {
  const say = useWords(YEAR);
  const { campaign } = useYear();
  if (!campaign && !always) return <NoYear />;
  const title = campaign && name !== 'newYear' ? say('titleOf', { year: campaign.fiscalYear, page: say(name) }) : say(name);
  const state = campaign && name !== 'newYear' ? <StateTag state={campaign.status} /> : null;
  return (
    <Page title={title} state={state} actions={actions} intro={intro}>
      <YearNavigation />
      {children}
    </Page>
  );
};

import { Skeleton } from 'antd';
import { Suspense, lazy, useState } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { ProblemAlert } from '../../parts/problem.js';
import { COMMON } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import { useLive } from '../live/use-live.js';
import { useExpired } from '../session/expired.js';
import { useSession } from '../session/session.js';
import { YearProvider } from '../year/year-provider.js';
import { dayOfInstant, useCalendar } from '../year/year.js';
import './frame.css';
import { FRAME } from './frame.words.js';
import { Navigation } from './navigation.js';
import { TopBar } from './top-bar.js';
import { useNarrow } from './use-narrow.js';

// Seldom needed, so not part of what is loaded first.
const ExpiredDialog = lazy(() => import('../session/expired-dialog.js'));
const NarrowMenu = lazy(() => import('./narrow-menu.js'));

const RehearsalBanner = () => {
  const say = useWords(FRAME);
  const { data } = useCalendar();
  if (!data?.rehearsal) return null;
  return (
    <div role="alert" className="frame-rehearsal">
      {say('rehearsal', { now: dayOfInstant(data.now) })}
    </div>
  );
};

const Inside = () => {
  useLive();
  const common = useWords(COMMON);
  const isNarrow = useNarrow();
  const isExpired = useExpired();
  const [isOpen, setOpen] = useState(false);
  const close = (): void => {
    setOpen(false);
  };
  return (
    <div className="frame">
      <a href="#content" className="skip-link">
        {common('skipToContent')}
      </a>
      <RehearsalBanner />
      <TopBar
        openMenu={
          isNarrow
            ? () => {
                setOpen(true);
              }
            : undefined
        }
      />
      <div className="frame-body">
        {isNarrow ? null : (
          <aside className="frame-side no-print">
            <Navigation />
          </aside>
        )}
        <main id="content" tabIndex={-1} className="frame-content">
          <Suspense fallback={<Skeleton active style={{ padding: 24 }} />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <Suspense>
        {isOpen ? <NarrowMenu close={close} /> : null}
        {isExpired ? <ExpiredDialog /> : null}
      </Suspense>
    </div>
  );
};

/** What stands around every page of somebody who is logged in. */
export const Frame = () => {
  const session = useSession();
  const { pathname, search } = useLocation();
  if (session.error && session.data === undefined) return <ProblemAlert error={session.error} retry={session.refetch} />;
  if (session.isPending) return <Skeleton active style={{ padding: 24 }} />;
  if (!session.data) return <Navigate to={`/log-in?to=${encodeURIComponent(pathname + search)}`} replace />;
  return (
    <YearProvider>
      <Inside />
    </YearProvider>
  );
};

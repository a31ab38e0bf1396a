import { Drawer, Grid, Layout, Skeleton } from 'antd';
import { Suspense, useState } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { useLive } from '../live/use-live.js';
import { useSession } from '../session/session.js';
import { useCalendar } from '../year/year.js';
import { YearProvider } from '../year/year-provider.js';
import { COMMON } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import { ProblemAlert } from '../../parts/problem.js';
import { dayOfInstant } from '../year/year.js';
import { ExpiredDialog } from '../session/expired-dialog.js';
import { FRAME } from './frame.words.js';
import { Navigation } from './navigation.js';
import { TopBar } from './top-bar.js';

const SIDE_PX = 176;

const RehearsalBanner = () => {
  const say = useWords(FRAME);
  const { data } = useCalendar();
  if (!data?.rehearsal) return null;
  return (
    <div role="alert" style={{ background: '#8a5a00', color: '#fff', padding: '4px 16px', fontWeight: 600 }}>
      {say('rehearsal', { now: dayOfInstant(data.now) })}
    </div>
  );
};

const Inside = () => {
  useLive();
  const common = useWords(COMMON);
  const say = useWords(FRAME);
  const narrow = !Grid.useBreakpoint().lg;
  const [isOpen, setOpen] = useState(false);
  return (
    <Layout style={{ height: '100%' }}>
      <a href="#content" className="skip-link">
        {common('skipToContent')}
      </a>
      <RehearsalBanner />
      <TopBar
        {...(narrow
          ? {
              openMenu: () => {
                setOpen(true);
              },
            }
          : {})}
      />
      <Layout hasSider={!narrow}>
        {narrow ? (
          <Drawer
            placement="left"
            size={260}
            open={isOpen}
            title={say('menu')}
            onClose={() => {
              setOpen(false);
            }}
            styles={{ body: { padding: 0 } }}
          >
            <Navigation
              onGo={() => {
                setOpen(false);
              }}
            />
          </Drawer>
        ) : (
          <Layout.Sider className="no-print" width={SIDE_PX} style={{ borderInlineEnd: '1px solid #dfe3e8', overflow: 'auto' }}>
            <Navigation />
          </Layout.Sider>
        )}
        <Layout.Content id="content" tabIndex={-1} style={{ overflow: 'auto', outline: 'none' }}>
          <Suspense fallback={<Skeleton active style={{ padding: 24 }} />}>
            <Outlet />
          </Suspense>
        </Layout.Content>
      </Layout>
      <ExpiredDialog />
    </Layout>
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

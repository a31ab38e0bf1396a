import { App, Button, Empty } from 'antd';
import { api, once } from '../../../api/client.js';
import { PAGES, listed } from '../../../api/pages.js';
import { useRefresh } from '../../../api/refresh.js';
import { hasRole, useMe } from '../../../app/session/session.js';
import { useYear } from '../../../app/year/year.js';
import type { Campaign } from '../../../app/year/year.js';
import { useInAddress } from '../../../parts/choose/use-in-address.js';
import { Panel, Read } from '../../../parts/page.js';
import { ProblemAlert } from '../../../parts/problem.js';
import { useWords } from '../../../words/words.js';
import { YearPage } from '../year-page.js';
import { Earlier } from './earlier.js';
import { REHEARSAL } from './rehearsal.words.js';
import { Result } from './result.js';
import { EndedPanel, RunningPanel } from './running-panel.js';
import type { Rehearsal } from './running-panel.js';

const EVERY_MS = 2_000;
const PATHS = ['/api/v1/campaigns/{campaign}/rehearsals', '/api/v1/rehearsals'] as const;

/** Starts and cancels, each after a question; what failed is said on the page. */
const useCommands = ({ id: campaign, fiscalYear }: Campaign, onStarted: (rehearsal: string) => void) => {
  const say = useWords(REHEARSAL);
  const refresh = useRefresh();
  const { modal } = App.useApp();
  const start = api.useMutation('post', '/api/v1/campaigns/{campaign}/rehearsals', { onSettled: () => refresh(...PATHS) });
  const cancel = api.useMutation('post', '/api/v1/rehearsals/{rehearsal}/cancel', { onSettled: () => refresh(...PATHS) });
  const askStart = (): void => {
    const header = once();
    void modal.confirm({
      title: say('startTitle', { year: fiscalYear }),
      content: say('startText'),
      okText: say('start'),
      onOk: async () => {
        cancel.reset();
        await start.mutateAsync({ params: { path: { campaign }, header } }).then(
          ({ id }) => {
            onStarted(id);
          },
          () => undefined,
        );
      },
    });
  };
  const askCancel = (rehearsal: string): void => {
    const header = once();
    void modal.confirm({
      title: say('cancelTitle'),
      content: say('cancelText'),
      okText: say('cancel'),
      cancelText: say('keep'),
      okButtonProps: { danger: true },
      onOk: async () => {
        start.reset();
        await cancel.mutateAsync({ params: { path: { rehearsal }, header } }).catch(() => undefined);
      },
    });
  };
  return { askStart, askCancel, error: start.error ?? cancel.error };
};

const Shown = ({ id }: { readonly id: string }) => {
  const params = { path: { rehearsal: id } };
  const query = api.useQuery(
    'get',
    '/api/v1/rehearsals/{rehearsal}',
    { params },
    { refetchInterval: ({ state }) => (state.data?.state === 'running' ? EVERY_MS : false) },
  );
  const body = (it: Rehearsal) => {
    if (it.state === 'running') return <RunningPanel rehearsal={it} />;
    return it.outcome ? <Result rehearsal={it.id} outcome={it.outcome} /> : <EndedPanel rehearsal={it} />;
  };
  return <Read query={query}>{body}</Read>;
};

const OfYear = ({ campaign }: { readonly campaign: Campaign }) => {
  const say = useWords(REHEARSAL);
  const isBureau = hasRole(useMe(), 'bureau');
  const { get, set } = useInAddress();
  const show = (id: string | undefined): void => {
    set({ rehearsal: id, search: undefined });
  };
  const { askStart, askCancel, error } = useCommands(campaign, show);
  const params = { path: { campaign: campaign.id }, query: { limit: 100 } };
  const query = api.useInfiniteQuery(
    'get',
    '/api/v1/campaigns/{campaign}/rehearsals',
    { params },
    {
      ...PAGES,
      refetchInterval: ({ state }) => (state.data?.pages[0]?.items[0]?.state === 'running' ? EVERY_MS : false),
    },
  );
  const { rows, error: unread, readAgain, isFirst } = listed(query);
  const running = rows.find(({ state }) => state === 'running');
  const shown = rows.find(({ id }) => id === get('rehearsal')) ?? rows[0];
  const cancel = running ? (
    <Button
      danger
      disabled={running.cancelling}
      onClick={() => {
        askCancel(running.id);
      }}
    >
      {say('cancel')}
    </Button>
  ) : null;
  const start = (
    <Button type="primary" disabled={isFirst} onClick={askStart}>
      {say('start')}
    </Button>
  );
  return (
    <YearPage name="rehearsal" intro={say('intro')} actions={isBureau ? (cancel ?? start) : undefined}>
      {error ? <ProblemAlert error={error} /> : null}
      {unread ? <ProblemAlert error={unread} retry={readAgain} /> : null}
      {shown ? <Shown key={shown.id} id={shown.id} /> : null}
      {rows.length === 0 && !isFirst && !unread ? (
        <Panel>
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say('none')} />
        </Panel>
      ) : null}
      {shown ? <Earlier rows={rows} shown={shown.id} onShow={show} /> : null}
    </YearPage>
  );
};

/** 演练: the year tried in virtual time before it is launched, watched, and set beside its plan. */
export const Component = () => {
  const { campaign } = useYear();
  return campaign ? <OfYear key={campaign.id} campaign={campaign} /> : <YearPage name="rehearsal" />;
};

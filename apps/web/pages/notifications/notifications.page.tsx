import { App, Button, Checkbox } from 'antd';
import { Link, useNavigate } from 'react-router';
import { api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { given } from '../../api/given.js';
import { PAGES, listed } from '../../api/pages.js';
import { sentenceOf } from '../../api/problem.js';
import { useRefresh } from '../../api/refresh.js';
import { useInAddress } from '../../parts/choose/use-in-address.js';
import { DayText, InstantText } from '../../parts/day.js';
import { Page } from '../../parts/page.js';
import { ToneTag } from '../../parts/states/state-tag.js';
import type { Column } from '../../parts/table/column.js';
import { ListTable } from '../../parts/table/list-table.js';
import { useLanguage, useWords } from '../../words/words.js';
import { NOTIFICATIONS } from './notifications.words.js';
import { wayOf } from './way.js';

type Notification = Schemas['Notification'];

const useMarkRead = () => {
  const refresh = useRefresh();
  const { message } = App.useApp();
  return api.useMutation('post', '/api/v1/notifications/read', {
    onSuccess: () => refresh('/api/v1/notifications'),
    onError: (error) => void message.error(sentenceOf(error)),
  });
};

const useColumns = (onGo: (it: Notification) => void): readonly Column<Notification>[] => {
  const say = useWords(NOTIFICATIONS);
  const language = useLanguage();
  return [
    { key: 'at', title: say('at'), width: 150, text: ({ at }) => at, show: ({ at }) => <InstantText at={at} /> },
    {
      key: 'what',
      title: say('what'),
      width: 190,
      text: (it) => it[language],
      show: (it) => (
        <>
          {it.readAt === null ? (
            <>
              <ToneTag tone="act" sign="●">
                {say('unread')}
              </ToneTag>{' '}
            </>
          ) : null}
          {it[language]}
        </>
      ),
    },
    {
      key: 'about',
      title: say('about'),
      width: 520,
      text: ({ title }) => title ?? '',
      show: (it) => {
        const way = wayOf(it);
        if (!way) return it.title ?? '';
        return (
          <Link
            to={way}
            onClick={() => {
              onGo(it);
            }}
          >
            {it.title ?? it[language]}
          </Link>
        );
      },
    },
    { key: 'due', title: say('due'), width: 150, text: ({ dueOn }) => dueOn ?? '', show: ({ dueOn }) => <DayText day={dueOn} /> },
  ];
};

/** What one was told, newest first, each with the way to what it is about; what is opened counts as read. */
export const Component = () => {
  const say = useWords(NOTIFICATIONS);
  const navigate = useNavigate();
  const { get, set } = useInAddress();
  const unread = get('unread') === 'true' ? ('true' as const) : undefined;
  const query = { limit: 100, ...given({ unread }) };
  const list = listed(api.useInfiniteQuery('get', '/api/v1/notifications', { params: { query } }, PAGES));
  const mark = useMarkRead();
  const read = (some: readonly Notification[]): void => {
    const notifications = some.filter(({ readAt }) => readAt === null).map(({ id }) => id);
    if (notifications.length > 0) mark.mutate({ body: { notifications } });
  };
  const [newest] = list.rows;
  const readAll = (
    <Button
      disabled={!newest || list.rows.every(({ readAt }) => readAt !== null)}
      loading={mark.isPending}
      onClick={() => {
        if (newest) mark.mutate({ body: { until: newest.at } });
      }}
    >
      {say('readAll')}
    </Button>
  );
  return (
    <Page title={say('title')} intro={say('intro')} actions={readAll}>
      <ListTable
        id="notifications"
        name={say('title')}
        columns={useColumns((it) => {
          read([it]);
        })}
        list={list}
        rowKey={({ id }) => id}
        empty={say(unread ? 'emptyUnread' : 'empty')}
        onOpen={(it) => {
          read([it]);
          const way = wayOf(it);
          if (way) void navigate(way);
        }}
        bulk={(selected, clear) => (
          <Button
            size="small"
            onClick={() => {
              read(selected);
              clear();
            }}
          >
            {say('read')}
          </Button>
        )}
        filters={
          <Checkbox
            checked={unread !== undefined}
            onChange={({ target }) => {
              set({ unread: target.checked ? 'true' : undefined });
            }}
          >
            {say('unreadOnly')}
          </Checkbox>
        }
      />
    </Page>
  );
};

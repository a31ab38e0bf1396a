import { useState } from 'react';
import { Navigate } from 'react-router';
import { api } from '../../api/client.js';
import { given } from '../../api/given.js';
import { PAGES, listed } from '../../api/pages.js';
import { hasRole, useMe } from '../../app/session/session.js';
import { useInAddress } from '../../parts/choose/use-in-address.js';
import { InstantText } from '../../parts/day.js';
import { HISTORY } from '../../parts/history/history.words.js';
import { useSentence } from '../../parts/history/sentence.js';
import type { Entry } from '../../parts/history/sentence.js';
import { STREAM_WORDS, isStream } from '../../parts/history/trail.words.js';
import { LinkButton } from '../../parts/link-button.js';
import { Page } from '../../parts/page.js';
import type { Column } from '../../parts/table/column.js';
import { ListTable } from '../../parts/table/list-table.js';
import { useWords } from '../../words/words.js';
import { EntryDrawer } from './entry-drawer.js';
import { TrailFilters } from './filters.js';
import { TRAIL_PAGE } from './trail-page.words.js';

const keyOf = ({ stream, sequence }: Entry): string => `${stream}#${String(sequence)}`;
const SHANGHAI_MS = 8 * 3_600_000;
const timeOf = (at: string): string => new Date(Date.parse(at) + SHANGHAI_MS).toISOString().slice(0, 16).replace('T', ' ');

/** The beginning of a day in Shanghai, `later` days on. */
const beginOf = (day: string | undefined, later = 0): string | undefined => {
  const at = day === undefined ? Number.NaN : Date.parse(`${day}T00:00:00+08:00`);
  return Number.isNaN(at) ? undefined : new Date(at + later * 86_400_000).toISOString();
};

const useColumns = (): readonly Column<Entry>[] => {
  const say = useWords(TRAIL_PAGE);
  const words = useWords(HISTORY);
  const streams = useWords(STREAM_WORDS);
  const sentence = useSentence();
  const kindOf = ({ stream }: Entry): string => {
    const [kind = ''] = stream.split('/');
    return isStream(kind) ? streams(kind) : kind;
  };
  return [
    { key: 'at', title: say('at'), width: 150, text: ({ at }) => timeOf(at), show: ({ at }) => <InstantText at={at} /> },
    { key: 'who', title: say('who'), width: 170, text: ({ actorName }) => actorName ?? words('system') },
    { key: 'what', title: say('what'), width: 290, text: sentence },
    { key: 'of', title: say('of'), width: 100, text: kindOf },
    { key: 'subject', title: say('subject'), width: 380, text: ({ subject }) => subject ?? '' },
  ];
};

const Trail = () => {
  const say = useWords(TRAIL_PAGE);
  const { get } = useInAddress();
  const [opened, setOpened] = useState<Entry | null>(null);
  const filters = given({
    ...{ stream: get('stream'), of: get('of'), type: get('type'), actor: get('who') },
    ...{ from: beginOf(get('from')), until: beginOf(get('until'), 1) },
  });
  const list = listed(api.useInfiniteQuery('get', '/api/v1/audit', { params: { query: { limit: 200, ...filters } } }, PAGES));
  return (
    <Page title={say('title')} intro={say('intro')} actions={<LinkButton to="/history/tasks">{say('toTasks')}</LinkButton>}>
      <ListTable
        id="trail"
        name={say('title')}
        columns={useColumns()}
        list={list}
        rowKey={keyOf}
        current={opened ? keyOf(opened) : undefined}
        empty={say('empty')}
        onOpen={setOpened}
        filters={<TrailFilters subject={list.rows[0]?.subject ?? null} />}
      />
      {opened ? (
        <EntryDrawer
          entry={opened}
          onClose={() => {
            setOpened(null);
          }}
        />
      ) : null}
    </Page>
  );
};

/** The audit trail, for those who may read all of it; everybody else sees the course of the tasks that they see. */
export const Component = () => {
  const me = useMe();
  return hasRole(me, 'bureau', 'observer') ? <Trail /> : <Navigate to="/history/tasks" replace />;
};

import { Segmented } from 'antd';
import { Suspense, lazy } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { PAGES, listed } from '../../api/pages.js';
import { hasRole, useMe } from '../../app/session/session.js';
import { lastDayOf } from '../../app/year/year.js';
import { Limit } from '../../parts/day.js';
import { Page } from '../../parts/page.js';
import { StateTag } from '../../parts/states/state-tag.js';
import type { Column } from '../../parts/table/column.js';
import { ListTable } from '../../parts/table/list-table.js';
import { COMMON, KIND_WORDS } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import { WORK } from './work.words.js';

type Task = Schemas['Task'];

const WaitingDecisions = lazy(async () => ({ default: (await import('../evaluation/scoring/waiting-decisions.js')).WaitingDecisions }));

const SHOWS = ['everything', 'returned', 'toFile', 'toReview'] as const;
type Show = (typeof SHOWS)[number];

const BELONGS: Readonly<Record<Show, (task: Task) => boolean>> = {
  everything: () => true,
  returned: ({ status }) => status === 'returned',
  toFile: ({ doing }) => doing === 'file',
  toReview: ({ doing }) => doing === 'review',
};

const byDeadline = (a: Task, b: Task): number => a.dueAt.localeCompare(b.dueAt);
/** What came back goes first, then the nearest deadline. */
const byUrgency = (a: Task, b: Task): number => Number(b.status === 'returned') - Number(a.status === 'returned') || byDeadline(a, b);

const useColumns = (): readonly Column<Task>[] => {
  const say = useWords(WORK);
  const common = useWords(COMMON);
  const kind = useWords(KIND_WORDS);
  return [
    {
      key: 'title',
      title: say('what'),
      width: 380,
      fixed: true,
      text: ({ title }) => title,
      show: ({ document, title }) => <Link to={`/documents/${document}`}>{title}</Link>,
    },
    { key: 'doing', title: say('turn'), width: 70, text: ({ doing }) => say(doing) },
    { key: 'status', title: common('status'), width: 100, text: ({ status }) => status, show: ({ status }) => <StateTag state={status} /> },
    {
      key: 'due',
      title: common('due'),
      width: 280,
      text: ({ dueAt }) => lastDayOf(dueAt),
      show: ({ dueAt, campaign }) => <Limit until={dueAt} campaign={campaign} />,
    },
    { key: 'kind', title: say('kind'), width: 150, text: (task) => kind(task.kind) },
    { key: 'unit', title: common('unit'), width: 200, text: ({ unitName }) => unitName ?? '' },
    { key: 'for', title: say('forWhom'), width: 120, text: ({ forName }) => forName, hidden: true },
  ];
};

/** What do I owe, by when, and what came back. */
export const Component = () => {
  const say = useWords(WORK);
  const me = useMe();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const show = SHOWS.find((it) => it === search.get('show')) ?? 'everything';
  const tasks = listed(api.useInfiniteQuery('get', '/api/v1/tasks', { params: { query: { limit: 500 } } }, PAGES));
  const count = (it: Show): number => tasks.rows.filter(BELONGS[it]).length;
  const rows = tasks.rows.filter(BELONGS[show]).sort(byUrgency);
  return (
    <Page title={say('title')}>
      {hasRole(me, 'agency', 'expert') ? (
        <Suspense>
          <WaitingDecisions />
        </Suspense>
      ) : null}
      <ListTable
        id="tasks"
        name={say('title')}
        columns={useColumns()}
        list={{ ...tasks, rows }}
        rowKey={({ document, doing, for: person }) => `${document}/${doing}/${person}`}
        empty={say('emptyTasks')}
        onOpen={({ document }) => void navigate(`/documents/${document}`)}
        filters={
          <Segmented
            value={show}
            onChange={(it) => {
              setSearch({ show: it });
            }}
            options={SHOWS.map((value) => ({ value, label: `${say(value)} ${String(count(value))}` }))}
          />
        }
      />
    </Page>
  );
};

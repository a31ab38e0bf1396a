import { Link, useNavigate } from 'react-router';
import { api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { given } from '../../api/given.js';
import { PAGES, listed } from '../../api/pages.js';
import { hasRole, useMe } from '../../app/session/session.js';
import { lastDayOf, useYear } from '../../app/year/year.js';
import { Choose } from '../../parts/choose/choose.js';
import { useInAddress } from '../../parts/choose/use-in-address.js';
import { Limit } from '../../parts/day.js';
import { LinkButton } from '../../parts/link-button.js';
import { Page } from '../../parts/page.js';
import { StateTag } from '../../parts/states/state-tag.js';
import { STATE_WORDS } from '../../parts/states/states.js';
import type { Column } from '../../parts/table/column.js';
import { ListTable } from '../../parts/table/list-table.js';
import { COMMON, KIND_WORDS } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import { stateOf } from './task-state.js';
import { TRAIL_PAGE } from './trail-page.words.js';

type Obligation = Schemas['Obligation'];

const useColumns = (): readonly Column<Obligation>[] => {
  const say = useWords(TRAIL_PAGE);
  const common = useWords(COMMON);
  const kinds = useWords(KIND_WORDS);
  const states = useWords(STATE_WORDS);
  return [
    {
      key: 'task',
      title: say('task'),
      width: 440,
      fixed: true,
      text: ({ title }) => title,
      show: ({ id, title }) => <Link to={`/history/tasks/${id}`}>{title}</Link>,
    },
    {
      key: 'status',
      title: common('status'),
      width: 100,
      text: ({ status }) => states(stateOf(status)),
      show: ({ status }) => <StateTag state={stateOf(status)} />,
    },
    {
      key: 'due',
      title: common('due'),
      width: 250,
      text: ({ dueAt }) => lastDayOf(dueAt),
      show: ({ dueAt, campaign, status }) => <Limit until={dueAt} campaign={campaign} done={status === 'closed'} />,
    },
    { key: 'kind', title: say('of'), width: 160, text: ({ kind }) => kinds(kind) },
  ];
};

/** Every task that one sees, as a way to its course. */
export const Component = () => {
  const say = useWords(TRAIL_PAGE);
  const common = useWords(COMMON);
  const states = useWords(STATE_WORDS);
  const me = useMe();
  const navigate = useNavigate();
  const { campaign } = useYear();
  const { oneOf, set } = useInAddress();
  const status = oneOf('status', ['open', 'closed'] as const);
  const query = { limit: 200, ...given({ campaign: campaign?.id, status }) };
  const list = listed(api.useInfiniteQuery('get', '/api/v1/obligations', { params: { query } }, PAGES));
  return (
    <Page
      title={say('tasks')}
      intro={say('tasksIntro')}
      actions={hasRole(me, 'bureau', 'observer') ? <LinkButton to="/history">{say('toTrail')}</LinkButton> : null}
    >
      <ListTable
        id="course"
        name={say('tasks')}
        columns={useColumns()}
        list={list}
        rowKey={({ id }) => id}
        empty={say('tasksEmpty')}
        onOpen={({ id }) => void navigate(`/history/tasks/${id}`)}
        filters={
          <Choose
            name={common('status')}
            value={status}
            onChoose={(it) => {
              set({ status: it });
            }}
            options={[
              { value: 'open', label: states('running') },
              { value: 'closed', label: states('closed') },
            ]}
          />
        }
      />
    </Page>
  );
};

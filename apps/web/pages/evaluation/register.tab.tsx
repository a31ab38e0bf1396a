import { Link, useNavigate } from 'react-router';
import { api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { PAGES, listed } from '../../api/pages.js';
import { ToneTag } from '../../parts/states/state-tag.js';
import type { Column } from '../../parts/table/column.js';
import { ListTable } from '../../parts/table/list-table.js';
import { useWords } from '../../words/words.js';
import { AGENCIES } from './agencies.words.js';

type Agency = Schemas['AgencyInRegister'];

const useColumns = (): readonly Column<Agency>[] => {
  const say = useWords(AGENCIES);
  return [
    {
      key: 'name',
      title: say('name'),
      width: 340,
      fixed: true,
      text: ({ name }) => name,
      show: ({ id, name }) => <Link to={`/agencies/${id}`}>{name}</Link>,
    },
    {
      key: 'state',
      title: say('state'),
      width: 110,
      text: ({ active }) => say(active ? 'active' : 'inactive'),
      show: ({ active }) => (
        <ToneTag tone={active ? 'done' : 'quiet'} sign={active ? '✓' : '—'}>
          {say(active ? 'active' : 'inactive')}
        </ToneTag>
      ),
    },
    { key: 'credit', title: say('credit'), width: 110, text: ({ creditGrade }) => creditGrade ?? say('ungraded') },
    { key: 'ratings', title: say('ratings'), width: 100, align: 'right', text: ({ ratings }) => String(ratings) },
  ];
};

/** 机构名册: who may be assigned, and how good their work was found. */
export const Component = () => {
  const say = useWords(AGENCIES);
  const navigate = useNavigate();
  const list = listed(api.useInfiniteQuery('get', '/api/v1/agency-register', { params: { query: { limit: 200 } } }, PAGES));
  return (
    <ListTable
      id="agencies"
      name={say('title')}
      columns={useColumns()}
      list={list}
      rowKey={({ id }) => id}
      empty={say('empty')}
      onOpen={({ id }) => void navigate(`/agencies/${id}`)}
    />
  );
};

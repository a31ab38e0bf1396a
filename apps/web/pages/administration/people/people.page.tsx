import { Button, Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { api } from '../../../api/client.js';
import type { Schemas } from '../../../api/client.js';
import { given } from '../../../api/given.js';
import { PAGES, listed } from '../../../api/pages.js';
import { hasRole, useMe } from '../../../app/session/session.js';
import { Choose } from '../../../parts/choose/choose.js';
import { useInAddress } from '../../../parts/choose/use-in-address.js';
import { ToneTag } from '../../../parts/states/state-tag.js';
import type { Column } from '../../../parts/table/column.js';
import { ListTable } from '../../../parts/table/list-table.js';
import { ROLES, ROLE_WORDS } from '../../../words/roles.js';
import { useWords } from '../../../words/words.js';
import { AdministrationPage } from '../administration-page.js';
import { AddPerson } from './add-person.js';
import { PEOPLE } from './people.words.js';
import { PersonDrawer } from './person-drawer.js';

type Person = Schemas['Person'];

const useColumns = (): readonly Column<Person>[] => {
  const say = useWords(PEOPLE);
  const roles = useWords(ROLE_WORDS);
  return [
    { key: 'name', title: say('name'), width: 200, fixed: true, text: ({ name }) => name },
    { key: 'email', title: say('email'), width: 280, text: ({ email }) => email },
    {
      key: 'roles',
      title: say('roles'),
      width: 420,
      text: ({ grants }) => grants.map(({ role, place }) => [roles(role), place].filter(Boolean).join(' · ')).join('；'),
    },
    {
      key: 'active',
      title: say('active'),
      width: 100,
      text: ({ active }) => say(active ? 'isActive' : 'isNot'),
      show: ({ active }) => <ToneTag tone={active ? 'done' : 'quiet'}>{say(active ? 'isActive' : 'isNot')}</ToneTag>,
    },
  ];
};

const Filters = () => {
  const say = useWords(PEOPLE);
  const roles = useWords(ROLE_WORDS);
  const { get, oneOf, set } = useInAddress();
  return (
    <>
      <Input
        size="small"
        allowClear
        style={{ width: 180 }}
        aria-label={say('search')}
        placeholder={say('search')}
        value={get('q') ?? ''}
        onChange={({ target }) => {
          set({ q: target.value });
        }}
      />
      <Choose
        name={say('role')}
        value={oneOf('role', ROLES)}
        onChoose={(role) => {
          set({ role });
        }}
        options={ROLES.map((value) => ({ value, label: roles(value) }))}
      />
    </>
  );
};

/** Who has an account and which roles; one opens with all that can be done. */
export const Component = () => {
  const say = useWords(PEOPLE);
  const me = useMe();
  const writes = hasRole(me, 'system');
  const { get, oneOf, set } = useInAddress();
  const [isAdding, setAdding] = useState(false);
  const q = useDeferredValue(get('q')?.trim());
  const query = { limit: 200, ...given({ q: q === '' ? undefined : q, role: oneOf('role', ROLES) }) };
  const list = listed(api.useInfiniteQuery('get', '/api/v1/people', { params: { query } }, PAGES));
  const opened = get('person');
  const add = (
    <Button
      type="primary"
      onClick={() => {
        setAdding(true);
      }}
    >
      {say('add')}
    </Button>
  );
  return (
    <AdministrationPage title={say('title')} actions={writes ? add : null} intro={writes ? null : say('readOnly')}>
      <ListTable
        id="people"
        name={say('title')}
        columns={useColumns()}
        list={list}
        rowKey={({ id }) => id}
        current={opened}
        empty={say('empty')}
        onOpen={({ id }) => {
          set({ person: id });
        }}
        filters={<Filters />}
      />
      {opened === undefined ? null : (
        <PersonDrawer
          key={opened}
          id={opened}
          writes={writes}
          onClose={() => {
            set({ person: undefined });
          }}
        />
      )}
      {isAdding ? (
        <AddPerson
          onClose={() => {
            setAdding(false);
          }}
        />
      ) : null}
    </AdministrationPage>
  );
};

import { Button, Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../../api/client.js';
import type { Schemas } from '../../../api/client.js';
import { given } from '../../../api/given.js';
import { PAGES, listed } from '../../../api/pages.js';
import { hasRole, useMe } from '../../../app/session/session.js';
import { useInAddress } from '../../../parts/choose/use-in-address.js';
import { Panel } from '../../../parts/page.js';
import { ToneTag } from '../../../parts/states/state-tag.js';
import type { Column } from '../../../parts/table/column.js';
import { ListTable } from '../../../parts/table/list-table.js';
import { useWords } from '../../../words/words.js';
import { ChangesLog } from '../../projects/changes-log.js';
import { AdministrationPage } from '../administration-page.js';
import { AddUnit } from './add-unit.js';
import { EditUnit } from './edit-unit.js';
import { Offices } from './offices.js';
import { ORGANISATION } from './organisation.words.js';

type Unit = Schemas['Unit'];

const useColumns = (onEdit: ((unit: Unit) => void) | null): readonly Column<Unit>[] => {
  const say = useWords(ORGANISATION);
  const offices = api.useQuery('get', '/api/v1/sector-offices', { params: { query: { limit: 500 } } });
  const nameOf = new Map((offices.data?.items ?? []).map(({ id, name }) => [id, name]));
  const stateOf = ({ dissolvedOn }: Unit): string => (dissolvedOn ? say('dissolvedOn', { day: dissolvedOn }) : say('isThere'));
  const act: Column<Unit> = {
    key: 'act',
    title: say('actions'),
    width: 150,
    text: () => '',
    show: (unit) =>
      unit.dissolvedOn ? null : (
        <span style={{ display: 'inline-flex', gap: 10, alignItems: 'center' }}>
          <Button
            size="small"
            aria-label={`${say('edit')} ${unit.name}`}
            onClick={() => {
              onEdit?.(unit);
            }}
          >
            {say('edit')}
          </Button>
          <Link to={`/units/${unit.id}/dissolution`} aria-label={`${say('dissolve')} ${unit.name}`}>
            {say('dissolve')}
          </Link>
        </span>
      ),
  };
  return [
    {
      key: 'name',
      title: say('name'),
      width: 320,
      fixed: true,
      text: ({ code, name }) => `${code} ${name}`,
      show: ({ id, parent, code, name }) => (
        <Link to={`/units/${id}`} style={{ paddingInlineStart: parent === null ? 0 : 20, fontWeight: parent === null ? 600 : 400 }}>
          {code} {name}
        </Link>
      ),
    },
    { key: 'department', title: say('department'), width: 180, text: ({ departmentName }) => departmentName },
    { key: 'office', title: say('office'), width: 150, text: ({ sectorOffice }) => (sectorOffice ? (nameOf.get(sectorOffice) ?? '') : '') },
    { key: 'category', title: say('category'), width: 100, text: ({ category }) => category },
    {
      key: 'state',
      title: say('state'),
      width: 140,
      text: stateOf,
      show: (it) => <ToneTag tone={it.dissolvedOn ? 'quiet' : 'done'}>{stateOf(it)}</ToneTag>,
    },
    ...(onEdit ? [act] : []),
  ];
};

const Find = () => {
  const say = useWords(ORGANISATION);
  const { get, set } = useInAddress();
  return (
    <Input
      size="small"
      allowClear
      style={{ width: 200 }}
      aria-label={say('search')}
      placeholder={say('search')}
      value={get('q') ?? ''}
      onChange={({ target }) => {
        set({ q: target.value });
      }}
    />
  );
};

/** Departments with their units by code; a unit is added, or dissolved with its successor; and what has changed. */
export const Component = () => {
  const say = useWords(ORGANISATION);
  const me = useMe();
  const writes = hasRole(me, 'bureau');
  const { get } = useInAddress();
  const [isAdding, setAdding] = useState(false);
  const [edited, setEdited] = useState<Unit | null>(null);
  const q = useDeferredValue(get('q')?.trim());
  const query = { limit: 500, ...given({ q: q === '' ? undefined : q }) };
  const list = listed(api.useInfiniteQuery('get', '/api/v1/units', { params: { query } }, PAGES));
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
    <AdministrationPage title={say('title')} actions={writes ? add : null}>
      <ListTable
        id="organisation"
        name={say('title')}
        columns={useColumns(writes ? setEdited : null)}
        list={list}
        rowKey={({ id }) => id}
        empty={say('empty')}
        filters={<Find />}
      />
      {writes ? <Offices /> : null}
      {writes ? (
        <Panel title={say('changes')}>
          <ChangesLog name={say('changes')} />
        </Panel>
      ) : null}
      {edited ? (
        <EditUnit
          key={edited.id}
          unit={edited}
          onClose={() => {
            setEdited(null);
          }}
        />
      ) : null}
      {isAdding ? (
        <AddUnit
          onClose={() => {
            setAdding(false);
          }}
        />
      ) : null}
    </AdministrationPage>
  );
};

import { useState } from 'react';
import { api } from '../../../api/client.js';
import type { Schemas } from '../../../api/client.js';
import { given } from '../../../api/given.js';
import { PAGES, listed } from '../../../api/pages.js';
import { useMe } from '../../../app/session/session.js';
import { useInAddress } from '../../../parts/choose/use-in-address.js';
import { MissingPage } from '../../../parts/error-page.js';
import { ToneTag } from '../../../parts/states/state-tag.js';
import type { Column } from '../../../parts/table/column.js';
import { ListTable } from '../../../parts/table/list-table.js';
import { useWords } from '../../../words/words.js';
import { AdministrationPage } from '../administration-page.js';
import { Actions } from './actions.js';
import { EntryDrawer, NewEntry } from './entry-drawer.js';
import { Filters, useFilters } from './filters.js';
import { ImportDialog } from './import-dialog.js';
import { LIBRARY } from './library.words.js';
import { usualOf } from './usual.js';

type Entry = Schemas['IndicatorEntry'];

const useColumns = (): readonly Column<Entry>[] => {
  const say = useWords(LIBRARY);
  return [
    { key: 'level3', title: say('level3'), width: 240, fixed: true, text: ({ level3 }) => level3 },
    { key: 'sector', title: say('sector'), width: 110, text: ({ sector }) => sector },
    { key: 'level1', title: say('level1'), width: 90, text: ({ level1 }) => level1 },
    { key: 'level2', title: say('level2'), width: 150, text: ({ level2 }) => level2 },
    {
      key: 'usual',
      title: say('usual'),
      width: 150,
      text: usualOf,
    },
    { key: 'source', title: say('source'), width: 420, text: ({ source }) => source },
    {
      key: 'state',
      title: say('state'),
      width: 90,
      text: ({ active }) => say(active ? 'active' : 'withdrawn'),
      show: ({ active }) => <ToneTag tone={active ? 'done' : 'quiet'}>{say(active ? 'active' : 'withdrawn')}</ToneTag>,
    },
  ];
};

const Shown = ({ district }: { readonly district: string }) => {
  const say = useWords(LIBRARY);
  const { get, set } = useInAddress();
  const [opened, setOpened] = useState<'add' | 'import' | null>(null);
  const { chosen, active } = useFilters();
  const query = { limit: 200, district, ...chosen, ...given({ active }) };
  const list = listed(api.useInfiniteQuery('get', '/api/v1/indicator-library', { params: { query } }, PAGES));
  const { data } = api.useQuery('get', '/api/v1/indicator-library/sectors', { params: { query: { district } } });
  const sectors = data?.sectors ?? [];
  const names = sectors.map(({ sector }) => sector);
  const entry = get('entry');
  const close = (): void => {
    setOpened(null);
  };
  const actions = (
    <Actions
      district={district}
      onAdd={() => {
        setOpened('add');
      }}
      onImport={() => {
        setOpened('import');
      }}
    />
  );
  return (
    <AdministrationPage title={say('title')} intro={say('intro')} actions={actions}>
      <ListTable
        id="indicator-library"
        name={say('title')}
        columns={useColumns()}
        list={list}
        rowKey={({ id }) => id}
        current={entry}
        empty={say(sectors.length === 0 ? 'empty' : 'none')}
        onOpen={({ id }) => {
          set({ entry: id });
        }}
        filters={<Filters sectors={sectors} />}
      />
      {entry === undefined ? null : (
        <EntryDrawer
          key={entry}
          id={entry}
          sectors={names}
          onClose={() => {
            set({ entry: undefined });
          }}
        />
      )}
      {opened === 'add' ? <NewEntry district={district} sectors={names} onClose={close} /> : null}
      {opened === 'import' ? <ImportDialog district={district} onClose={close} /> : null}
    </AdministrationPage>
  );
};

/** 指标库: what indicators of a sector are usually called and where that comes from; for the bureau. */
export const Component = () => {
  const district = useMe().grants.find(({ role }) => role === 'bureau')?.district;
  return district ? <Shown district={district} /> : <MissingPage />;
};

import { useState } from 'react';
import { Link } from 'react-router';
import type { Schemas } from '../../api/client.js';
import { hasRole, useMe } from '../../app/session/session.js';
import { BulkOutcome } from '../../parts/bulk-outcome.js';
import { useInAddress } from '../../parts/choose/use-in-address.js';
import { ListTable } from '../../parts/table/list-table.js';
import { useWords } from '../../words/words.js';
import type { StageTabProps } from '../stages/stage-tab.js';
import { BulkActions } from './bulk-actions.js';
import { useItemColumns } from './columns.js';
import { ItemFilters } from './filters.js';
import { ItemDrawer } from './item-drawer.js';
import { useItems } from './items.js';
import type { Item } from './items.js';
import { RECTIFICATION } from './rectification.words.js';
import { Sums } from './sums.js';

/** 整改清单: every problem that was fed back, until it is struck off. */
export const Component = ({ campaign }: StageTabProps) => {
  const say = useWords(RECTIFICATION);
  const me = useMe();
  const { get, set } = useInAddress();
  const items = useItems(campaign.id);
  const [answer, setAnswer] = useState<Schemas['BulkAnswer'] | null>(null);
  const current = items.all.find(({ finding }) => finding === get('item'));
  return (
    <div style={{ display: 'grid', gap: 8, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <div style={{ display: 'flex', gap: 12, flexWrap: 'wrap', alignItems: 'center' }}>
        <Sums campaign={campaign.id} />
        <Link
          className="no-print"
          style={{ marginInlineStart: 'auto' }}
          to={`/rectification/print?${new URLSearchParams({ department: get('department') ?? '', unit: get('unit') ?? '' }).toString()}`}
        >
          {say('print')}
        </Link>
      </div>
      {answer ? (
        <BulkOutcome
          answer={answer}
          nameOf={(document) => items.all.find((it) => it.document === document)?.problem ?? ''}
          onClose={() => {
            setAnswer(null);
          }}
        />
      ) : null}
      <ListTable
        id="rectification-items"
        name={say('checklist')}
        columns={useItemColumns(campaign.id)}
        list={items}
        rowKey={({ finding }) => finding}
        empty={say('empty')}
        current={current?.finding}
        onOpen={({ finding }) => {
          set({ item: finding });
        }}
        filters={<ItemFilters />}
        {...(hasRole(me, 'bureau', 'sector-office', 'department')
          ? { bulk: (selected: readonly Item[], clear: () => void) => <BulkActions selected={selected} onDone={setAnswer} clear={clear} /> }
          : {})}
      />
      <ItemDrawer
        item={current}
        onClose={() => {
          set({ item: undefined });
        }}
      />
    </div>
  );
};

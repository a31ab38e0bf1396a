import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { api } from '../../../api/client.js';
import type { Schemas } from '../../../api/client.js';
import { PAGES, listed } from '../../../api/pages.js';
import { dayOfInstant, useCalendar } from '../../../app/year/year.js';
import { useForm } from '../../../parts/forms/form-context.js';
import { asRows } from '../../../parts/forms/grid/rows.js';
import type { Column } from '../../../parts/table/column.js';
import { ListTable } from '../../../parts/table/list-table.js';
import { useLanguage, useWords } from '../../../words/words.js';
import { COMMON } from '../../../words/terms.js';
import { labelOf } from '#contracts/forms/labels.js';
import { DOCUMENTS } from '../documents.words.js';

type Entry = Schemas['IndicatorEntry'];

const useColumns = (): readonly Column<Entry>[] => {
  const say = useWords(DOCUMENTS);
  const language = useLanguage();
  const named = (key: string): string => labelOf(`indicators.${key}`, language);
  return [
    { key: 'level3', title: named('level3'), width: 220, text: (it) => it.level3, fixed: true },
    { key: 'level1', title: named('level1'), width: 80, text: (it) => it.level1 },
    { key: 'level2', title: named('level2'), width: 120, text: (it) => it.level2 },
    { key: 'usual', title: say('usualValue'), width: 120, text: (it) => `${it.operator} ${it.usualValue} ${it.measureUnit}` },
    { key: 'sector', title: say('sector'), width: 110, text: (it) => it.sector },
    { key: 'source', title: say('origin'), width: 220, text: (it) => it.source },
  ];
};

/** Entries of the district's library to copy into the form, each with where it comes from. */
export const LibraryDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const say = useWords(DOCUMENTS);
  const common = useWords(COMMON);
  const form = useForm();
  const [typed, setTyped] = useState('');
  const { data: calendar } = useCalendar();
  const columns = useColumns();
  const query = { limit: 100, active: 'true' as const, ...(typed.trim() === '' ? {} : { q: typed.trim() }) };
  const list = listed(api.useInfiniteQuery('get', '/api/v1/indicator-library', { params: { query } }, PAGES));
  const copiedOn = dayOfInstant(calendar?.now ?? new Date());
  const take = (chosen: readonly Entry[]): void => {
    const rows = chosen.map(({ id, version, level1, level2, level3, operator, usualValue, measureUnit }) => ({
      ...{ level1, level2, level3, operator, targetValue: usualValue, measureUnit, core: false },
      origin: { entry: id, version, copiedOn },
    }));
    form.set('indicators', [...asRows(form.content['indicators']), ...rows]);
    onClose();
  };
  return (
    <Modal open width={980} title={say('libraryTitle')} footer={null} onCancel={onClose}>
      <ListTable
        id="library-choice"
        name={say('libraryTitle')}
        columns={columns}
        list={list}
        rowKey={({ id }) => id}
        filters={
          <Input.Search
            allowClear
            autoFocus
            aria-label={say('librarySearch')}
            placeholder={say('librarySearch')}
            style={{ width: 280 }}
            onSearch={setTyped}
            enterButton={common('search')}
          />
        }
        bulk={(chosen) => (
          <>
            <Button
              type="primary"
              size="small"
              onClick={() => {
                take(chosen);
              }}
            >
              {say('libraryTake', { count: chosen.length })}
            </Button>
            <span className="form-hint">{say('libraryWeights')}</span>
          </>
        )}
      />
    </Modal>
  );
};

import { App, Button, Dropdown } from 'antd';
import { http } from '../../../api/client.js';
import { sentenceOf } from '../../../api/problem.js';
import { saveFile } from '../../../parts/table/save-csv.js';
import { useWords } from '../../../words/words.js';
import { useFilters } from './filters.js';
import { LIBRARY } from './library.words.js';

const useDownloads = (district: string) => {
  const { message } = App.useApp();
  const save = (name: string, bytes: Promise<{ readonly data?: unknown; readonly error?: unknown }>): void => {
    void bytes
      .then(({ data, error }) => {
        if (error) throw error as unknown;
        saveFile(name, data as Blob, 'application/octet-stream');
      })
      .catch((error: unknown) => void message.error(sentenceOf(error)));
  };
  const template = (name: string): void => {
    save(name, http.GET('/api/v1/indicator-library/template', { parseAs: 'blob' }));
  };
  const { chosen } = useFilters();
  const whole = (name: string, format: 'xlsx' | 'csv'): void => {
    const params = { query: { ...chosen, district, format } };
    save(`${name}.${format}`, http.GET('/api/v1/indicator-library/export', { params, parseAs: 'blob' }));
  };
  return { template, whole };
};

interface ActionsProps {
  readonly district: string;
  readonly onAdd: () => void;
  readonly onImport: () => void;
}

/** What can be done with the library as a whole; what is exported is what the filters let through. */
export const Actions = ({ district, onAdd, onImport }: ActionsProps) => {
  const say = useWords(LIBRARY);
  const { template, whole } = useDownloads(district);
  const items = [
    { key: 'xlsx' as const, label: say('exportXlsx') },
    { key: 'csv' as const, label: say('exportCsv') },
  ];
  return (
    <>
      <Button type="primary" onClick={onImport}>
        {say('import')}
      </Button>
      <Button onClick={onAdd}>{say('add')}</Button>
      <Button
        onClick={() => {
          template(`${say('title')}-${say('template')}.xlsx`);
        }}
      >
        {say('template')}
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items,
          onClick: ({ key }) => {
            whole(say('title'), key === 'csv' ? 'csv' : 'xlsx');
          },
        }}
      >
        <Button>{say('export')}</Button>
      </Dropdown>
    </>
  );
};

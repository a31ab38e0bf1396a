import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { api, once } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { hasRole, useMe } from '../../app/session/session.js';
import { Panel } from '../../parts/page.js';
import { ProblemAlert } from '../../parts/problem.js';
import { PlainTable } from '../../parts/table/plain-table.js';
import { useLanguage, useWords } from '../../words/words.js';
import type { StageTabProps } from '../stages/stage-tab.js';
import { IMPORT } from './import.words.js';
import './monitoring.css';
import { placeOf, readPasted, refusedOf } from './pasted.js';
import type { Pasted } from './pasted.js';
import { RecentFigures } from './recent-figures.js';

const SHOWN = 8;
const KEY = 'jiheng.execution-import';

const Preview = ({ rows }: Pick<Pasted, 'rows'>) => {
  const say = useWords(IMPORT);
  const shown = rows.slice(0, SHOWN);
  const title = say('preview', { count: rows.length, shown: shown.length });
  return (
    <>
      <p className="monitoring-note">{title}</p>
      <PlainTable
        name={title}
        rows={shown}
        rowKey={({ project }, index) => `${String(index)}/${project}`}
        columns={[
          { key: 'project', title: say('project'), cell: ({ project }) => project },
          { key: 'day', title: say('day'), cell: ({ day }) => day },
          { key: 'executed', title: say('executed'), align: 'right', cell: ({ executed }) => executed },
        ]}
      />
    </>
  );
};

const Outcome = ({ fed }: { readonly fed: Schemas['ExecutionFed'] }) => {
  const say = useWords(IMPORT);
  const language = useLanguage();
  const { errors, ...counts } = fed;
  if (errors.length === 0) return <Alert type="success" showIcon title={say('done', counts)} />;
  return (
    <>
      <Alert type="warning" showIcon title={say('done', counts)} description={say('errors')} />
      <PlainTable
        name={say('errors')}
        rows={[...errors].sort((a, b) => placeOf(a.path) - placeOf(b.path))}
        rowKey={({ path, code }) => `${path}/${code}`}
        columns={[
          { key: 'where', title: say('where'), cell: ({ path }) => say('row', { row: String(placeOf(path) + 2) }) },
          { key: 'problem', title: say('problem'), cell: (it) => it[language] },
        ]}
      />
    </>
  );
};

const useKept = (): [string, (text: string) => void] => {
  const [text, setText] = useState(() => localStorage.getItem(KEY) ?? '');
  const keep = (it: string): void => {
    try {
      if (it === '') localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, it);
    } catch {
      // Too large to be kept here; it stays on the page.
    }
    setText(it);
  };
  return [text, keep];
};

/** 执行数导入: paste or choose a file, look at it, import; wrong rows are named and the others taken. */
const ImportForm = ({ campaign }: Pick<StageTabProps, 'campaign'>) => {
  const say = useWords(IMPORT);
  const queries = useQueryClient();
  const [text, setText] = useKept();
  const [origin, setOrigin] = useState('');
  const file = useRef<HTMLInputElement>(null);
  const read = useMemo(() => readPasted(text), [text]);
  const header = useRef(once());
  const feed = api.useMutation('post', '/api/v1/campaigns/{campaign}/execution-figures', {
    onSuccess: ({ errors }) => {
      header.current = once();
      setText(refusedOf(read, errors));
      void queries.invalidateQueries();
    },
  });
  const change = (it: string): void => {
    header.current = once();
    setText(it);
  };
  return (
    <Panel title={say('title')}>
      <div className="monitoring-page">
        <p className="monitoring-note">{say('intro')}</p>
        <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
          <input
            ref={file}
            type="file"
            accept=".csv,.txt,.tsv"
            aria-label={say('choose')}
            style={{ display: 'none' }}
            onChange={(event) => {
              const [chosen] = event.target.files ?? [];
              if (chosen) void chosen.text().then(change);
              event.target.value = '';
            }}
          />
          <Button onClick={() => file.current?.click()}>{say('choose')}</Button>
          <Button
            disabled={text === ''}
            onClick={() => {
              change('');
            }}
          >
            {say('clear')}
          </Button>
        </div>
        <label>
          {say('paste')}
          <Input.TextArea
            value={text}
            rows={6}
            placeholder={say('placeholder')}
            onChange={(event) => {
              change(event.target.value);
            }}
          />
        </label>
        <label>
          {say('origin')}
          <Input
            value={origin}
            maxLength={500}
            placeholder={say('originHint')}
            onChange={(event) => {
              header.current = once();
              setOrigin(event.target.value);
            }}
          />
        </label>
        {text !== '' && !read.hasHeader ? <Alert type="warning" showIcon title={say('headerMissing')} /> : null}
        {read.rows.length > 0 ? <Preview rows={read.rows} /> : null}
        {feed.error ? <ProblemAlert error={feed.error} /> : null}
        {feed.data ? <Outcome fed={feed.data} /> : null}
        <div>
          <Button
            type="primary"
            disabled={read.rows.length === 0 || origin.trim() === ''}
            loading={feed.isPending}
            onClick={() => {
              feed.mutate({
                params: { path: { campaign: campaign.id }, header: header.current },
                body: { origin: origin.trim(), rows: [...read.rows] },
              });
            }}
          >
            {read.rows.length > 0 && origin.trim() === '' ? say('needsOrigin') : say('import', { count: read.rows.length })}
          </Button>
        </div>
      </div>
    </Panel>
  );
};

/** The bureau imports; everybody else sees what was imported of what they see. */
export const Component = ({ campaign }: StageTabProps) => {
  const me = useMe();
  return (
    <div className="monitoring-page">
      {hasRole(me, 'bureau') ? <ImportForm campaign={campaign} /> : null}
      <RecentFigures />
    </div>
  );
};

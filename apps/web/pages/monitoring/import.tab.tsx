import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { api, once } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { Panel } from '../../parts/page.js';
import { ProblemAlert } from '../../parts/problem.js';
import { useLanguage, useWords } from '../../words/words.js';
import type { StageTabProps } from '../stages/stage-tab.js';
import { IMPORT } from './import.words.js';
import './monitoring.css';
import { readPasted } from './pasted.js';
import type { Pasted } from './pasted.js';
import { RecentFigures } from './recent-figures.js';

const SHOWN = 8;
const KEY = 'jiheng.execution-import';

const Preview = ({ rows }: Pick<Pasted, 'rows'>) => {
  const say = useWords(IMPORT);
  return (
    <div className="monitoring-preview">
      <table aria-label={say('preview', { count: rows.length, shown: Math.min(SHOWN, rows.length) })}>
        <caption>{say('preview', { count: rows.length, shown: Math.min(SHOWN, rows.length) })}</caption>
        <thead>
          <tr>
            <th scope="col">{say('project')}</th>
            <th scope="col">{say('day')}</th>
            <th scope="col">{say('executed')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, SHOWN).map((it, index) => (
            <tr key={`${String(index)}/${it.project}`}>
              <td>{it.project}</td>
              <td>{it.day}</td>
              <td className="numbers">{it.executed}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** The line of the pasted table that a path such as `body.rows.3.executed` means, counted with its header. */
const lineOf = (path: string): string => String(Number(/rows\.(\d+)/.exec(path)?.[1] ?? '0') + 2);

const Outcome = ({ fed }: { readonly fed: Schemas['ExecutionFed'] }) => {
  const say = useWords(IMPORT);
  const language = useLanguage();
  const { errors, ...counts } = fed;
  return (
    <>
      <Alert type={errors.length === 0 ? 'success' : 'warning'} showIcon title={say('done', counts)} />
      {errors.length === 0 ? null : (
        <div className="monitoring-preview">
          <table aria-label={say('errors')}>
            <caption>{say('errors')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('where')}</th>
                <th scope="col">{say('problem')}</th>
              </tr>
            </thead>
            <tbody>
              {errors.map((it) => (
                <tr key={`${it.path}/${it.code}`}>
                  <td>{say('row', { row: lineOf(it.path) })}</td>
                  <td>{it[language]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
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
export const Component = ({ campaign }: StageTabProps) => {
  const say = useWords(IMPORT);
  const queries = useQueryClient();
  const [text, setText] = useKept();
  const [origin, setOrigin] = useState('');
  const file = useRef<HTMLInputElement>(null);
  const read = useMemo(() => readPasted(text), [text]);
  const header = useRef(once());
  const feed = api.useMutation('post', '/api/v1/campaigns/{campaign}/execution-figures', {
    onSuccess: () => {
      header.current = once();
      setText('');
      void queries.invalidateQueries();
    },
  });
  const change = (it: string): void => {
    header.current = once();
    setText(it);
  };
  return (
    <div className="monitoring-page">
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
      <RecentFigures />
    </div>
  );
};

import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { api, once } from '../../api/client.js';
import { hasRole, useMe } from '../../app/session/session.js';
import { Panel } from '../../parts/page.js';
import { ProblemAlert } from '../../parts/problem.js';
import { useWords } from '../../words/words.js';
import type { StageTabProps } from '../stages/stage-tab.js';
import { ImportFile } from './import-file.js';
import { Outcome, Preview } from './import-outcome.js';
import { IMPORT } from './import.words.js';
import './monitoring.css';
import { readPasted, refusedOf } from './pasted.js';
import { RecentFigures } from './recent-figures.js';

const KEY = 'jiheng.execution-import';

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

/** 执行数导入: drop a file or paste, look at it, check it, import; wrong rows are named and the others taken. */
const ImportForm = ({ campaign }: Pick<StageTabProps, 'campaign'>) => {
  const say = useWords(IMPORT);
  const queries = useQueryClient();
  const [text, setText] = useKept();
  const [origin, setOrigin] = useState('');
  const read = useMemo(() => readPasted(text), [text]);
  const header = useRef(once());
  const feed = api.useMutation('post', '/api/v1/campaigns/{campaign}/execution-figures', {
    onSuccess: ({ errors }) => {
      header.current = once();
      setText(refusedOf(read, errors));
      void queries.invalidateQueries();
    },
  });
  const check = api.useMutation('post', '/api/v1/campaigns/{campaign}/execution-figures');
  const change = (it: string): void => {
    header.current = once();
    check.reset();
    feed.reset();
    setText(it);
  };
  const takeFile = (it: string, name: string): void => {
    change(it);
    if (origin.trim() === '') setOrigin(name);
  };
  const ask = (isCheck: boolean): void => {
    check.reset();
    (isCheck ? check : feed).mutate({
      params: { path: { campaign: campaign.id }, header: isCheck ? once() : header.current },
      body: { origin: origin.trim(), rows: [...read.rows], check: isCheck },
    });
  };
  const isReady = read.rows.length > 0 && origin.trim() !== '';
  return (
    <Panel title={say('title')}>
      <div className="monitoring-page">
        <p className="monitoring-note">{say('intro')}</p>
        <ImportFile isFilled={text !== ''} onRead={takeFile} />
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
        {feed.error || check.error ? <ProblemAlert error={feed.error ?? check.error} /> : null}
        {check.data ? <Outcome fed={check.data} isCheck /> : feed.data ? <Outcome fed={feed.data} isCheck={false} /> : null}
        <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
          <Button
            type="primary"
            disabled={!isReady}
            loading={feed.isPending}
            onClick={() => {
              ask(false);
            }}
          >
            {read.rows.length > 0 && !isReady ? say('needsOrigin') : say('import', { count: read.rows.length })}
          </Button>
          <Button
            disabled={!isReady}
            loading={check.isPending}
            onClick={() => {
              ask(true);
            }}
          >
            {say('check')}
          </Button>
          <Button
            disabled={text === ''}
            onClick={() => {
              change('');
            }}
          >
            {say('clear')}
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

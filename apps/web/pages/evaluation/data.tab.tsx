import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, once } from '../../api/client.js';
import { hasRole, useMe } from '../../app/session/session.js';
import { DayText, InstantText } from '../../parts/day.js';
import { Panel, Read } from '../../parts/page.js';
import { ProblemAlert } from '../../parts/problem.js';
import { StateTag } from '../../parts/states/state-tag.js';
import { PlainTable } from '../../parts/table/plain-table.js';
import { COMMON } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import { DueOn } from './due-on.js';
import { isUnderWay } from './evaluation-state.js';
import { EVALUATION } from './evaluation.words.js';
import type { TabProps } from './tab-props.js';
import type { Evaluation } from './use-evaluation.js';

const itemsOf = (text: string): string[] =>
  text
    .split('\n')
    .map((it) => it.trim())
    .filter((it) => it !== '');

const AskForData = ({ evaluation }: { readonly evaluation: Evaluation }) => {
  const say = useWords(EVALUATION);
  const queries = useQueryClient();
  const [header, setHeader] = useState(once);
  const [text, setText] = useState('');
  const [dueOn, setDueOn] = useState('');
  const ask = api.useMutation('post', '/api/v1/evaluations/{evaluation}/data-requests', {
    onSuccess: () => {
      setText('');
      setDueOn('');
      setHeader(once());
      void queries.invalidateQueries();
    },
  });
  return (
    <Panel title={say('ask')}>
      <div className="evaluation-stack">
        <p>{say('askIntro')}</p>
        <label className="evaluation-field">
          {say('itemsEach')}
          <Input.TextArea
            rows={4}
            value={text}
            onChange={({ target }) => {
              setText(target.value);
            }}
          />
        </label>
        <DueOn label={say('dueOn')} value={dueOn} onChange={setDueOn} />
        {ask.error ? <ProblemAlert error={ask.error} /> : null}
        <div>
          <Button
            type="primary"
            disabled={itemsOf(text).length === 0 || dueOn === ''}
            loading={ask.isPending}
            onClick={() => {
              ask.mutate({ params: { path: { evaluation: evaluation.id }, header }, body: { items: itemsOf(text), dueOn } });
            }}
          >
            {say('send')}
          </Button>
        </div>
      </div>
    </Panel>
  );
};

/** 资料调取: what was asked of the evaluated unit, by when, and whether it is there. */
export const DataTab = ({ evaluation }: TabProps) => {
  const say = useWords(EVALUATION);
  const common = useWords(COMMON);
  const me = useMe();
  const requests = api.useQuery('get', '/api/v1/data-requests', { params: { query: { evaluation: evaluation.id, limit: 200 } } });
  return (
    <div className="evaluation-stack">
      <Panel title={say('data')}>
        <Read query={requests}>
          {({ items }) => (
            <PlainTable
              name={say('data')}
              rows={items}
              rowKey={({ id }) => id}
              empty={say('dataEmpty')}
              columns={[
                { key: 'items', title: say('items'), cell: (it) => it.items.join('；') },
                { key: 'due', title: say('dueOn'), cell: ({ dueOn }) => <DayText day={dueOn} /> },
                { key: 'status', title: common('status'), cell: ({ status }) => <StateTag state={status} /> },
                { key: 'asked', title: say('askedAt'), cell: ({ askedAt }) => <InstantText at={askedAt} /> },
                { key: 'reply', title: say('reply'), cell: (it) => <Link to={`/documents/${it.document}`}>{say('openDocument')}</Link> },
              ]}
            />
          )}
        </Read>
      </Panel>
      {hasRole(me, 'bureau', 'agency') && isUnderWay(evaluation) ? <AskForData evaluation={evaluation} /> : null}
    </div>
  );
};

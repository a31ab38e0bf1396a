import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, once } from '../../api/client.js';
import { hasRole, useMe } from '../../app/session/session.js';
import { DayText } from '../../parts/day.js';
import { Panel, Read } from '../../parts/page.js';
import { ProblemAlert } from '../../parts/problem.js';
import { StateTag } from '../../parts/states/state-tag.js';
import { PlainTable } from '../../parts/table/plain-table.js';
import { useWords } from '../../words/words.js';
import { DueOn } from './due-on.js';
import { isUnderWay } from './evaluation-state.js';
import { SURVEY } from './survey.words.js';
import { surveyState } from './survey-state.js';
import type { TabProps } from './tab-props.js';

const AddSurvey = ({ evaluation }: { readonly evaluation: string }) => {
  const say = useWords(SURVEY);
  const queries = useQueryClient();
  const [header, setHeader] = useState(once);
  const [title, setTitle] = useState('');
  const [dueOn, setDueOn] = useState('');
  const add = api.useMutation('post', '/api/v1/evaluations/{evaluation}/questionnaires', {
    onSuccess: () => {
      setTitle('');
      setHeader(once());
      void queries.invalidateQueries();
    },
  });
  return (
    <Panel title={say('add')}>
      <div className="evaluation-stack">
        <p>{say('addIntro')}</p>
        <label className="evaluation-field">
          {say('title')}
          <Input
            value={title}
            maxLength={120}
            onChange={({ target }) => {
              setTitle(target.value);
            }}
          />
        </label>
        <DueOn label={say('dueOn')} value={dueOn} onChange={setDueOn} />
        {add.error ? <ProblemAlert error={add.error} /> : null}
        <div>
          <Button
            type="primary"
            disabled={title.trim() === '' || dueOn === ''}
            loading={add.isPending}
            onClick={() => {
              add.mutate({ params: { path: { evaluation }, header }, body: { title: title.trim(), dueOn } });
            }}
          >
            {say('add')}
          </Button>
        </div>
      </div>
    </Panel>
  );
};

/** The questionnaires of an evaluation, with what went out and what came back. */
export const SurveyTab = ({ evaluation }: TabProps) => {
  const say = useWords(SURVEY);
  const me = useMe();
  const query = api.useQuery('get', '/api/v1/questionnaires', { params: { query: { evaluation: evaluation.id, limit: 100 } } });
  return (
    <div className="evaluation-stack">
      <Panel title={say('list')}>
        <Read query={query}>
          {({ items }) => (
            <PlainTable
              name={say('list')}
              rows={items}
              rowKey={({ id }) => id}
              empty={say('empty')}
              columns={[
                { key: 'title', title: say('title'), cell: ({ id, title }) => <Link to={`/questionnaires/${id}`}>{title}</Link> },
                { key: 'status', title: say('status'), cell: ({ status }) => <StateTag state={surveyState(status)} /> },
                { key: 'distributed', title: say('distributed'), align: 'right', cell: (it) => String(it.distributed) },
                { key: 'answered', title: say('answered'), align: 'right', cell: (it) => String(it.answered) },
                { key: 'closes', title: say('closesOn'), cell: ({ closesOn }) => <DayText day={closesOn} /> },
                { key: 'draft', title: say('design'), cell: (it) => <Link to={`/documents/${it.document}`}>{say('design')}</Link> },
              ]}
            />
          )}
        </Read>
      </Panel>
      {hasRole(me, 'bureau', 'agency') && isUnderWay(evaluation) ? <AddSurvey evaluation={evaluation.id} /> : null}
    </div>
  );
};

import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { hasRole, useMe } from '../../app/session/session.js';
import { AskReason } from '../../parts/ask/ask-reason.js';
import { Page, Panel, Read } from '../../parts/page.js';
import { StateTag, ToneTag } from '../../parts/states/state-tag.js';
import { PlainTable } from '../../parts/table/plain-table.js';
import { useWords } from '../../words/words.js';
import { AGENCIES } from './agencies.words.js';
import { Leads } from './agency-leads.js';
import { Ties } from './agency-ties.js';
import './evaluation.css';
import { stageOf } from './evaluation-state.js';
import { EVALUATION } from './evaluation.words.js';

type Registered = Schemas['RegisteredAgency'];

const Standing = ({ agency }: { readonly agency: Registered }) => {
  const say = useWords(AGENCIES);
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const { mutateAsync } = api.useMutation('patch', '/api/v1/agencies/{agency}/register');
  const act = say(agency.active ? 'suspend' : 'readmit');
  return (
    <>
      <Button
        danger={agency.active}
        onClick={() => {
          setOpen(true);
        }}
      >
        {act}
      </Button>
      {isOpen ? (
        <AskReason
          title={`${act} · ${agency.name}`}
          act={act}
          danger={agency.active}
          consequences={say(agency.active ? 'suspendText' : 'readmitText')}
          onClose={() => {
            setOpen(false);
          }}
          onAct={async (reason) => {
            const params = { path: { agency: agency.id }, header: { 'If-Match': `"${String(agency.version)}"` } };
            await mutateAsync({ params, body: { active: !agency.active, reason } });
            await queries.invalidateQueries();
          }}
        />
      ) : null}
    </>
  );
};

const Work = ({ agency }: { readonly agency: string }) => {
  const say = useWords(AGENCIES);
  const evaluation = useWords(EVALUATION);
  const query = api.useQuery('get', '/api/v1/evaluations', { params: { query: { agency, limit: 200 } } });
  return (
    <Panel title={say('evaluations')}>
      <Read query={query}>
        {({ items }) => (
          <PlainTable
            name={say('evaluations')}
            rows={items}
            rowKey={({ id }) => id}
            empty={say('noEvaluations')}
            columns={[
              { key: 'project', title: say('project'), cell: (it) => <Link to={`/evaluations/${it.id}`}>{it.projectName}</Link> },
              { key: 'status', title: say('state'), cell: ({ status }) => <StateTag state={stageOf(status)} /> },
              { key: 'score', title: evaluation('score'), align: 'right', cell: ({ score }) => score ?? '—' },
            ]}
          />
        )}
      </Read>
    </Panel>
  );
};

/** One agency of the register: standing, lead evaluators, ties, and what it evaluates. */
export const Component = () => {
  const say = useWords(AGENCIES);
  const me = useMe();
  const { agency: id = '' } = useParams();
  const query = api.useQuery('get', '/api/v1/agencies/{agency}/register', { params: { path: { agency: id } } });
  const mayChange = hasRole(me, 'bureau');
  return (
    <Read query={query}>
      {(agency) => (
        <Page
          title={agency.name}
          state={
            <>
              <ToneTag tone={agency.active ? 'done' : 'quiet'} sign={agency.active ? '✓' : '—'}>
                {say(agency.active ? 'active' : 'inactive')}
              </ToneTag>
              <span>
                {say('credit')} {agency.creditGrade ?? say('ungraded')} · {say('ratings')} {agency.ratings}
              </span>
            </>
          }
          actions={mayChange ? <Standing agency={agency} /> : null}
        >
          <Leads agency={agency} mayChange={mayChange} />
          <Ties agency={agency} mayChange={mayChange} />
          <Work agency={agency.id} />
        </Page>
      )}
    </Read>
  );
};

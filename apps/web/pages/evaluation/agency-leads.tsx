import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { AskReason } from '../../parts/ask/ask-reason.js';
import { Panel } from '../../parts/page.js';
import { ProblemAlert } from '../../parts/problem.js';
import { ToneTag } from '../../parts/states/state-tag.js';
import { PlainTable } from '../../parts/table/plain-table.js';
import { COMMON } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import { AGENCIES } from './agencies.words.js';

export interface AgencyPartProps {
  readonly agency: Schemas['RegisteredAgency'];
  readonly mayChange: boolean;
}

const AddLead = ({ agency }: { readonly agency: string }) => {
  const say = useWords(AGENCIES);
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [certificate, setCertificate] = useState('');
  const add = api.useMutation('post', '/api/v1/agencies/{agency}/lead-evaluators', {
    onSuccess: () => {
      setName('');
      setCertificate('');
      void queries.invalidateQueries();
    },
  });
  return (
    <>
      {add.error ? <ProblemAlert error={add.error} /> : null}
      <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap', alignItems: 'flex-end' }}>
        <label className="evaluation-field">
          {say('leadName')}
          <Input
            value={name}
            maxLength={120}
            onChange={({ target }) => {
              setName(target.value);
            }}
          />
        </label>
        <label className="evaluation-field">
          {say('certificate')}
          <Input
            value={certificate}
            maxLength={120}
            onChange={({ target }) => {
              setCertificate(target.value);
            }}
          />
        </label>
        <Button
          type="primary"
          loading={add.isPending}
          disabled={name.trim() === '' || certificate.trim() === ''}
          onClick={() => {
            add.mutate({ params: { path: { agency } }, body: { name: name.trim(), certificate: certificate.trim() } });
          }}
        >
          {say('addLead')}
        </Button>
      </div>
    </>
  );
};

/** Suspends a lead evaluator or readmits one, with a reason that the register keeps. */
const LeadStanding = ({ agency, lead }: { readonly agency: string; readonly lead: Schemas['LeadEvaluator'] }) => {
  const say = useWords(AGENCIES);
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const { mutateAsync } = api.useMutation('patch', '/api/v1/agencies/{agency}/lead-evaluators/{lead}');
  const act = say(lead.active ? 'suspend' : 'readmit');
  return (
    <>
      <Button
        size="small"
        aria-label={`${act} ${lead.name}`}
        onClick={() => {
          setOpen(true);
        }}
      >
        {act}
      </Button>
      {isOpen ? (
        <AskReason
          title={`${act} · ${lead.name}（${lead.certificate}）`}
          act={act}
          danger={lead.active}
          consequences={say(lead.active ? 'suspendLeadText' : 'readmitLeadText')}
          onClose={() => {
            setOpen(false);
          }}
          onAct={async (reason) => {
            await mutateAsync({ params: { path: { agency, lead: lead.id } }, body: { active: !lead.active, reason } });
            await queries.invalidateQueries();
          }}
        />
      ) : null}
    </>
  );
};

/** Lead evaluators with the numbers of their certificates. */
export const Leads = ({ agency, mayChange }: AgencyPartProps) => {
  const say = useWords(AGENCIES);
  const common = useWords(COMMON);
  return (
    <Panel title={say('leads')}>
      <div className="evaluation-stack">
        <PlainTable
          name={say('leads')}
          rows={agency.leadEvaluators}
          rowKey={({ id }) => id}
          empty={say('noLeads')}
          columns={[
            { key: 'name', title: say('leadName'), cell: ({ name }) => name },
            { key: 'certificate', title: say('certificate'), cell: ({ certificate }) => certificate },
            {
              key: 'state',
              title: say('state'),
              cell: ({ active }) => (
                <ToneTag tone={active ? 'done' : 'quiet'} sign={active ? '✓' : '—'}>
                  {say(active ? 'active' : 'inactive')}
                </ToneTag>
              ),
            },
            ...(mayChange
              ? [
                  {
                    key: 'act',
                    title: common('actions'),
                    cell: (it: Schemas['LeadEvaluator']) => <LeadStanding agency={agency.id} lead={it} />,
                  },
                ]
              : []),
          ]}
        />
        {mayChange ? <AddLead agency={agency.id} /> : null}
      </div>
    </Panel>
  );
};

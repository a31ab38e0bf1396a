import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { TIE_KINDS } from '#domain/key-evaluation/independence.js';
import type { TieKind } from '#domain/key-evaluation/independence.js';
import { api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { Panel } from '../../parts/page.js';
import { ProblemAlert } from '../../parts/problem.js';
import { PlainTable } from '../../parts/table/plain-table.js';
import { COMMON } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import { AGENCIES } from './agencies.words.js';
import { EndTie } from './end-tie.js';
import type { AgencyPartProps } from './agency-leads.js';

type Tie = Schemas['AgencyTie'];

const BUREAU = 'bureau';
const EMPTY = { kind: 'advisory-contract' as TieKind, unit: BUREAU, fromOn: '', untilOn: '', description: '' };

const useUnits = (district: string) =>
  api.useQuery('get', '/api/v1/units', { params: { query: { district, limit: 500 } } }, { staleTime: 300_000 }).data?.items ?? [];

const AddTie = ({ agency }: Pick<AgencyPartProps, 'agency'>) => {
  const say = useWords(AGENCIES);
  const queries = useQueryClient();
  const units = useUnits(agency.district);
  const [tie, setTie] = useState(EMPTY);
  const add = api.useMutation('post', '/api/v1/agencies/{agency}/ties', {
    onSuccess: () => {
      setTie(EMPTY);
      void queries.invalidateQueries();
    },
  });
  const change = (part: Partial<typeof EMPTY>): void => {
    setTie((before) => ({ ...before, ...part }));
  };
  return (
    <>
      {add.error ? <ProblemAlert error={add.error} /> : null}
      <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap', alignItems: 'flex-end' }}>
        <Select
          aria-label={say('kind')}
          value={tie.kind}
          style={{ width: 150 }}
          onChange={(kind) => {
            change({ kind });
          }}
          options={TIE_KINDS.map((value) => ({ value, label: say(value) }))}
        />
        <Select
          aria-label={say('withWhom')}
          value={tie.unit}
          style={{ width: 240 }}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(unit) => {
            change({ unit });
          }}
          options={[{ value: BUREAU, label: say('withBureau') }, ...units.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        {(['fromOn', 'untilOn'] as const).map((it) => (
          <label key={it} className="evaluation-field">
            {say(it === 'fromOn' ? 'from' : 'until')}
            <Input
              type="date"
              value={tie[it]}
              onChange={({ target }) => {
                change({ [it]: target.value });
              }}
            />
          </label>
        ))}
        <label className="evaluation-field" style={{ flex: '1 1 220px' }}>
          {say('description')}
          <Input
            value={tie.description}
            maxLength={500}
            onChange={({ target }) => {
              change({ description: target.value });
            }}
          />
        </label>
        <Button
          type="primary"
          loading={add.isPending}
          disabled={tie.fromOn === '' || tie.description.trim() === ''}
          onClick={() => {
            const { kind, fromOn, description } = tie;
            const body = { kind, fromOn, description: description.trim(), unit: tie.unit === BUREAU ? null : tie.unit };
            add.mutate({ params: { path: { agency: agency.id } }, body: { ...body, untilOn: tie.untilOn === '' ? null : tie.untilOn } });
          }}
        >
          {say('addTie')}
        </Button>
      </div>
    </>
  );
};

/** Affiliations and contracts, past ones too: what makes an agency not independent of somebody. */
export const Ties = ({ agency, mayChange }: AgencyPartProps) => {
  const say = useWords(AGENCIES);
  const common = useWords(COMMON);
  const units = useUnits(agency.district);
  const withWhom = ({ unit }: Tie): string => (unit === null ? say('withBureau') : (units.find(({ id }) => id === unit)?.name ?? '—'));
  return (
    <Panel title={say('ties')}>
      <div className="evaluation-stack">
        <PlainTable
          name={say('ties')}
          rows={agency.ties}
          rowKey={({ id }) => id}
          empty={say('noTies')}
          columns={[
            { key: 'kind', title: say('kind'), cell: ({ kind }) => say(kind) },
            { key: 'unit', title: say('withWhom'), cell: withWhom },
            { key: 'from', title: say('from'), cell: ({ fromOn }) => fromOn },
            { key: 'until', title: say('until'), cell: ({ untilOn }) => untilOn ?? say('now') },
            { key: 'description', title: say('description'), cell: ({ description }) => description },
            ...(mayChange
              ? [
                  {
                    key: 'act',
                    title: common('actions'),
                    cell: (it: Tie) => <EndTie agency={agency.id} tie={it} withWhom={withWhom(it)} />,
                  },
                ]
              : []),
          ]}
        />
        {mayChange ? <AddTie agency={agency} /> : null}
      </div>
    </Panel>
  );
};

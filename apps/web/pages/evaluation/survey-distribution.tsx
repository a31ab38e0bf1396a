import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { api, once } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { DayText } from '../../parts/day.js';
import { ProblemAlert } from '../../parts/problem.js';
import { PlainTable } from '../../parts/table/plain-table.js';
import { useWords } from '../../words/words.js';
import { SURVEY } from './survey.words.js';

const CHANNELS = ['on-site', 'mail', 'phone', 'online', 'other'] as const;
type Channel = (typeof CHANNELS)[number];
const EMPTY = { recipients: '', channel: 'on-site' as Channel, copies: '', on: '' };

const RecordDistribution = ({ questionnaire }: { readonly questionnaire: string }) => {
  const say = useWords(SURVEY);
  const queries = useQueryClient();
  const [header, setHeader] = useState(once);
  const [it, setIt] = useState(EMPTY);
  const record = api.useMutation('post', '/api/v1/questionnaires/{questionnaire}/distributions', {
    onSuccess: () => {
      setIt(EMPTY);
      setHeader(once());
      void queries.invalidateQueries();
    },
  });
  const change = (part: Partial<typeof EMPTY>): void => {
    setIt((before) => ({ ...before, ...part }));
  };
  const copies = Number(it.copies);
  return (
    <>
      {record.error ? <ProblemAlert error={record.error} /> : null}
      <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap', alignItems: 'flex-end' }}>
        <label className="evaluation-field" style={{ flex: '1 1 200px' }}>
          {say('recipients')}
          <Input
            value={it.recipients}
            maxLength={120}
            onChange={({ target }) => {
              change({ recipients: target.value });
            }}
          />
        </label>
        <Select
          aria-label={say('channel')}
          value={it.channel}
          style={{ width: 110 }}
          onChange={(channel) => {
            change({ channel });
          }}
          options={CHANNELS.map((value) => ({ value, label: say(value) }))}
        />
        <label className="evaluation-field" style={{ width: 100 }}>
          {say('copies')}
          <Input
            inputMode="numeric"
            value={it.copies}
            onChange={({ target }) => {
              change({ copies: target.value });
            }}
          />
        </label>
        <label className="evaluation-field">
          {say('on')}
          <Input
            type="date"
            value={it.on}
            onChange={({ target }) => {
              change({ on: target.value });
            }}
          />
        </label>
        <Button
          type="primary"
          loading={record.isPending}
          disabled={it.recipients.trim() === '' || it.on === '' || !Number.isInteger(copies) || copies < 1}
          onClick={() => {
            const { channel, on } = it;
            record.mutate({
              params: { path: { questionnaire }, header },
              body: { recipients: it.recipients.trim(), channel, copies, on },
            });
          }}
        >
          {say('record')}
        </Button>
      </div>
    </>
  );
};

interface DistributionProps {
  readonly survey: Schemas['Questionnaire'];
  readonly mayWork: boolean;
}

/** To whom how many copies went, by which channel. */
export const Distribution = ({ survey, mayWork }: DistributionProps) => {
  const say = useWords(SURVEY);
  return (
    <div className="evaluation-stack">
      <PlainTable
        name={say('distribution')}
        rows={survey.distributions}
        rowKey={({ id }) => id}
        empty={say('noDistribution')}
        columns={[
          { key: 'recipients', title: say('recipients'), cell: ({ recipients }) => recipients },
          { key: 'channel', title: say('channel'), cell: ({ channel }) => say(channel) },
          { key: 'copies', title: say('copies'), align: 'right', cell: ({ copies }) => String(copies) },
          { key: 'on', title: say('on'), cell: ({ on }) => <DayText day={on} /> },
        ]}
      />
      {mayWork ? <RecordDistribution questionnaire={survey.id} /> : null}
    </div>
  );
};

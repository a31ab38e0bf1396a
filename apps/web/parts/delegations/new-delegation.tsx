import { App, Button, Input } from 'antd';
import { useId, useState } from 'react';
import { api, once } from '../../api/client.js';
import { useRefresh } from '../../api/refresh.js';
import { useWords } from '../../words/words.js';
import { ChoosePerson } from '../choose/choose-person.js';
import { ProblemAlert } from '../problem.js';
import { DELEGATIONS } from './delegations.words.js';

interface DayProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (day: string) => void;
}

const DayInput = ({ label, value, onChange }: DayProps) => {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        type="date"
        value={value}
        onChange={({ target }) => {
          onChange(target.value);
        }}
      />
    </div>
  );
};

/** Somebody acts for a person from one day to another. */
export const NewDelegation = ({ person }: { readonly person: string }) => {
  const say = useWords(DELEGATIONS);
  const id = useId();
  const { message } = App.useApp();
  const refresh = useRefresh();
  const [to, setTo] = useState<string>();
  const [fromOn, setFrom] = useState('');
  const [untilOn, setUntil] = useState('');
  const [header, setHeader] = useState(once);
  const delegate = api.useMutation('post', '/api/v1/people/{person}/delegations');
  const run = (): void => {
    if (to === undefined) return;
    delegate.mutate(
      { params: { path: { person }, header }, body: { to, fromOn, untilOn } },
      {
        onSuccess: async () => {
          void message.success(say('delegated'));
          setTo(undefined);
          setFrom('');
          setUntil('');
          setHeader(once());
          await refresh('/api/v1/people', '/api/v1/tasks');
        },
      },
    );
  };
  /** Another wish: it may be done as well. */
  const wish =
    <T,>(set: (it: T) => void) =>
    (it: T): void => {
      set(it);
      setHeader(once());
    };
  return (
    <div style={{ display: 'grid', gap: 8 }}>
      {delegate.error ? <ProblemAlert error={delegate.error} /> : null}
      <div>
        <label htmlFor={id}>{say('to')}</label>
        <ChoosePerson id={id} name={say('to')} value={to} onChoose={wish(setTo)} without={person} />
      </div>
      <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 8 }}>
        <DayInput label={say('from')} value={fromOn} onChange={wish(setFrom)} />
        <DayInput label={say('until')} value={untilOn} onChange={wish(setUntil)} />
      </div>
      <div>
        <Button type="primary" loading={delegate.isPending} disabled={to === undefined || fromOn === '' || untilOn < fromOn} onClick={run}>
          {say('delegate')}
        </Button>
      </div>
    </div>
  );
};

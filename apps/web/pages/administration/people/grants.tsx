import { App, Button, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../../api/client.js';
import type { Schemas } from '../../../api/client.js';
import { sentenceOf } from '../../../api/problem.js';
import { useRefresh } from '../../../api/refresh.js';
import { ProblemAlert } from '../../../parts/problem.js';
import { ROLES, ROLE_WORDS } from '../../../words/roles.js';
import type { RoleName } from '../../../words/roles.js';
import { useWords } from '../../../words/words.js';
import { PEOPLE } from './people.words.js';
import { placeField, usePlaces } from './places.js';

type Person = Schemas['Person'];

const Revoke = ({ person, grant }: { readonly person: Person; readonly grant: Schemas['Grant'] }) => {
  const say = useWords(PEOPLE);
  const roles = useWords(ROLE_WORDS);
  const { modal, message } = App.useApp();
  const refresh = useRefresh();
  const revoke = api.useMutation('delete', '/api/v1/people/{person}/grants/{grant}', {
    onError: (error) => void message.error(sentenceOf(error)),
    onSuccess: () => refresh('/api/v1/people'),
  });
  const params = { path: { person: person.id, grant: grant.id } };
  return (
    <Button
      size="small"
      aria-label={`${say('revoke')} ${roles(grant.role)} ${grant.place ?? ''}`}
      onClick={() =>
        void modal.confirm({
          title: say('revokeAsk', { role: roles(grant.role) }),
          okText: say('revoke'),
          okButtonProps: { danger: true },
          onOk: () => revoke.mutateAsync({ params }),
        })
      }
    >
      {say('revoke')}
    </Button>
  );
};

const NewGrant = ({ person }: { readonly person: Person }) => {
  const say = useWords(PEOPLE);
  const roles = useWords(ROLE_WORDS);
  const { message } = App.useApp();
  const refresh = useRefresh();
  const [role, setRole] = useState<RoleName>();
  const [place, setPlace] = useState<string>();
  const field = role ? placeField(role) : null;
  const places = usePlaces(role);
  const grant = api.useMutation('post', '/api/v1/people/{person}/grants', {
    onSuccess: async () => {
      void message.success(say('granted'));
      setRole(undefined);
      setPlace(undefined);
      await refresh('/api/v1/people');
    },
  });
  const run = (): void => {
    if (role === undefined) return;
    const at = field && place ? { [field]: place } : {};
    grant.mutate({ params: { path: { person: person.id } }, body: { role, ...at } });
  };
  return (
    <div style={{ display: 'grid', gap: 8 }}>
      {grant.error ? <ProblemAlert error={grant.error} /> : null}
      <Select
        aria-label={say('role')}
        placeholder={say('role')}
        value={role ?? null}
        options={ROLES.map((value) => ({ value, label: roles(value) }))}
        onChange={(it: RoleName | null) => {
          setRole(it ?? undefined);
          setPlace(undefined);
        }}
      />
      {field ? (
        <Select
          aria-label={say('place')}
          placeholder={say('place')}
          showSearch={{ optionFilterProp: 'label' }}
          value={place ?? null}
          options={[...places]}
          onChange={(it: string | null) => {
            setPlace(it ?? undefined);
          }}
        />
      ) : null}
      <div>
        <Button loading={grant.isPending} disabled={role === undefined || (field !== null && place === undefined)} onClick={run}>
          {say('grant')}
        </Button>
      </div>
    </div>
  );
};

/** The roles of a person by place; given and taken away by those who may. */
export const Grants = ({ person, writes }: { readonly person: Person; readonly writes: boolean }) => {
  const roles = useWords(ROLE_WORDS);
  return (
    <div style={{ display: 'grid', gap: 12 }}>
      <ul style={{ margin: 0, padding: 0, listStyle: 'none', display: 'grid', gap: 6 }}>
        {person.grants.map((it) => (
          <li key={it.id} style={{ display: 'flex', gap: 8, justifyContent: 'space-between' }}>
            <span>{[roles(it.role), it.place].filter(Boolean).join(' · ')}</span>
            {writes ? <Revoke person={person} grant={it} /> : null}
          </li>
        ))}
      </ul>
      {writes ? <NewGrant person={person} /> : null}
    </div>
  );
};

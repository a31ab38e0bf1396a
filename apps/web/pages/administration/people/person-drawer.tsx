import { App, Button, Drawer } from 'antd';
import { useState } from 'react';
import { api } from '../../../api/client.js';
import type { Schemas } from '../../../api/client.js';
import { sentenceOf } from '../../../api/problem.js';
import { useRefresh } from '../../../api/refresh.js';
import { Delegations } from '../../../parts/delegations/delegations.js';
import { Panel, Read } from '../../../parts/page.js';
import { ToneTag } from '../../../parts/states/state-tag.js';
import { useWords } from '../../../words/words.js';
import { Grants } from './grants.js';
import { HandOver } from './hand-over.js';
import { PasswordShown } from './password-shown.js';
import { PEOPLE } from './people.words.js';

type Person = Schemas['Person'];

const Account = ({ person }: { readonly person: Person }) => {
  const say = useWords(PEOPLE);
  const { modal, message } = App.useApp();
  const refresh = useRefresh();
  const again = () => refresh('/api/v1/people');
  const onError = (error: unknown): void => void message.error(sentenceOf(error));
  const [password, setPassword] = useState<string | null>(null);
  const params = { path: { person: person.id } };
  const reset = api.useMutation('post', '/api/v1/people/{person}/password-reset', {
    onError,
    onSuccess: (it) => {
      setPassword(it.password);
    },
  });
  const deactivate = api.useMutation('post', '/api/v1/people/{person}/deactivation', { onError, onSuccess: again });
  const ask = (title: string, okText: string, onOk: () => Promise<unknown>): void =>
    void modal.confirm({ title, okText, okButtonProps: { danger: true }, onOk });
  return (
    <div style={{ display: 'grid', gap: 8 }}>
      {password === null ? null : <PasswordShown password={password} />}
      <div style={{ display: 'flex', gap: 8 }}>
        <Button
          onClick={() => {
            ask(say('resetAsk', { name: person.name }), say('reset'), () => reset.mutateAsync({ params }));
          }}
        >
          {say('reset')}
        </Button>
        {person.active ? (
          <Button
            danger
            onClick={() => {
              ask(say('deactivateAsk', { name: person.name }), say('deactivate'), () => deactivate.mutateAsync({ params }));
            }}
          >
            {say('deactivate')}
          </Button>
        ) : null}
      </div>
    </div>
  );
};

interface PersonDrawerProps {
  readonly id: string;
  /** May this viewer change accounts and roles? */
  readonly writes: boolean;
  readonly onClose: () => void;
}

/** One person: roles, account, handover, absence. */
export const PersonDrawer = ({ id, writes, onClose }: PersonDrawerProps) => {
  const say = useWords(PEOPLE);
  const query = api.useQuery('get', '/api/v1/people/{person}', { params: { path: { person: id } } });
  return (
    <Drawer open size={520} mask={false} title={query.data?.name ?? say('title')} onClose={onClose}>
      <Read query={query}>
        {(person) => (
          <div style={{ display: 'grid', gap: 12, gridTemplateColumns: 'minmax(0, 1fr)' }}>
            <div>
              {person.email} {person.phone} {person.active ? null : <ToneTag tone="quiet">{say('isNot')}</ToneTag>}
            </div>
            <Panel title={say('roles')}>
              <Grants person={person} writes={writes} />
            </Panel>
            {writes ? <Account person={person} /> : null}
            <Panel title={say('handover')}>
              <HandOver person={person.id} />
            </Panel>
            {writes ? (
              <Panel title={say('delegations')}>
                <Delegations person={person.id} />
              </Panel>
            ) : null}
          </div>
        )}
      </Read>
    </Drawer>
  );
};

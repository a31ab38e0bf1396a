import { App, Button } from 'antd';
import { useState } from 'react';
import { api, once } from '../../../api/client.js';
import { useRefresh } from '../../../api/refresh.js';
import { ChoosePerson } from '../../../parts/choose/choose-person.js';
import { ProblemAlert } from '../../../parts/problem.js';
import { useWords } from '../../../words/words.js';
import { PEOPLE } from './people.words.js';

/** Everything that waits for one person waits for another. */
export const HandOver = ({ person }: { readonly person: string }) => {
  const say = useWords(PEOPLE);
  const { message } = App.useApp();
  const refresh = useRefresh();
  const [to, setTo] = useState<string>();
  const [header, setHeader] = useState(once);
  const hand = api.useMutation('post', '/api/v1/people/{person}/handover', {
    onSuccess: async ({ obligations }) => {
      void message.success(say('handedOver', { obligations }));
      setTo(undefined);
      setHeader(once());
      await refresh('/api/v1/people', '/api/v1/tasks', '/api/v1/obligations');
    },
  });
  return (
    <div style={{ display: 'grid', gap: 8 }}>
      <p style={{ margin: 0, color: '#595f69' }}>{say('handoverText')}</p>
      {hand.error ? <ProblemAlert error={hand.error} /> : null}
      <div style={{ display: 'flex', gap: 8 }}>
        <ChoosePerson
          name={say('to')}
          value={to}
          without={person}
          onChoose={(it) => {
            setTo(it);
            setHeader(once());
          }}
        />
        <Button
          danger
          disabled={to === undefined}
          loading={hand.isPending}
          onClick={() => {
            if (to !== undefined) hand.mutate({ params: { path: { person }, header }, body: { to } });
          }}
        >
          {say('handover')}
        </Button>
      </div>
    </div>
  );
};

import { App, Button } from 'antd';
import { api, once } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { sentenceOf } from '../../api/problem.js';
import { useRefresh } from '../../api/refresh.js';
import { useWords } from '../../words/words.js';
import { DayText } from '../day.js';
import { Read } from '../page.js';
import { PlainTable } from '../table/plain-table.js';
import { DELEGATIONS } from './delegations.words.js';
import { NewDelegation } from './new-delegation.js';

type Delegation = Schemas['Delegation'];

const End = ({ delegation }: { readonly delegation: Delegation }) => {
  const say = useWords(DELEGATIONS);
  const { modal, message } = App.useApp();
  const refresh = useRefresh();
  const end = api.useMutation('delete', '/api/v1/people/{person}/delegations/{delegation}');
  const run = async (header: ReturnType<typeof once>): Promise<void> => {
    try {
      await end.mutateAsync({ params: { path: { person: delegation.from, delegation: delegation.id }, header } });
      void message.success(say('ended'));
      await refresh('/api/v1/people', '/api/v1/tasks');
    } catch (error) {
      void message.error(sentenceOf(error));
    }
  };
  return (
    <Button
      size="small"
      onClick={() => {
        const header = once();
        void modal.confirm({ title: say('endAsk', { name: delegation.toName }), okText: say('end'), onOk: () => run(header) });
      }}
    >
      {say('end')}
    </Button>
  );
};

/** Who acts for a person during absences, and a new one. */
export const Delegations = ({ person }: { readonly person: string }) => {
  const say = useWords(DELEGATIONS);
  const params = { path: { person }, query: { limit: 100, sort: '-fromOn' as const } };
  const delegations = api.useQuery('get', '/api/v1/people/{person}/delegations', { params });
  return (
    <div style={{ display: 'grid', gap: 12, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Read query={delegations}>
        {({ items }) => (
          <PlainTable
            name={say('title')}
            rows={items}
            rowKey={({ id }) => id}
            empty={say('none')}
            columns={[
              { key: 'to', title: say('to'), cell: ({ toName }) => toName },
              { key: 'from', title: say('from'), cell: ({ fromOn }) => <DayText day={fromOn} /> },
              { key: 'until', title: say('until'), cell: ({ untilOn }) => <DayText day={untilOn} /> },
              { key: 'end', title: say('end'), width: 70, cell: (it) => <End delegation={it} /> },
            ]}
          />
        )}
      </Read>
      <NewDelegation person={person} />
    </div>
  );
};

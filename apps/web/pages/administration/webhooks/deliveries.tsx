import { api } from '../../../api/client.js';
import type { Schemas } from '../../../api/client.js';
import { PAGES, listed } from '../../../api/pages.js';
import { InstantText } from '../../../parts/day.js';
import { Panel } from '../../../parts/page.js';
import { ToneTag } from '../../../parts/states/state-tag.js';
import type { Tone } from '../../../parts/states/states.js';
import type { Column } from '../../../parts/table/column.js';
import { ListTable } from '../../../parts/table/list-table.js';
import { useJoin } from '../../../words/join.js';
import { useWords } from '../../../words/words.js';
import { useKindName } from './kinds.js';
import type { Webhook } from './webhook-dialog.js';
import { WEBHOOKS } from './webhooks.words.js';

type Delivery = Schemas['WebhookDelivery'];
const LOOKS: Readonly<Record<Delivery['status'], readonly [Tone, string]>> = {
  pending: ['act', '◔'],
  sent: ['done', '✓'],
  failed: ['overdue', '!'],
};

/** Of an event what it is about, as far as one reads it. */
const kindOf = (event: unknown): string =>
  typeof event === 'object' && event !== null && 'kind' in event && typeof event.kind === 'string' ? event.kind : '';

const useColumns = (): readonly Column<Delivery>[] => {
  const say = useWords(WEBHOOKS);
  const kindName = useKindName();
  const join = useJoin();
  const what = ({ events }: Delivery): string => {
    const kinds = events.map(kindOf);
    return join([...new Set(kinds)].map((it) => `${kindName(it)} ${String(kinds.filter((other) => other === it).length)}`));
  };
  return [
    { key: 'at', title: say('at'), width: 150, fixed: true, text: (it) => it.createdAt, show: (it) => <InstantText at={it.createdAt} /> },
    { key: 'what', title: say('what'), width: 320, text: what },
    {
      key: 'status',
      title: say('status'),
      width: 100,
      text: ({ status }) => say(status),
      show: ({ status }) => (
        <ToneTag tone={LOOKS[status][0]} sign={LOOKS[status][1]}>
          {say(status)}
        </ToneTag>
      ),
    },
    { key: 'attempts', title: say('attempts'), width: 70, align: 'right', text: ({ attempts }) => String(attempts) },
    {
      key: 'next',
      title: say('next'),
      width: 150,
      text: ({ status, nextAttemptAt }) => (status === 'pending' ? nextAttemptAt : ''),
      show: ({ status, nextAttemptAt }) => <InstantText at={status === 'pending' ? nextAttemptAt : null} />,
    },
    { key: 'response', title: say('response'), width: 320, text: ({ response }) => response ?? '' },
  ];
};

/** What was sent to one address, or waits, and what was answered. */
export const Deliveries = ({ hook }: { readonly hook: Webhook }) => {
  const say = useWords(WEBHOOKS);
  const params = { path: { webhook: hook.id }, query: { limit: 100 } };
  const list = listed(api.useInfiniteQuery('get', '/api/v1/webhooks/{webhook}/deliveries', { params }, PAGES));
  const name = say('logOf', { name: hook.name });
  return (
    <Panel title={name}>
      <ListTable
        id="webhook-deliveries"
        name={name}
        columns={useColumns()}
        list={list}
        rowKey={({ id }) => id}
        empty={say('noDeliveries')}
      />
    </Panel>
  );
};

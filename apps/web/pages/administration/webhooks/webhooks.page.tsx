import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../../api/client.js';
import { hasRole, useMe } from '../../../app/session/session.js';
import { useInAddress } from '../../../parts/choose/use-in-address.js';
import { MissingPage } from '../../../parts/error-page.js';
import { Panel, Read } from '../../../parts/page.js';
import { ToneTag } from '../../../parts/states/state-tag.js';
import { PlainTable } from '../../../parts/table/plain-table.js';
import { useJoin } from '../../../words/join.js';
import { useWords } from '../../../words/words.js';
import { AdministrationPage } from '../administration-page.js';
import { Deliveries } from './deliveries.js';
import { useKindName } from './kinds.js';
import { WebhookActions } from './webhook-actions.js';
import { WebhookDialog } from './webhook-dialog.js';
import type { Webhook } from './webhook-dialog.js';
import { WEBHOOKS } from './webhooks.words.js';

const MOST = 200;

const Hooks = ({ hooks, onEdit }: { readonly hooks: readonly Webhook[]; readonly onEdit: (hook: Webhook) => void }) => {
  const say = useWords(WEBHOOKS);
  const kindName = useKindName();
  const join = useJoin();
  const { set } = useInAddress();
  return (
    <PlainTable
      name={say('title')}
      rows={hooks}
      rowKey={({ id }) => id}
      empty={say('empty')}
      columns={[
        { key: 'name', title: say('name'), width: 150, cell: ({ name }) => name },
        {
          key: 'format',
          title: say('format'),
          width: 150,
          cell: ({ format, signed }) => (signed ? `${say(format)} · ${say('signed')}` : say(format)),
        },
        { key: 'address', title: say('address'), cell: ({ url }) => <span style={{ overflowWrap: 'anywhere' }}>{url}</span> },
        { key: 'kinds', title: say('kinds'), cell: ({ kinds }) => join(kinds.map(kindName)) },
        {
          key: 'state',
          title: say('state'),
          width: 80,
          cell: ({ active }) => <ToneTag tone={active ? 'act' : 'quiet'}>{say(active ? 'active' : 'inactive')}</ToneTag>,
        },
        {
          key: 'actions',
          title: say('actions'),
          width: 300,
          cell: (hook) => (
            <WebhookActions
              hook={hook}
              onLog={() => {
                set({ webhook: hook.id });
              }}
              onEdit={() => {
                onEdit(hook);
              }}
            />
          ),
        },
      ]}
    />
  );
};

const Shown = () => {
  const say = useWords(WEBHOOKS);
  const district = useMe().grants.find(({ role }) => role === 'bureau')?.district ?? '';
  const { get } = useInAddress();
  const [edited, setEdited] = useState<Webhook | 'new' | null>(null);
  const query = api.useQuery('get', '/api/v1/webhooks', { params: { query: { limit: MOST } } });
  const logged = query.data?.items.find(({ id }) => id === get('webhook'));
  const add = (
    <Button
      type="primary"
      onClick={() => {
        setEdited('new');
      }}
    >
      {say('add')}
    </Button>
  );
  return (
    <AdministrationPage title={say('title')} intro={say('intro')} actions={add}>
      <Panel>
        <Read query={query}>{({ items }) => <Hooks hooks={items} onEdit={setEdited} />}</Read>
      </Panel>
      {logged ? <Deliveries key={logged.id} hook={logged} /> : null}
      {edited === null ? null : (
        <WebhookDialog
          district={district}
          {...(edited === 'new' ? {} : { hook: edited })}
          onClose={() => {
            setEdited(null);
          }}
        />
      )}
    </AdministrationPage>
  );
};

/** 消息推送: where the district's messages go besides the mail, and what became of each; for the bureau. */
export const Component = () => {
  const me = useMe();
  return hasRole(me, 'bureau') ? <Shown /> : <MissingPage />;
};

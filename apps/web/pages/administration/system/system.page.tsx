import { Descriptions } from 'antd';
import { api } from '../../../api/client.js';
import type { Schemas } from '../../../api/client.js';
import { hasRole, useMe } from '../../../app/session/session.js';
import { InstantText } from '../../../parts/day.js';
import { MissingPage } from '../../../parts/error-page.js';
import { Panel, Read } from '../../../parts/page.js';
import { ToneTag } from '../../../parts/states/state-tag.js';
import { useWords } from '../../../words/words.js';
import { AdministrationPage } from '../administration-page.js';
import { Backups } from './backups.js';
import { inMegabytes } from './megabytes.js';
import { SYSTEM } from './system.words.js';

type Status = Schemas['SystemStatus'];
type Queue = NonNullable<Status['queues']>['outbox'];

const LOOK_EVERY_MS = 15_000;

const Up = ({ up }: { readonly up: boolean }) => {
  const say = useWords(SYSTEM);
  return (
    <ToneTag tone={up ? 'done' : 'overdue'} sign={up ? '✓' : '!'}>
      {say(up ? 'good' : 'bad')}
    </ToneTag>
  );
};

const QueueText = ({ queue: { pending, failed, oldestAt } }: { readonly queue: Queue }) => {
  const say = useWords(SYSTEM);
  return (
    <span>
      {say('queue', { pending, failed })} {oldestAt ? <InstantText at={oldestAt} /> : null}
    </span>
  );
};

const State = ({ status }: { readonly status: Status }) => {
  const say = useWords(SYSTEM);
  const { database, engine, queues } = status;
  const mb = (bytes: number | null): string => (bytes === null ? '—' : say('mb', { size: inMegabytes(bytes) }));
  const waiting = queues
    ? [
        {
          key: 'workflows',
          label: say('workflowQueue'),
          children: say('workflows', { unstarted: queues.unstarted, behind: queues.behind }),
        },
        { key: 'mails', label: say('mailQueue'), children: <QueueText queue={queues.outbox} /> },
        { key: 'webhooks', label: say('webhookQueue'), children: <QueueText queue={queues.webhooks} /> },
        { key: 'lastMail', label: say('lastMail'), children: <InstantText at={queues.lastMailAt} /> },
      ]
    : [];
  return (
    <Descriptions
      size="small"
      column={{ xs: 1, sm: 2, lg: 3 }}
      items={[
        { key: 'database', label: say('database'), children: <Up up={database.up} /> },
        { key: 'engine', label: say('engine'), children: <Up up={engine.up} /> },
        { key: 'version', label: say('version'), children: status.product },
        ...waiting,
        { key: 'size', label: say('size'), children: mb(database.sizeBytes) },
        { key: 'connections', label: say('connections'), children: database.connections ?? '—' },
        { key: 'migration', label: say('migration'), children: database.migration ?? '—' },
        { key: 'memory', label: say('memory'), children: mb(status.memoryBytes) },
        { key: 'started', label: say('started'), children: <InstantText at={status.startedAt} /> },
        { key: 'listeners', label: say('listeners'), children: status.listeners },
      ]}
    />
  );
};

const Shown = () => {
  const say = useWords(SYSTEM);
  const status = api.useQuery('get', '/api/v1/system/status', {}, { refetchInterval: LOOK_EVERY_MS });
  return (
    <AdministrationPage title={say('title')}>
      <Panel title={say('state')}>
        <Read query={status}>{(it) => <State status={it} />}</Read>
      </Panel>
      <Backups />
    </AdministrationPage>
  );
};

/** How the system stands, and its backups; for the system administrator. */
export const Component = () => {
  const me = useMe();
  return hasRole(me, 'system') ? <Shown /> : <MissingPage />;
};

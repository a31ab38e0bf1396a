import { Alert, App, Button } from 'antd';
import { api, once } from '../../../api/client.js';
import type { Schemas } from '../../../api/client.js';
import { sentenceOf } from '../../../api/problem.js';
import { useRefresh } from '../../../api/refresh.js';
import { InstantText } from '../../../parts/day.js';
import { Panel, Read } from '../../../parts/page.js';
import { ToneTag } from '../../../parts/states/state-tag.js';
import type { Tone } from '../../../parts/states/states.js';
import { PlainTable } from '../../../parts/table/plain-table.js';
import { useWords } from '../../../words/words.js';
import { inMegabytes } from './megabytes.js';
import { SYSTEM } from './system.words.js';

type Backup = Schemas['Backup'];

const KEPT = 7;
const LOOK_EVERY_MS = 5_000;
const TONES: Readonly<Record<Backup['state'], Tone>> = { running: 'act', done: 'done', failed: 'overdue', interrupted: 'warn' };

const List = ({ items }: { readonly items: readonly Backup[] }) => {
  const say = useWords(SYSTEM);
  return (
    <PlainTable
      name={say('backups')}
      rows={items}
      rowKey={({ name }) => name}
      empty={say('none')}
      columns={[
        { key: 'name', title: say('name'), cell: ({ name }) => name },
        {
          key: 'state',
          title: say('backupState'),
          cell: ({ state, error }) => (
            <>
              <ToneTag tone={TONES[state]}>{say(state)}</ToneTag> {error}
            </>
          ),
        },
        { key: 'started', title: say('startedAt'), cell: ({ startedAt }) => <InstantText at={startedAt} /> },
        { key: 'finished', title: say('finishedAt'), cell: ({ finishedAt }) => <InstantText at={finishedAt} /> },
        {
          key: 'size',
          title: say('bytes'),
          align: 'right',
          cell: ({ size }) => (size === null ? '—' : say('mb', { size: inMegabytes(size) })),
        },
        {
          key: 'download',
          title: say('download'),
          cell: ({ name, state }) =>
            state === 'done' ? (
              <a href={`/api/v1/backups/${encodeURIComponent(name)}/file`} download>
                {say('download')}
              </a>
            ) : null,
        },
      ]}
    />
  );
};

/** Backups of the database: make one, fetch one, clear old ones. */
export const Backups = () => {
  const say = useWords(SYSTEM);
  const { modal, message } = App.useApp();
  const refresh = useRefresh();
  const onError = (error: unknown): void => void message.error(sentenceOf(error));
  const backups = api.useQuery(
    'get',
    '/api/v1/backups',
    {},
    { refetchInterval: ({ state }) => (state.data?.items.some((it) => it.state === 'running') ? LOOK_EVERY_MS : false) },
  );
  const begin = api.useMutation('post', '/api/v1/backups', {
    onError,
    onSuccess: async () => {
      void message.success(say('begun'));
      await refresh('/api/v1/backups', '/api/v1/system');
    },
  });
  const prune = api.useMutation('post', '/api/v1/backups/prune', {
    onError,
    onSuccess: async ({ removed }) => {
      void message.success(say('pruned', { count: removed.length }));
      await refresh('/api/v1/backups');
    },
  });
  const askPrune = (): void => {
    const header = once();
    const onOk = () => prune.mutateAsync({ params: { header }, body: { keep: KEPT } });
    void modal.confirm({ title: say('pruneAsk', { keep: KEPT }), okText: say('prune'), okButtonProps: { danger: true }, onOk });
  };
  const isAvailable = backups.data?.available ?? false;
  const buttons = (
    <div style={{ display: 'flex', gap: 8 }}>
      <Button
        type="primary"
        disabled={!isAvailable}
        loading={begin.isPending}
        onClick={() => {
          begin.mutate({ params: { header: once() } });
        }}
      >
        {say('backUp')}
      </Button>
      <Button danger disabled={(backups.data?.items.length ?? 0) <= KEPT} onClick={askPrune}>
        {say('prune')}
      </Button>
    </div>
  );
  return (
    <Panel title={say('backups')} extra={buttons}>
      <Read query={backups}>
        {({ available, items }) => (
          <div style={{ display: 'grid', gap: 8, gridTemplateColumns: 'minmax(0, 1fr)' }}>
            {available ? null : <Alert type="warning" showIcon title={say('unavailable')} />}
            <List items={items} />
          </div>
        )}
      </Read>
    </Panel>
  );
};

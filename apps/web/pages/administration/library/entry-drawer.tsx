import { Alert, App, Button, Drawer, Form } from 'antd';
import { api } from '../../../api/client.js';
import type { Schemas } from '../../../api/client.js';
import { isProblem } from '../../../api/problem.js';
import { useRefresh } from '../../../api/refresh.js';
import { InstantText } from '../../../parts/day.js';
import { Read } from '../../../parts/page.js';
import { ProblemAlert } from '../../../parts/problem.js';
import { ToneTag } from '../../../parts/states/state-tag.js';
import { useWords } from '../../../words/words.js';
import type { EntryFields } from '#domain/target-filing/library.js';
import { EntryForm } from './entry-form.js';
import { LIBRARY } from './library.words.js';

type Entry = Schemas['IndicatorEntry'];

const PATH = '/api/v1/indicator-library';

/** The names are another indicator's; anything else as the server says it. */
const Refused = ({ error }: { readonly error: unknown }) => {
  const say = useWords(LIBRARY);
  if (error === null) return null;
  if (isProblem(error) && error.code === 'CONFLICT') return <Alert type="error" showIcon title={say('exists')} />;
  return <ProblemAlert error={error} />;
};

interface DrawerProps {
  readonly sectors: readonly string[];
  readonly onClose: () => void;
}

/** A new indicator, by hand. */
export const NewEntry = ({ district, sectors, onClose }: DrawerProps & { readonly district: string }) => {
  const say = useWords(LIBRARY);
  const refresh = useRefresh();
  const { message } = App.useApp();
  const [form] = Form.useForm<EntryFields>();
  const add = api.useMutation('post', PATH, {
    onSuccess: async () => {
      void message.success(say('added'));
      onClose();
      await refresh(PATH);
    },
  });
  const act = (
    <Button
      type="primary"
      loading={add.isPending}
      onClick={() => {
        form.submit();
      }}
    >
      {say('addOne')}
    </Button>
  );
  return (
    <Drawer open size={520} title={say('add')} onClose={onClose} extra={act} mask={{ closable: false }}>
      <Refused error={add.error} />
      <EntryForm
        form={form}
        entry={null}
        sectors={sectors}
        onFinish={(fields) => {
          add.mutate({ body: { district, ...fields } });
        }}
      />
    </Drawer>
  );
};

const Editor = ({ entry, sectors }: Pick<DrawerProps, 'sectors'> & { readonly entry: Entry }) => {
  const say = useWords(LIBRARY);
  const refresh = useRefresh();
  const { message, modal } = App.useApp();
  const [form] = Form.useForm<EntryFields>();
  const change = api.useMutation('patch', `${PATH}/{entry}`, {
    onSuccess: async () => {
      void message.success(say('saved'));
      await refresh(PATH);
    },
  });
  const params = { path: { entry: entry.id }, header: { 'If-Match': `"${String(entry.version)}"` } };
  const put = (active: boolean): Promise<unknown> => change.mutateAsync({ params, body: { active } }).catch(() => undefined);
  const withdraw = (): void =>
    void modal.confirm({
      title: say('withdrawAsk', { name: entry.level3 }),
      okText: say('withdraw'),
      okButtonProps: { danger: true },
      onOk: () => put(false),
    });
  return (
    <>
      <p style={{ marginTop: 0, color: '#595f69' }}>
        {say('version', { version: entry.version })}
        <InstantText at={entry.changedAt} /> {entry.active ? null : <ToneTag tone="quiet">{say('withdrawn')}</ToneTag>}
      </p>
      <Refused error={change.error} />
      <EntryForm
        form={form}
        entry={entry}
        sectors={sectors}
        onFinish={(body) => {
          change.mutate({ params, body });
        }}
      />
      <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
        <Button
          type="primary"
          loading={change.isPending}
          onClick={() => {
            form.submit();
          }}
        >
          {say('save')}
        </Button>
        {entry.active ? (
          <Button danger onClick={withdraw} style={{ marginInlineStart: 'auto' }}>
            {say('withdraw')}
          </Button>
        ) : (
          <Button onClick={() => void put(true)} style={{ marginInlineStart: 'auto' }}>
            {say('restore')}
          </Button>
        )}
      </div>
    </>
  );
};

/** One indicator: correct it, withdraw it, bring it back. */
export const EntryDrawer = ({ id, sectors, onClose }: DrawerProps & { readonly id: string }) => {
  const say = useWords(LIBRARY);
  const query = api.useQuery('get', `${PATH}/{entry}`, { params: { path: { entry: id } } }, { refetchOnWindowFocus: false });
  return (
    <Drawer open size={520} mask={false} title={query.data?.level3 ?? say('title')} onClose={onClose}>
      <Read query={query}>{(entry) => <Editor entry={entry} sectors={sectors} />}</Read>
    </Drawer>
  );
};

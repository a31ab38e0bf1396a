import { Alert, Button, Form, Input, Modal, Select, Typography } from 'antd';
import { useState } from 'react';
import { api } from '../../../api/client.js';
import type { Schemas } from '../../../api/client.js';
import { useRefresh } from '../../../api/refresh.js';
import { ProblemAlert } from '../../../parts/problem.js';
import { useWords } from '../../../words/words.js';
import { CHOSEN_KINDS, useKindName } from './kinds.js';
import { WEBHOOKS } from './webhooks.words.js';

export type Webhook = Schemas['Webhook'];
const FORMATS = ['wecom', 'dingtalk', 'json'] as const;
const LEAST_SECRET = 16;
const SECRET_BYTES = 24;

interface Typed {
  readonly name: string;
  readonly format: (typeof FORMATS)[number];
  readonly url?: string;
  readonly secret?: string;
  readonly kinds: string[];
}

/** A secret that nobody chose, as hexadecimal digits. */
const randomSecret = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)), (it) => it.toString(16).padStart(2, '0')).join('');

interface WebhookDialogProps {
  readonly district: string;
  /** The one that is changed; absent: a new one. */
  readonly hook?: Webhook;
  readonly onClose: () => void;
}

/** Where messages go, and which; the secret is shown once, when it was set. */
export const WebhookDialog = ({ district, hook, onClose }: WebhookDialogProps) => {
  const say = useWords(WEBHOOKS);
  const kindName = useKindName();
  const refresh = useRefresh();
  const [form] = Form.useForm<Typed>();
  const [shown, setShown] = useState<string | null>(null);
  const format = Form.useWatch('format', form);
  const done = async ({ secret }: Pick<Typed, 'secret'>): Promise<void> => {
    await refresh('/api/v1/webhooks');
    if (secret) setShown(secret);
    else onClose();
  };
  const create = api.useMutation('post', '/api/v1/webhooks', { onSuccess: (_, { body }) => done(given(body.secret)) });
  const change = api.useMutation('patch', '/api/v1/webhooks/{webhook}', { onSuccess: (_, { body }) => done(given(body.secret)) });
  const submit = ({ name, format: way, url = '', secret = '', kinds }: Typed): void => {
    const body = { name: name.trim(), kinds, ...(url.trim() === '' ? {} : { url: url.trim() }), ...given(secret.trim() || undefined) };
    if (hook) change.mutate({ params: { path: { webhook: hook.id }, header: { 'If-Match': `"${String(hook.version)}"` } }, body });
    else create.mutate({ body: { ...body, district, format: way, url: url.trim() } });
  };
  const error: unknown = create.error ?? change.error;
  const needed = { required: true, message: say('needed') };
  const isSecretNeeded = !hook && format === 'json';
  const title = hook ? say('editTitle', { name: hook.name }) : say('add');
  if (shown !== null)
    return (
      <Modal open title={title} onOk={onClose} onCancel={onClose} cancelButtonProps={{ style: { display: 'none' } }}>
        <Alert
          type="success"
          title={say('secretOnce')}
          description={<Typography.Text copyable={{ text: shown }}>{shown}</Typography.Text>}
        />
      </Modal>
    );
  return (
    <Modal
      open
      title={title}
      okText={say('save')}
      confirmLoading={create.isPending || change.isPending}
      onOk={() => {
        form.submit();
      }}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        onFinish={submit}
        initialValues={
          hook ? { name: hook.name, format: hook.format, kinds: hook.kinds } : { format: 'wecom', kinds: ['escalation', 'overdue'] }
        }
      >
        {error ? <ProblemAlert error={error} /> : null}
        <Form.Item name="name" label={say('name')} rules={[{ ...needed, whitespace: true }]}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="format" label={say('format')}>
          <Select disabled={hook !== undefined} options={FORMATS.map((value) => ({ value, label: say(value) }))} />
        </Form.Item>
        <Form.Item name="url" label={say(hook ? 'newAddress' : 'address')} extra={say('addressHint')} rules={hook ? [] : [needed]}>
          <Input maxLength={1000} autoComplete="off" />
        </Form.Item>
        {format === 'wecom' ? null : (
          <>
            <Form.Item
              name="secret"
              label={say(hook ? 'newSecret' : 'secret')}
              extra={say('secretHint')}
              rules={[...(isSecretNeeded ? [needed] : []), { min: LEAST_SECRET, message: say('tooShort') }]}
            >
              <Input maxLength={200} autoComplete="off" />
            </Form.Item>
            {format === 'json' ? (
              <Button
                size="small"
                style={{ marginBottom: 16 }}
                onClick={() => {
                  form.setFieldsValue({ secret: randomSecret() });
                }}
              >
                {say('generate')}
              </Button>
            ) : null}
          </>
        )}
        <Form.Item name="kinds" label={say('kinds')} rules={[needed]}>
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            options={CHOSEN_KINDS.map((value) => ({ value, label: kindName(value) }))}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
};

const given = (secret: string | undefined): Pick<Typed, 'secret'> => (secret === undefined ? {} : { secret });

import { App, Button, Form, Input } from 'antd';
import { api } from '../../api/client.js';
import { useMe } from '../../app/session/session.js';
import { Panel } from '../../parts/page.js';
import { ProblemAlert } from '../../parts/problem.js';
import { useWords } from '../../words/words.js';
import { SETTINGS } from './settings.words.js';

const SHORTEST = 10;

interface Typed {
  readonly current: string;
  readonly next: string;
  readonly again: string;
}

/** Changes one's password. */
export const PasswordPanel = () => {
  const say = useWords(SETTINGS);
  const me = useMe();
  const [form] = Form.useForm<Typed>();
  const { message } = App.useApp();
  const change = api.useMutation('post', '/api/v1/session/password');
  const submit = ({ current, next }: Typed): void => {
    change.mutate(
      { body: { current, next } },
      {
        onSuccess: () => {
          form.resetFields();
          void message.success(say('passwordChanged'));
        },
      },
    );
  };
  const needed = { required: true, message: say('needed') };
  return (
    <Panel title={say('password')}>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit} validateTrigger="onSubmit">
        {change.error ? <ProblemAlert error={change.error} /> : null}
        <input type="text" hidden readOnly autoComplete="username" value={me.email} aria-label={say('email')} />
        <Form.Item name="current" label={say('current')} rules={[needed]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item name="next" label={say('next')} extra={say('nextHint')} rules={[needed, { min: SHORTEST, message: say('tooShort') }]}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="again"
          label={say('again')}
          rules={[
            needed,
            ({ getFieldValue }) => ({
              validator: (_, it) =>
                it === undefined || it === '' || it === getFieldValue('next')
                  ? Promise.resolve()
                  : Promise.reject(new Error(say('differ'))),
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Button htmlType="submit" type="primary" loading={change.isPending}>
          {say('changePassword')}
        </Button>
      </Form>
    </Panel>
  );
};

import { Button, Form, Input } from 'antd';
import { api } from '../../api/client.js';
import { ProblemAlert } from '../../parts/problem.js';
import { useWords } from '../../words/words.js';
import { LOG_IN } from './log-in.words.js';
import type { Session } from './session.js';
import { useEnter } from './session.js';

/** E-mail and password; `onEntered` hears who it was. */
export const LogInForm = ({ onEntered }: { readonly onEntered: (session: Session) => void }) => {
  const say = useWords(LOG_IN);
  const enter = useEnter();
  const logIn = api.useMutation('post', '/api/v1/session');
  const submit = (body: { email: string; password: string }): void => {
    logIn.mutate(
      { body },
      {
        onSuccess: (session) => {
          enter(session);
          onEntered(session);
        },
      },
    );
  };
  return (
    <Form layout="vertical" requiredMark={false} onFinish={submit} validateTrigger="onSubmit">
      {logIn.error ? <ProblemAlert error={logIn.error} /> : null}
      <Form.Item name="email" label={say('email')} rules={[{ required: true, message: say('emailNeeded') }]}>
        <Input autoComplete="username" inputMode="email" autoFocus />
      </Form.Item>
      <Form.Item name="password" label={say('password')} rules={[{ required: true, message: say('passwordNeeded') }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={logIn.isPending}>
        {say('enter')}
      </Button>
    </Form>
  );
};

import { Alert, Button, Card, Form, Input, Result } from 'antd';
import { useParams } from 'react-router';
import { api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { useTitle } from '../../app/session/session.js';
import { Read } from '../../parts/page.js';
import { ProblemAlert } from '../../parts/problem.js';
import { useWords } from '../../words/words.js';
import { Question } from './question.js';
import { SURVEY } from './survey.words.js';

type Survey = Schemas['Survey'];
type Answer = string | string[];

interface Filled {
  readonly answers: Readonly<Record<string, Answer | undefined>>;
  readonly code?: string;
}

/** What was left out is no answer. */
const answered = (answers: Filled['answers']): Record<string, Answer> =>
  Object.fromEntries(Object.entries(answers).flatMap(([key, it]) => (it === undefined || it.length === 0 ? [] : [[key, it]])));

const Sheet = ({ token, survey }: { readonly token: string; readonly survey: Survey }) => {
  const say = useWords(SURVEY);
  const sending = api.useMutation('post', '/api/v1/surveys/{token}/answers');
  if (sending.isSuccess) return <Result status="success" title={say('thanks')} />;
  const send = ({ answers, code }: Filled): void => {
    const body = { answers: answered(answers), ...(code ? { code } : {}) };
    sending.mutate({ params: { path: { token } }, body });
  };
  return (
    <Form<Filled> layout="vertical" onFinish={send}>
      {survey.questions.map((question, i) => (
        <Question key={question.key} question={question} number={i + 1} />
      ))}
      {survey.needsCode ? (
        <Form.Item name="code" label={say('code')} rules={[{ required: true, message: say('codeNeeded') }]}>
          <Input autoComplete="off" maxLength={40} />
        </Form.Item>
      ) : null}
      {sending.error ? <ProblemAlert error={sending.error} /> : null}
      <Button type="primary" htmlType="submit" loading={sending.isPending} block>
        {say('send')}
      </Button>
    </Form>
  );
};

const Asked = ({ token, survey }: { readonly token: string; readonly survey: Survey }) => {
  const say = useWords(SURVEY);
  useTitle(survey.title);
  return (
    <>
      <h1>{survey.title}</h1>
      <p>{survey.purpose}</p>
      <p>
        {say('respondents', { who: survey.respondents })}
        <br />
        {say('until', { day: survey.closesOn })}
      </p>
      <Alert type="info" showIcon title={say('anonymous')} style={{ marginBottom: 16 }} />
      <Sheet token={token} survey={survey} />
    </>
  );
};

/** 公开答卷: for whoever has the secret address, without log-in. */
export const Component = () => {
  const { token = '' } = useParams();
  const say = useWords(SURVEY);
  useTitle(say('title'));
  const read = api.useQuery('get', '/api/v1/surveys/{token}', { params: { path: { token } } }, { retry: false });
  return (
    <main style={{ display: 'grid', placeItems: 'start center', padding: 16 }}>
      <Card style={{ width: 'min(720px, 100%)' }}>
        <Read query={read}>{(survey) => <Asked token={token} survey={survey} />}</Read>
      </Card>
    </main>
  );
};

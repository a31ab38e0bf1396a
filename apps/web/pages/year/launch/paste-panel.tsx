import { Alert, App, Button, Input } from 'antd';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../../api/client.js';
import type { Schemas } from '../../../api/client.js';
import { useRefresh } from '../../../api/refresh.js';
import { Panel } from '../../../parts/page.js';
import { ProblemAlert } from '../../../parts/problem.js';
import { useLanguage, useWords } from '../../../words/words.js';
import { LAUNCH } from './launch.words.js';

const KEPT = 'jiheng.policy-draft';
type Found = Schemas['Problem'] | null;

interface Findings {
  readonly problems: readonly {
    readonly code: string;
    readonly path: string;
    readonly line?: number;
    readonly zh: string;
    readonly en: string;
  }[];
}

const Verdict = ({ problems }: Findings) => {
  const say = useWords(LAUNCH);
  const language = useLanguage();
  if (problems.length === 0) return <Alert type="success" showIcon title={say('fine')} />;
  return (
    <Alert
      type="error"
      showIcon
      title={say('problems', { count: problems.length })}
      description={
        <ul style={{ margin: 0, paddingInlineStart: 18 }}>
          {problems.map((it) => (
            <li key={`${it.path}/${it.code}/${String(it.line)}`}>
              {it.line === undefined ? it[language] : say('problemAt', { line: it.line, text: it[language] })}
            </li>
          ))}
        </ul>
      }
    />
  );
};

/** A policy is pasted, checked line by line, and kept; until then it stays in this browser. */
export const PastePanel = () => {
  const say = useWords(LAUNCH);
  const id = useId();
  const { message } = App.useApp();
  const refresh = useRefresh();
  const [yaml, setYaml] = useState(() => localStorage.getItem(KEPT) ?? '');
  const check = api.useMutation('post', '/api/v1/policies/check');
  const add = api.useMutation('post', '/api/v1/policies');
  const type = (text: string): void => {
    setYaml(text);
    localStorage.setItem(KEPT, text);
    check.reset();
    add.reset();
  };
  const submit = async (): Promise<void> => {
    await add.mutateAsync({ body: { yaml } });
    type('');
    localStorage.removeItem(KEPT);
    await refresh('/api/v1/policies');
    void message.success(say('submitted'));
  };
  const error = check.error ?? (add.error as Found);
  return (
    <Panel title={say('paste')} extra={<Link to="/administration/policies">{say('toEditor')}</Link>}>
      <div style={{ display: 'grid', gap: 8 }}>
        <label htmlFor={id}>{say('pasteHint')}</label>
        <Input.TextArea
          id={id}
          aria-label={say('policyText')}
          value={yaml}
          rows={8}
          spellCheck={false}
          style={{ fontFamily: 'Consolas, "Courier New", monospace', whiteSpace: 'pre', overflowX: 'auto' }}
          onChange={({ target }) => {
            type(target.value);
          }}
        />
        {error ? <ProblemAlert error={error} /> : null}
        {check.data ? <Verdict problems={check.data.problems} /> : null}
        <div style={{ display: 'flex', gap: 8 }}>
          <Button
            disabled={yaml.trim() === ''}
            loading={check.isPending}
            onClick={() => {
              check.mutate({ body: { yaml } });
            }}
          >
            {say('check')}
          </Button>
          <Button
            type="primary"
            disabled={yaml.trim() === '' || (check.data !== undefined && check.data.problems.length > 0)}
            loading={add.isPending}
            onClick={() => void submit().catch(() => undefined)}
          >
            {say('submit')}
          </Button>
        </div>
      </div>
    </Panel>
  );
};

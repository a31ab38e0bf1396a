import { Alert, App, Button } from 'antd';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../../api/client.js';
import { useRefresh } from '../../../api/refresh.js';
import { ProblemAlert } from '../../../parts/problem.js';
import { useLanguage, useWords } from '../../../words/words.js';
import type { Finding } from './difference-table.js';
import { LinesEditor, goToLine } from './lines-editor.js';
import { POLICIES } from './policies.words.js';

const keyOf = (id: string): string => `jiheng.policy.${id}`;

interface PolicyEditorProps {
  readonly id: string;
  readonly yaml: string;
  /** What stands below: told what was typed and checked (null: not yet, or it cannot be read), and what was found. */
  readonly below?: (typed: unknown, isTyped: boolean, findings: readonly Finding[]) => ReactNode;
}

/** A policy with line numbers: checked with findings at their lines, handed in as a new version; typing is kept on this computer. */
export const PolicyEditor = ({ id, yaml, below }: PolicyEditorProps) => {
  const say = useWords(POLICIES);
  const language = useLanguage();
  const { message } = App.useApp();
  const refresh = useRefresh();
  const navigate = useNavigate();
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => localStorage.getItem(keyOf(id)) ?? yaml);
  const check = api.useMutation('post', '/api/v1/policies/check');
  const submit = api.useMutation('post', '/api/v1/policies', {
    onSuccess: async ({ id: made, fiscalYear, version }) => {
      localStorage.removeItem(keyOf(id));
      void message.success(say('submitted', { year: fiscalYear, version }));
      await refresh('/api/v1/policies');
      await navigate(`/administration/policies/${made}`);
    },
  });
  const type = (it: string): void => {
    setText(it);
    if (it === yaml) localStorage.removeItem(keyOf(id));
    else localStorage.setItem(keyOf(id), it);
    check.reset();
    submit.reset();
  };
  const problems = check.data?.problems ?? [];
  const isChanged = text !== yaml;
  return (
    <div style={{ display: 'grid', gap: 8, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <LinesEditor
        ref={area}
        label={say('text')}
        value={text}
        onChange={type}
        marked={new Set(problems.flatMap(({ line }) => (line === undefined ? [] : [line])))}
      />
      <div style={{ display: 'flex', gap: 8, alignItems: 'center', flexWrap: 'wrap' }}>
        <Button
          loading={check.isPending}
          onClick={() => {
            check.mutate({ body: { yaml: text } });
          }}
        >
          {say('check')}
        </Button>
        <Button
          type="primary"
          disabled={!isChanged}
          loading={submit.isPending}
          onClick={() => {
            submit.mutate({ body: { yaml: text } });
          }}
        >
          {say('submit')}
        </Button>
        {isChanged ? (
          <>
            <span style={{ color: '#595f69' }}>{`${say('changed')}${say('hint')}`}</span>
            <Button
              onClick={() => {
                type(yaml);
              }}
            >
              {say('discard')}
            </Button>
          </>
        ) : null}
      </div>
      {check.error ? <ProblemAlert error={check.error} /> : null}
      {submit.error ? <ProblemAlert error={submit.error} /> : null}
      {check.data ? (
        <Alert
          showIcon
          role="status"
          type={problems.length === 0 ? 'success' : 'warning'}
          title={problems.length === 0 ? say('good') : say('findings', { count: problems.length })}
          description={
            <ul style={{ margin: 0, paddingInlineStart: 20 }}>
              {problems.map((it, index) => (
                <li key={index}>
                  {it.line === undefined ? null : (
                    <Button
                      type="link"
                      size="small"
                      onClick={() => {
                        if (area.current && it.line !== undefined) goToLine(area.current, it.line);
                      }}
                    >
                      {say('line', { line: it.line })}
                    </Button>
                  )}
                  {it.path} {it[language]}
                </li>
              ))}
            </ul>
          }
        />
      ) : null}
      {below?.(check.data?.content ?? null, isChanged, problems)}
    </div>
  );
};

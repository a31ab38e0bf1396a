import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import type { Question } from '#domain/key-evaluation/questionnaire.js';
import { api, once } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { ProblemAlert } from '../../parts/problem.js';
import { useLanguage, useWords } from '../../words/words.js';
import { asCsv, lineOf, refusedIn } from './survey-rows.js';
import { SURVEY } from './survey.words.js';

interface EnterProps {
  readonly survey: Schemas['Questionnaire'];
  readonly questions: readonly Question[];
}

/** Answers on paper are typed in as a table, one respondent a row. */
export const EnterAnswers = ({ survey, questions }: EnterProps) => {
  const say = useWords(SURVEY);
  const language = useLanguage();
  const queries = useQueryClient();
  const [header, setHeader] = useState(once);
  const [text, setText] = useState('');
  const enter = api.useMutation('post', '/api/v1/questionnaires/{questionnaire}/answers', {
    onSuccess: ({ errors }) => {
      setHeader(once());
      setText(refusedIn(text, errors));
      void queries.invalidateQueries();
    },
  });
  const count = Math.max(0, text.split('\n').filter((it) => it.trim() !== '').length - 1);
  return (
    <div className="evaluation-stack">
      <label className="evaluation-field">
        {say('enterIntro', { keys: questions.map(({ key }) => key).join('、') })}
        <Input.TextArea
          rows={5}
          value={text}
          placeholder={questions.map(({ key }) => key).join('\t')}
          onChange={({ target }) => {
            setText(target.value);
            setHeader(once());
          }}
        />
      </label>
      {enter.error ? <ProblemAlert error={enter.error} /> : null}
      {enter.data ? (
        <Alert
          type={enter.data.refused === 0 ? 'success' : 'warning'}
          showIcon
          title={say('entered', { accepted: enter.data.accepted, refused: enter.data.refused })}
          description={enter.data.errors.map((it) => (
            <div key={`${it.path}/${it.code}`}>
              {say('line', { line: lineOf(it.path) })} {it[language]}
            </div>
          ))}
        />
      ) : null}
      <div>
        <Button
          disabled={count === 0}
          loading={enter.isPending}
          onClick={() => {
            enter.mutate({ params: { path: { questionnaire: survey.id }, header }, body: { csv: asCsv(text) } });
          }}
        >
          {say('enterDo', { count })}
        </Button>
      </div>
    </div>
  );
};

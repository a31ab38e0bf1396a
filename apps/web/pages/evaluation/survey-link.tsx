import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Typography } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { ProblemAlert } from '../../parts/problem.js';
import { useWords } from '../../words/words.js';
import { SURVEY } from './survey.words.js';

const MOST_CODES = 5_000;

/** A secret address for answering online, shown once when it is made. */
export const SurveyLink = ({ survey }: { readonly survey: Schemas['Questionnaire'] }) => {
  const say = useWords(SURVEY);
  const queries = useQueryClient();
  const [codes, setCodes] = useState('0');
  const open = api.useMutation('post', '/api/v1/questionnaires/{questionnaire}/link', {
    onSuccess: () => void queries.invalidateQueries(),
  });
  const count = Number(codes);
  const { link } = survey;
  return (
    <div className="evaluation-stack">
      <p>{link.open ? say('linkOpen', { codes: link.codes, used: link.used }) : say('linkClosed')}</p>
      <p>{say('linkIntro')}</p>
      <div style={{ display: 'flex', gap: 8, alignItems: 'flex-end', flexWrap: 'wrap' }}>
        <label className="evaluation-field" style={{ width: 140 }}>
          {say('codes')}
          <Input
            inputMode="numeric"
            value={codes}
            onChange={({ target }) => {
              setCodes(target.value);
            }}
          />
        </label>
        <Button
          loading={open.isPending}
          disabled={codes.trim() === '' || !Number.isInteger(count) || count < 0 || count > MOST_CODES}
          onClick={() => {
            open.mutate({ params: { path: { questionnaire: survey.id } }, body: { codes: count } });
          }}
        >
          {say('makeLink')}
        </Button>
      </div>
      {open.error ? <ProblemAlert error={open.error} /> : null}
      {open.data ? (
        <>
          <Typography.Text copyable code>
            {new URL(open.data.url, location.origin).href}
          </Typography.Text>
          {open.data.codes.length > 0 ? (
            <Typography.Paragraph copyable={{ text: open.data.codes.join('\n') }} className="numbers" style={{ whiteSpace: 'normal' }}>
              {open.data.codes.join('  ')}
            </Typography.Paragraph>
          ) : null}
        </>
      ) : null}
    </div>
  );
};

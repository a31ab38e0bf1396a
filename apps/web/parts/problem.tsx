import { Alert, Button } from 'antd';
import { isProblem, sentenceOf } from '../api/problem.js';
import { COMMON } from '../words/terms.js';
import { useLanguage, useWords } from '../words/words.js';

/** What went wrong, field by field where the server says so, and the way on. */
export const ProblemAlert = ({ error, retry }: { readonly error: unknown; readonly retry?: () => unknown }) => {
  const say = useWords(COMMON);
  const language = useLanguage();
  const errors = isProblem(error) ? (error.errors ?? []) : [];
  return (
    <Alert
      type="error"
      showIcon
      title={sentenceOf(error)}
      description={
        errors.length === 0 ? undefined : (
          <ul style={{ margin: 0, paddingInlineStart: 20 }}>
            {errors.map((it) => (
              <li key={`${it.path}/${it.code}`}>{it[language]}</li>
            ))}
          </ul>
        )
      }
      action={retry ? <Button onClick={() => void retry()}>{say('retry')}</Button> : undefined}
    />
  );
};

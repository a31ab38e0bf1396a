import { Button } from 'antd';
import { useEffect } from 'react';
import { isRouteErrorResponse, useNavigate, useRouteError } from 'react-router';
import { COMMON } from '../words/terms.js';
import { useWords } from '../words/words.js';

interface InsteadProps {
  readonly text: string;
  readonly button: string;
  readonly act: () => void;
}

const Instead = ({ text, button, act }: InsteadProps) => (
  <div style={{ padding: 48, textAlign: 'center' }}>
    <h1 style={{ fontSize: 18, fontWeight: 600 }}>{text}</h1>
    <Button type="primary" onClick={act}>
      {button}
    </Button>
  </div>
);

/** Instead of a page that does not exist, or that somebody may not see. */
export const MissingPage = () => {
  const say = useWords(COMMON);
  const navigate = useNavigate();
  return (
    <Instead
      text={say('notFound')}
      button={say('back')}
      act={() => {
        void navigate('/');
      }}
    />
  );
};

/** Instead of a page that broke. What broke it stands in the browser's console, for whoever is asked for help. */
export const ErrorPage = () => {
  const say = useWords(COMMON);
  const error = useRouteError();
  const isMissing = isRouteErrorResponse(error) && error.status === 404;
  useEffect(() => {
    if (!isMissing) console.error(error);
  }, [error, isMissing]);
  if (isMissing) return <MissingPage />;
  return (
    <Instead
      text={say('broken')}
      button={say('refresh')}
      act={() => {
        location.reload();
      }}
    />
  );
};

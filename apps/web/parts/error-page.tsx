import { Button } from 'antd';
import { isRouteErrorResponse, useNavigate, useRouteError } from 'react-router';
import { COMMON } from '../words/terms.js';
import { useWords } from '../words/words.js';

/** A page that does not exist, or one that broke. */
export const ErrorPage = () => {
  const say = useWords(COMMON);
  const navigate = useNavigate();
  const error = useRouteError();
  const missing = error === undefined || (isRouteErrorResponse(error) && error.status === 404);
  return (
    <div style={{ padding: 48, textAlign: 'center' }}>
      <h1 style={{ fontSize: 18, fontWeight: 600 }}>{say(missing ? 'notFound' : 'broken')}</h1>
      <Button
        type="primary"
        onClick={() => {
          if (missing) void navigate('/');
          else location.reload();
        }}
      >
        {say(missing ? 'back' : 'refresh')}
      </Button>
    </div>
  );
};

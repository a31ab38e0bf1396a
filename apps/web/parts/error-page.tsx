import { Button, Result } from 'antd';
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
    <Result
      status={missing ? '404' : 'error'}
      title={say(missing ? 'notFound' : 'broken')}
      extra={
        missing ? (
          <Button type="primary" onClick={() => void navigate('/')}>
            {say('back')}
          </Button>
        ) : (
          <Button
            type="primary"
            onClick={() => {
              location.reload();
            }}
          >
            {say('refresh')}
          </Button>
        )
      }
    />
  );
};

import { Link } from 'react-router';
import { api } from '../../api/client.js';
import { useWords } from '../../words/words.js';
import { NOTIFICATIONS } from './notifications.words.js';
import './bell.css';

const LOOK_EVERY_MS = 120_000;

/** How many messages are unread, as the way to them. */
export const Bell = () => {
  const say = useWords(NOTIFICATIONS);
  const { data } = api.useQuery('get', '/api/v1/notifications/unread-count', {}, { refetchInterval: LOOK_EVERY_MS });
  const count = data ? `${String(data.unread)}${data.more ? '+' : ''}` : '0';
  return (
    <Link to="/notifications" className="bell" aria-label={say('bell', { count })}>
      <span>{say('title')}</span>
      {data && data.unread > 0 ? (
        <span className="bell-count" aria-hidden="true">
          {count}
        </span>
      ) : null}
    </Link>
  );
};

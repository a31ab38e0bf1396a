import { Alert } from 'antd';
import { Link } from 'react-router';
import { useMe } from '../../../app/session/session.js';
import { api } from '../../../api/client.js';
import { useJoin } from '../../../words/join.js';
import { useWords } from '../../../words/words.js';
import { SCORING } from './scoring.words.js';

/** Scores that wait for nobody but the reader, as lead evaluator; nothing where there are none. */
export const WaitingDecisions = () => {
  const say = useWords(SCORING);
  const join = useJoin();
  const me = useMe();
  const { data } = api.useQuery('get', '/api/v1/scorings', { params: { query: { status: 'draft', limit: 200 } } });
  const mine = (data?.items ?? []).filter(({ lead, toArbitrate }) => lead?.id === me.person && toArbitrate.length > 0);
  if (mine.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={say('workTitle')}
      description={
        <ul style={{ margin: 0, paddingInlineStart: 20 }}>
          {mine.map((it) => (
            <li key={it.evaluation}>
              <Link to={`/scorings/${it.evaluation}`}>
                {say('workLine', { project: it.projectName, indicators: join(it.toArbitrate) })}
              </Link>
            </li>
          ))}
        </ul>
      }
    />
  );
};

import { Link } from 'react-router';
import { hasRole, useMe } from '../../app/session/session.js';
import { MissingPage } from '../../parts/error-page.js';
import { Page, Panel } from '../../parts/page.js';
import { useWords } from '../../words/words.js';
import { ADMINISTRATION } from './administration.words.js';
import { areasOf } from './areas.js';

/** The ways to all that can be administered. */
export const Component = () => {
  const say = useWords(ADMINISTRATION);
  const me = useMe();
  if (!hasRole(me, 'bureau', 'system')) return <MissingPage />;
  return (
    <Page title={say('title')}>
      <Panel>
        <ul style={{ margin: 0, padding: 0, listStyle: 'none', display: 'grid', gap: 12 }}>
          {areasOf(me).map(({ key, to }) => (
            <li key={key}>
              <Link to={to} style={{ fontSize: 15 }}>
                {say(key)}
              </Link>
              <div style={{ color: '#595f69' }}>{say(`${key}Text`)}</div>
            </li>
          ))}
        </ul>
      </Panel>
    </Page>
  );
};

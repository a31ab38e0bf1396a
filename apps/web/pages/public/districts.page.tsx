import { Link, Navigate } from 'react-router';
import { api } from '../../api/client.js';
import { useTitle } from '../../app/session/session.js';
import { Read } from '../../parts/page.js';
import { useWords } from '../../words/words.js';
import { PUBLIC } from './public.words.js';

/** Districts that publish here; where there is one only, its publications. */
export const Component = () => {
  const say = useWords(PUBLIC);
  const districts = api.useQuery('get', '/api/v1/public/districts');
  useTitle(say('title'));
  return (
    <Read query={districts}>
      {({ items: [only, ...others] }) =>
        only && others.length === 0 ? (
          <Navigate to={`/public/${encodeURIComponent(only.code)}`} replace />
        ) : (
          <>
            <h1>{say('title')}</h1>
            <p>{say('intro')}</p>
            {only ? (
              <>
                <h2>{say('chooseDistrict')}</h2>
                <ul className="portal-list">
                  {[only, ...others].map(({ code, name, publications }) => (
                    <li key={code}>
                      <Link to={`/public/${encodeURIComponent(code)}`}>{name}</Link>{' '}
                      <span className="portal-quiet">{say('districtCount', { count: publications })}</span>
                    </li>
                  ))}
                </ul>
              </>
            ) : (
              <p className="portal-quiet">{say('noDistricts')}</p>
            )}
          </>
        )
      }
    </Read>
  );
};

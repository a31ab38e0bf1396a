import { Link } from 'react-router';
import type { Schemas } from '../../api/client.js';
import { dayOfInstant } from '../../app/year/year.js';
import { useWords } from '../../words/words.js';
import { PUBLIC } from './public.words.js';

interface VersionsProps {
  readonly versions: Schemas['PublicPublication']['versions'];
  readonly current: string;
}

/** Every version with its day, its hash and why it was corrected. */
export const Versions = ({ versions, current }: VersionsProps) => {
  const say = useWords(PUBLIC);
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">{say('versions')}</h2>
      <div className="portal-table" tabIndex={0} role="region" aria-label={say('versionsOf')}>
        <table>
          <caption>{say('versionsOf')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('version')}</th>
              <th scope="col">{say('publishedOn')}</th>
              <th scope="col">{say('reason')}</th>
              <th scope="col">{say('hash')}</th>
            </tr>
          </thead>
          <tbody>
            {versions.map(({ id, version, publishedAt, reason, hash }) => (
              <tr key={id}>
                <td className="numbers">
                  {id === current ? (
                    <>
                      {version}
                      {say('shown')}
                    </>
                  ) : (
                    <Link to={`/public/publications/${id}`}>{version}</Link>
                  )}
                </td>
                <td className="numbers">{dayOfInstant(publishedAt)}</td>
                <td>{reason ?? say('first')}</td>
                <td className="portal-hash">{hash}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};

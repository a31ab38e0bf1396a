import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { given } from '../../api/given.js';
import { PAGES, listed } from '../../api/pages.js';
import { useTitle } from '../../app/session/session.js';
import { dayOfInstant } from '../../app/year/year.js';
import { useInAddress } from '../../parts/choose/use-in-address.js';
import { Read } from '../../parts/page.js';
import { ProblemAlert } from '../../parts/problem.js';
import { useWords } from '../../words/words.js';
import { Find } from './find.js';
import { PUBLIC } from './public.words.js';

const Line = ({ line }: { readonly line: Schemas['PublicPublicationLine'] }) => {
  const say = useWords(PUBLIC);
  const { id, title, unitName, departmentName, fiscalYear, projects, publishedAt, version } = line;
  const owner = unitName === departmentName ? unitName : `${departmentName} · ${unitName}`;
  return (
    <li>
      <Link to={`/public/publications/${id}`}>{title}</Link>
      {version > 1 ? <> （{say('versionOf', { version })}）</> : null}
      <div className="portal-quiet">
        {owner}
        <br />
        {say('line', { year: fiscalYear, projects, day: dayOfInstant(publishedAt) })}
      </div>
    </li>
  );
};

const List = ({ code }: { readonly code: string }) => {
  const say = useWords(PUBLIC);
  const { get } = useInAddress();
  const filters = given({ q: get('q'), department: get('department'), fiscalYear: get('year') ? Number(get('year')) : undefined });
  const query = { limit: 30, ...filters };
  const list = listed(
    api.useInfiniteQuery('get', '/api/v1/public/districts/{code}/publications', { params: { path: { code }, query } }, PAGES),
  );
  if (list.error) return <ProblemAlert error={list.error} retry={list.readAgain} />;
  return (
    <section aria-labelledby="found" aria-busy={list.isReading}>
      <h2 id="found" aria-live="polite">
        {say(list.hasMore ? 'foundMore' : 'found', { count: list.rows.length })}
      </h2>
      {list.rows.length === 0 && !list.isFirst ? <p>{say('nothing')}</p> : null}
      <ol className="portal-list">
        {list.rows.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ol>
      {list.hasMore ? (
        <div className="portal-actions no-print">
          <Button loading={list.isReading} onClick={list.readMore}>
            {say('more')}
          </Button>
        </div>
      ) : null}
    </section>
  );
};

const District = ({ district }: { readonly district: Schemas['PublicDistrict'] }) => {
  const say = useWords(PUBLIC);
  const title = say('titleOf', { district: district.name });
  useTitle(title);
  return (
    <>
      <h1>{title}</h1>
      <p>{say('intro')}</p>
      <Find district={district} />
      <List code={district.code} />
    </>
  );
};

/** What a district has published: searched by words, department and year. */
export const Component = () => {
  const { district: code = '' } = useParams();
  const district = api.useQuery('get', '/api/v1/public/districts/{code}', { params: { path: { code } } });
  return <Read query={district}>{(it) => <District district={it} />}</Read>;
};

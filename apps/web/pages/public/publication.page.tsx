import { Alert, Button } from 'antd';
import { Link, useParams } from 'react-router';
import { api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { useTitle } from '../../app/session/session.js';
import { dayOfInstant } from '../../app/year/year.js';
import { Read } from '../../parts/page.js';
import { useWords } from '../../words/words.js';
import { PUBLIC } from './public.words.js';
import { budgetOf, projectsOf } from './published.js';
import type { PublishedProject } from './published.js';
import { Amount, PublishedProjectShown } from './published-project.js';
import { VerifyFile } from './verify-file.js';
import { Versions } from './versions.js';

type Publication = Schemas['PublicPublication'];

const FEW = 3;
const anchor = (index: number): string => `p${String(index + 1)}`;

const Superseded = ({ publication: { version, versions } }: { readonly publication: Publication }) => {
  const say = useWords(PUBLIC);
  const [newest] = [...versions].sort((a, b) => b.version - a.version);
  if (!newest || newest.version <= version) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={say('superseded', { version, newest: newest.version })}
      action={<Link to={`/public/publications/${newest.id}`}>{say('toNewest')}</Link>}
    />
  );
};

const Facts = ({ publication, projects }: { readonly publication: Publication; readonly projects: readonly PublishedProject[] }) => {
  const say = useWords(PUBLIC);
  const { departmentName, unitName, fiscalYear, publishedAt, place, version } = publication;
  return (
    <dl className="portal-facts">
      <dt>{say('department')}</dt>
      <dd>{departmentName}</dd>
      {unitName === departmentName ? null : (
        <>
          <dt>{say('unit')}</dt>
          <dd>{unitName}</dd>
        </>
      )}
      <dt>{say('year')}</dt>
      <dd>{fiscalYear}</dd>
      <dt>{say('projects')}</dt>
      <dd>
        {say('projectCount', { count: projects.length })} · {say('budgetTotal')} <Amount yuan={budgetOf(projects)} />
      </dd>
      <dt>{say('publishedOn')}</dt>
      <dd>
        {dayOfInstant(publishedAt)} · {say('versionOf', { version })}
      </dd>
      {place === null ? null : (
        <>
          <dt>{say('place')}</dt>
          <dd>{place}</dd>
        </>
      )}
    </dl>
  );
};

const Contents = ({ projects }: { readonly projects: readonly PublishedProject[] }) => {
  const say = useWords(PUBLIC);
  if (projects.length <= FEW) return null;
  return (
    <nav aria-label={say('contents')} className="no-print">
      <h2>{say('contents')}</h2>
      <ol>
        {projects.map(({ code, name }, index) => (
          <li key={code}>
            <a href={`#${anchor(index)}`}>{name}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
};

const Authenticity = ({ publication: { id, hash } }: { readonly publication: Publication }) => {
  const say = useWords(PUBLIC);
  const file = (ending: string): string => `/api/v1/public/publications/${id}/content.${ending}`;
  return (
    <section aria-labelledby="authenticity">
      <h2 id="authenticity">{say('authenticity')}</h2>
      <dl className="portal-facts">
        <dt>{say('hash')}</dt>
        <dd className="portal-hash">{hash}</dd>
      </dl>
      <p className="no-print">{say('hashHow')}</p>
      <div className="portal-actions no-print">
        <Button href={file('json')}>{say('json')}</Button>
        <Button href={file('csv')}>{say('csv')}</Button>
        <Button
          onClick={() => {
            window.print();
          }}
        >
          {say('print')}
        </Button>
      </div>
      <VerifyFile />
    </section>
  );
};

const Shown = ({ publication }: { readonly publication: Publication }) => {
  const say = useWords(PUBLIC);
  const { title, districtName, district, versions, id } = publication;
  const projects = projectsOf(publication.content);
  useTitle(title);
  return (
    <>
      <p className="no-print">
        <Link to={`/public/${encodeURIComponent(district)}`}>← {say('back')}</Link>
      </p>
      <p className="portal-quiet">{say('titleOf', { district: districtName })}</p>
      <h1>{title}</h1>
      <Superseded publication={publication} />
      <Facts publication={publication} projects={projects} />
      <Contents projects={projects} />
      <section aria-labelledby="projects">
        <h2 id="projects">{say('projects')}</h2>
        {projects.map((project, index) => (
          <PublishedProjectShown key={project.code} project={project} id={anchor(index)} />
        ))}
      </section>
      <Versions versions={versions} current={id} />
      <Authenticity publication={publication} />
    </>
  );
};

/** One publication: what the money was for and what came of it, in which version, and how to verify it. */
export const Component = () => {
  const { publication = '' } = useParams();
  const query = api.useQuery('get', '/api/v1/public/publications/{publication}', { params: { path: { publication } } });
  return <Read query={query}>{(it) => <Shown publication={it} />}</Read>;
};

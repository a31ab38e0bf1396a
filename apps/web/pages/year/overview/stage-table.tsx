import { Link } from 'react-router';
import type { Schemas } from '../../../api/client.js';
import { Panel } from '../../../parts/page.js';
import { StateTag } from '../../../parts/states/state-tag.js';
import { useWords } from '../../../words/words.js';
import { useStageName } from '../../stages/use-stage-name.js';
import { OVERVIEW } from './overview.words.js';

type Counts = Schemas['StageCounts'];

const FIGURES = ['owed', 'filed', 'approved', 'returned', 'late'] as const;

const Row = ({ counts, name, before }: { readonly counts: Counts; readonly name: string; readonly before: Counts | undefined }) => {
  const say = useWords(OVERVIEW);
  const to = `/stages/${counts.name}/documents?part=${encodeURIComponent(counts.key)}`;
  return (
    <tr>
      <th scope="row">
        <Link to={to}>{name}</Link>
      </th>
      <td>
        <StateTag state={counts.status === 'open' ? 'running' : counts.status} />
      </td>
      {FIGURES.map((it) => (
        <td key={it} className="figure">
          {counts[it] === 0 ? (
            0
          ) : (
            <Link to={`${to}&counted=${it}`} aria-label={`${name} ${say(it)} ${String(counts[it])}`}>
              {it === 'late' ? <strong style={{ color: '#c0341d' }}>! {counts[it]}</strong> : counts[it]}
            </Link>
          )}
        </td>
      ))}
      {before ? <td className="figure">{before.owed}</td> : null}
      {before ? <td className="figure">{before.late}</td> : null}
    </tr>
  );
};

/** What is owed, filed, approved, returned and late in each stage, beside last year. */
export const StageTable = ({ overview }: { readonly overview: Schemas['Overview'] }) => {
  const say = useWords(OVERVIEW);
  const { lastYear } = overview;
  const nameOf = useStageName(overview.stages);
  return (
    <Panel title={say('stages')}>
      <div className="figures-scroll" tabIndex={0} role="group" aria-label={say('stages')}>
        <table className="figures" aria-label={say('stages')}>
          <thead>
            <tr>
              <th scope="col">{say('stage')}</th>
              <th scope="col">{say('state')}</th>
              {FIGURES.map((it) => (
                <th key={it} scope="col" className="figure" title={it === 'approved' ? say('approvedToo') : undefined}>
                  {say(it)}
                </th>
              ))}
              {lastYear
                ? (['owed', 'late'] as const).map((it) => (
                    <th key={`before-${it}`} scope="col" className="figure">
                      {say('lastYearOf', { what: say(it) })}
                    </th>
                  ))
                : null}
            </tr>
          </thead>
          <tbody>
            {overview.stages.map((it) => (
              <Row key={it.stage} counts={it} name={nameOf(it)} before={lastYear?.stages.find(({ key }) => key === it.key)} />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
};

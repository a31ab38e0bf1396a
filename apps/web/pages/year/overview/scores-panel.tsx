import { Empty } from 'antd';
import { Link } from 'react-router';
import type { Schemas } from '../../../api/client.js';
import { Panel } from '../../../parts/page.js';
import { useWords } from '../../../words/words.js';
import { signed } from './funds-panel.js';
import { OVERVIEW } from './overview.words.js';
import './scores.css';

type Distribution = Schemas['ScoreDistribution'];

const STAGE_OF = {
  'ex-ante': '/stages/ex-ante-evaluation',
  'self-evaluation': '/stages/self-evaluation',
  'spot-check': '/stages/self-evaluation',
  evaluation: '/stages/key-evaluation',
} as const satisfies Record<Distribution['kind'], string>;

const TONES = ['best', 'good', 'fair', 'poor'] as const;
/** Grades as policies name them, best first; others stand where they come. */
const ORDER = ['优', '良', '中', '差'];
const placeOf = (grade: string): number => (ORDER.includes(grade) ? ORDER.indexOf(grade) : ORDER.length);

const Bars = ({ it }: { readonly it: Distribution }) => {
  const say = useWords(OVERVIEW);
  const grades = Object.entries(it.grades).sort(([a], [b]) => placeOf(a) - placeOf(b));
  return (
    <ul className="grades" aria-label={say(it.kind)}>
      {grades.map(([grade, count]) => (
        <li key={grade}>
          <span className="grade-name">{grade}</span>
          <span className="grade-track" aria-hidden="true">
            <span
              className={`grade-bar ${TONES[placeOf(grade)] ?? 'fair'}`}
              style={{ width: `${String((100 * count) / Math.max(1, it.scored))}%` }}
            />
          </span>
          <Link className="numbers" to={STAGE_OF[it.kind]} aria-label={say('gradeCount', { grade, count })}>
            {count}
          </Link>
        </li>
      ))}
    </ul>
  );
};

/** How many projects got which grade, by who scored them. */
export const ScoresPanel = ({ overview }: { readonly overview: Schemas['Overview'] }) => {
  const say = useWords(OVERVIEW);
  const changeOf = (kind: Distribution['kind']): string | undefined => overview.change?.scores.find((it) => it.kind === kind)?.mean;
  return (
    <Panel title={say('scores')}>
      {overview.scores.length === 0 ? <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say('noScores')} /> : null}
      <div style={{ display: 'grid', gap: 14 }}>
        {overview.scores.map((it) => {
          const change = changeOf(it.kind);
          return (
            <section key={it.kind}>
              <h3 style={{ fontSize: 14, margin: 0 }}>{say(it.kind)}</h3>
              <div style={{ color: '#595f69' }}>
                {say('scored', { count: it.scored, mean: it.meanShown, median: it.medianShown })}
                {it.untrue > 0 ? ` · ${say('untrue', { count: it.untrue })}` : ''}
                {change === undefined ? '' : ` · ${say('meanChange', { change: signed(change) })}`}
              </div>
              <Bars it={it} />
            </section>
          );
        })}
      </div>
    </Panel>
  );
};

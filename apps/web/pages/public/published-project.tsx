import { Money, inTenThousands } from '../../parts/money.js';
import { useWords } from '../../words/words.js';
import { PUBLIC } from './public.words.js';
import type { PublishedProject } from './published.js';

type Result = NonNullable<PublishedProject['results']>[number];

const GRADES = { 优: 'gradeA', 良: 'gradeB', 中: 'gradeC', 差: 'gradeD' } as const;
const isGrade = (it: string | null): it is keyof typeof GRADES => it !== null && Object.hasOwn(GRADES, it);

export const Amount = ({ yuan }: { readonly yuan: string | null }) => {
  const say = useWords(PUBLIC);
  return yuan === null ? <Money yuan={null} /> : <span className="numbers">{say('tenThousand', { amount: inTenThousands(yuan) })}</span>;
};

const Results = ({ results }: { readonly results: readonly Result[] }) => {
  const say = useWords(PUBLIC);
  if (results.length === 0) return <p className="portal-quiet">{say('noResults')}</p>;
  const sentence = ({ score, grade }: Result): string => {
    if (grade === null) return say('scoredOnly', { score });
    return say('scored', { score, grade: isGrade(grade) ? say(GRADES[grade]) : grade });
  };
  return (
    <dl className="portal-facts">
      {results.map((it) => (
        <div key={it.kind} style={{ display: 'contents' }}>
          <dt>{say(it.kind === 'evaluation' ? 'evaluation' : 'selfEvaluation')}</dt>
          <dd>{sentence(it)}</dd>
        </div>
      ))}
    </dl>
  );
};

type Indicator = NonNullable<NonNullable<PublishedProject['target']>['indicators']>[number];

const inWords = ({ operator, targetValue, measureUnit }: Indicator): string => {
  if (operator === '定性') return targetValue;
  return `${operator}${targetValue}${measureUnit === '%' ? '' : ' '}${measureUnit}`;
};

const Indicators = ({ project: { name, target } }: { readonly project: PublishedProject }) => {
  const say = useWords(PUBLIC);
  const indicators = target?.indicators ?? [];
  if (indicators.length === 0) return null;
  return (
    <div className="portal-table" tabIndex={0} role="region" aria-label={say('indicatorsOf', { project: name })}>
      <table>
        <caption>{say('indicatorsOf', { project: name })}</caption>
        <thead>
          <tr>
            {(['level1', 'level2', 'level3', 'target', 'weight'] as const).map((it) => (
              <th key={it} scope="col">
                {say(it)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {indicators.map((it, index) => (
            <tr key={index}>
              <td>{it.level1}</td>
              <td>{it.level2}</td>
              <td>{it.level3}</td>
              <td>{inWords(it)}</td>
              <td className="numbers">{it.weight}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

/** One project as it was published: what the money was for, and what came of it. */
export const PublishedProjectShown = ({ project, id }: { readonly project: PublishedProject; readonly id: string }) => {
  const say = useWords(PUBLIC);
  const { code, name, approvedBudget, target, results } = project;
  return (
    <article className="portal-project" id={id} aria-labelledby={`${id}-name`}>
      <h3 id={`${id}-name`}>{name}</h3>
      <div className="portal-quiet">
        {code} · {say('budget')} <Amount yuan={approvedBudget} />
      </div>
      {target === undefined ? null : (
        <>
          <h4>{say('whatFor')}</h4>
          <p>{target?.annualGoal ?? say('noGoal')}</p>
          <Indicators project={project} />
        </>
      )}
      {results === undefined ? null : (
        <>
          <h4>{say('whatCame')}</h4>
          <Results results={results} />
        </>
      )}
    </article>
  );
};

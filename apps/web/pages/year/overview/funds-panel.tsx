import { exact, show } from '#domain/score/exact.js';
import type { Schemas } from '../../../api/client.js';
import { Money } from '../../../parts/money.js';
import { Panel } from '../../../parts/page.js';
import { useLanguage, useWords } from '../../../words/words.js';
import { OVERVIEW } from './overview.words.js';

type Overview = Schemas['Overview'];

/** A change with its sign: +1.20, −0.35. */
export const signed = (value: string, decimals = 2): string => {
  const text = show(exact(value), decimals);
  return text.startsWith('-') ? `−${text.slice(1)}` : `+${text}`;
};

/** A share as percentage points with its sign. */
const inPoints = (share: string): string => `${signed(exact(share).mul(100).toFraction())}%`;

/** Budget, executed amount and rate, beside last year, with how the rate was computed. */
export const FundsPanel = ({ overview }: { readonly overview: Overview }) => {
  const say = useWords(OVERVIEW);
  const language = useLanguage();
  const years = [
    { name: say('thisYear'), funds: overview.funds },
    ...(overview.lastYear ? [{ name: say('lastYear'), funds: overview.lastYear.funds }] : []),
  ];
  return (
    <Panel title={say('funds')}>
      <table className="figures" aria-label={say('funds')}>
        <thead>
          <tr>
            <td />
            {years.map(({ name }) => (
              <th key={name} scope="col" className="figure">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(['budget', 'executed'] as const).map((it) => (
            <tr key={it}>
              <th scope="row">{say(it)}</th>
              {years.map(({ name, funds }) => (
                <td key={name} className="figure">
                  <Money yuan={funds.projects === 0 ? null : funds[it]} />
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{say('rate')}</th>
            {years.map(({ name, funds }) => (
              <td key={name} className="figure">
                <strong>{funds.shown ?? '—'}</strong>
              </td>
            ))}
          </tr>
          {overview.change?.executionRate ? (
            <tr>
              <th scope="row">{say('rateChange')}</th>
              <td className="figure">{inPoints(overview.change.executionRate)}</td>
            </tr>
          ) : null}
        </tbody>
      </table>
      <p style={{ margin: '8px 0 0', color: '#595f69' }}>{overview.funds.shown ? overview.funds.sentence[language] : say('noRate')}</p>
    </Panel>
  );
};

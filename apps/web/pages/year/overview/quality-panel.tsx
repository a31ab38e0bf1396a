import { Link } from 'react-router';
import type { ReactNode } from 'react';
import type { Schemas } from '../../../api/client.js';
import { Panel } from '../../../parts/page.js';
import { useWords } from '../../../words/words.js';
import { OVERVIEW } from './overview.words.js';

const COLOURS = ['red', 'yellow', 'blue'] as const;
const colourOf = (it: string) => COLOURS.find((colour) => colour === it);

/** How much passed at once, warnings and their answers, problems and how many are struck off. */
export const QualityPanel = ({ overview }: { readonly overview: Schemas['Overview'] }) => {
  const say = useWords(OVERVIEW);
  const { firstPass, accepted, warnings, findings } = overview.quality;
  const line = (key: string, name: string, value: ReactNode) => (
    <tr key={key}>
      <th scope="row">{name}</th>
      <td style={{ textAlign: 'end' }}>{value}</td>
    </tr>
  );
  return (
    <Panel title={say('quality')}>
      <table className="figures" aria-label={say('quality')}>
        <tbody>
          {line('first', say('firstPass'), say('firstPassOf', { part: firstPass, whole: accepted }))}
          {warnings.map(({ colour, raised, toAnswer, answered }) => {
            const known = colourOf(colour);
            return line(
              colour,
              known ? say(known) : say('warnings'),
              <Link to="/stages/monitoring">{say('warningOf', { raised, toAnswer, answered })}</Link>,
            );
          })}
          {line('findings', say('findings'), <Link to="/stages/rectification">{say('findingsOf', findings)}</Link>)}
        </tbody>
      </table>
    </Panel>
  );
};

import type { Schemas } from '../../../api/client.js';
import { DayText } from '../../../parts/day.js';
import { ToneTag } from '../../../parts/states/state-tag.js';
import { useWords } from '../../../words/words.js';
import { useStageName } from '../../stages/use-stage-name.js';
import { REHEARSAL } from './rehearsal.words.js';

type Stage = Schemas['RehearsedStage'];
const DAYS = ['plannedOpens', 'opened', 'plannedCloses', 'closed'] as const;
const FIGURES = ['owed', 'filed', 'approved', 'late'] as const;

const Difference = ({ days }: { readonly days: number | null }) => {
  const say = useWords(REHEARSAL);
  if (days === null)
    return (
      <ToneTag tone="overdue" sign="!">
        {say('never')}
      </ToneTag>
    );
  if (days === 0) return <ToneTag tone="done">{say('same')}</ToneTag>;
  return days > 0 ? (
    <ToneTag tone="warn">{say('later', { days })}</ToneTag>
  ) : (
    <ToneTag tone="quiet">{say('earlier', { days: -days })}</ToneTag>
  );
};

/** Each stage's planned and actual days, and what was filed in it. */
export const ComparisonTable = ({ stages }: { readonly stages: readonly Stage[] }) => {
  const say = useWords(REHEARSAL);
  const nameOf = useStageName(stages);
  return (
    <div className="figures-scroll" tabIndex={0} role="group" aria-label={say('comparison')}>
      <table className="figures" aria-label={say('comparison')}>
        <thead>
          <tr>
            <th scope="col">{say('stage')}</th>
            {DAYS.map((it) => (
              <th key={it} scope="col">
                {say(it)}
              </th>
            ))}
            <th scope="col">{say('difference')}</th>
            {FIGURES.map((it) => (
              <th key={it} scope="col" className="figure">
                {say(it)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {stages.map((stage) => (
            <tr key={stage.key}>
              <th scope="row">{nameOf(stage)}</th>
              {DAYS.map((it) => (
                <td key={it} style={{ whiteSpace: 'nowrap' }}>
                  <DayText day={stage[it]} />
                </td>
              ))}
              <td>
                <Difference days={stage.daysLate} />
              </td>
              {FIGURES.map((it) => (
                <td key={it} className="figure">
                  {stage[it]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

import { Button } from 'antd';
import type { Schemas } from '../../../api/client.js';
import { DayText, InstantText } from '../../../parts/day.js';
import { Panel } from '../../../parts/page.js';
import { StateTag } from '../../../parts/states/state-tag.js';
import { useWords } from '../../../words/words.js';
import { REHEARSAL } from './rehearsal.words.js';

interface EarlierProps {
  readonly rows: readonly Schemas['Rehearsal'][];
  readonly shown: string;
  readonly onShow: (rehearsal: string) => void;
}

/** Every rehearsal of this year; one of them is shown above. */
export const Earlier = ({ rows, shown, onShow }: EarlierProps) => {
  const say = useWords(REHEARSAL);
  return (
    <Panel title={say('history')}>
      <div className="figures-scroll" tabIndex={0} role="group" aria-label={say('history')}>
        <table className="figures" aria-label={say('history')}>
          <thead>
            <tr>
              <th scope="col">{say('startedAt')}</th>
              <th scope="col">{say('state')}</th>
              <th scope="col">{say('reached')}</th>
              <th scope="col">{say('asker')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, startedAt, state, reached, askedBy }) => (
              <tr key={id}>
                <th scope="row">
                  <InstantText at={startedAt} />
                </th>
                <td>
                  <StateTag state={state} />
                </td>
                <td>
                  <DayText day={reached} />
                </td>
                <td>{askedBy}</td>
                <td style={{ textAlign: 'end' }}>
                  {id === shown ? (
                    say('shown')
                  ) : (
                    <Button
                      size="small"
                      onClick={() => {
                        onShow(id);
                      }}
                    >
                      {say('show')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
};

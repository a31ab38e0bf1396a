import { Button } from 'antd';
import { useState } from 'react';
import type { Schemas } from '../../../api/client.js';
import { DayText, InstantText } from '../../../parts/day.js';
import { ToneTag } from '../../../parts/states/state-tag.js';
import { useWords } from '../../../words/words.js';
import { useStageName } from '../../stages/use-stage-name.js';
import { ForeseenDrawer } from './foreseen-drawer.js';
import { LAUNCH } from './launch.words.js';

type Stage = Schemas['ForeseenStage'];
const FIGURES = ['workingDays', 'obligations', 'documents', 'people', 'letters'] as const;

const Remark = ({ stage }: { readonly stage: Stage }) => {
  const say = useWords(LAUNCH);
  if (stage.skipped) return <ToneTag tone="warn">{say('skipped')}</ToneTag>;
  if (stage.known === 'so-far') return <ToneTag tone="quiet">{say('soFar')}</ToneTag>;
  return stage.known === null ? <ToneTag tone="quiet">{say('alreadyOpen')}</ToneTag> : null;
};

interface RowProps {
  readonly stage: Stage;
  readonly name: string;
  readonly onOpen: () => void;
}

const Row = ({ stage, name, onOpen }: RowProps) => {
  const say = useWords(LAUNCH);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <DayText day={stage.opens} />
      </td>
      <td>
        <DayText day={stage.closes} />
      </td>
      {FIGURES.map((it) => (
        <td key={it} className="figure">
          {stage[it]}
        </td>
      ))}
      <td>{stage.lettersFrom ? <InstantText at={stage.lettersFrom} /> : <Remark stage={stage} />}</td>
      <td>
        {stage.obligations > 0 ? (
          <Button size="small" aria-label={`${say('details')} ${name}`} onClick={onOpen}>
            {say('details')}
          </Button>
        ) : null}
      </td>
    </tr>
  );
};

/** What each stage will open, for how many, and which mails go; details behind each row. */
export const ForeseenTable = ({ preview }: { readonly preview: Schemas['LaunchPreview'] }) => {
  const say = useWords(LAUNCH);
  const nameOf = useStageName(preview.stages);
  const [opened, setOpened] = useState<Stage | null>(null);
  return (
    <div className="figures-scroll" tabIndex={0} role="group" aria-label={say('stepPreview')}>
      <table className="figures" aria-label={say('stepPreview')}>
        <thead>
          <tr>
            <th scope="col">{say('stage')}</th>
            <th scope="col">{say('opens')}</th>
            <th scope="col">{say('closes')}</th>
            {FIGURES.map((it) => (
              <th key={it} scope="col" className="figure">
                {say(it)}
              </th>
            ))}
            <th scope="col">{say('lettersAt')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {preview.stages.map((it) => (
            <Row
              key={it.stage}
              stage={it}
              name={nameOf(it)}
              onOpen={() => {
                setOpened(it);
              }}
            />
          ))}
        </tbody>
      </table>
      {opened ? (
        <ForeseenDrawer
          campaign={preview.campaign}
          stageKey={opened.key}
          title={nameOf(opened)}
          onClose={() => {
            setOpened(null);
          }}
        />
      ) : null}
    </div>
  );
};

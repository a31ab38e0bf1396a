import { Alert } from 'antd';
import { RISKS } from '#domain/outlook/ahead.js';
import type { Risk } from '#domain/outlook/ahead.js';
import { useStages } from '../commands/stage-field.js';
import type { Schemas } from '../../../api/client.js';
import { useCampaign } from '../../../app/year/year.js';
import { DayText } from '../../../parts/day.js';
import { Panel } from '../../../parts/page.js';
import { ToneTag } from '../../../parts/states/state-tag.js';
import { PlainTable } from '../../../parts/table/plain-table.js';
import { useWords } from '../../../words/words.js';
import { useStageName } from '../../stages/use-stage-name.js';
import './outlook.css';
import { OUTLOOK } from './outlook.words.js';
import { LOOK_OF } from './risks.js';
import { RowLink } from './row-link.js';

type Ahead = Schemas['Ahead'];

const Tiles = ({ risks }: { readonly risks: Ahead['risks'] }) => {
  const say = useWords(OUTLOOK);
  return (
    <div className="outlook-tiles">
      {RISKS.map((risk) => (
        <Panel key={risk}>
          <ToneTag {...LOOK_OF[risk]}>{say(risk)}</ToneTag>
          <div className="outlook-count">
            <RowLink count={risks[risk]} name={say(risk)} of={{ risk }} />
          </div>
          <div className="outlook-text">{say(`${risk}Text`)}</div>
        </Panel>
      ))}
    </div>
  );
};

/** One column a risk, each figure leading to the rows of its line. */
const useRiskColumns = <T extends { readonly risks: Ahead['risks'] }>(
  risks: readonly Risk[],
  nameOf: (row: T) => string,
  of: (row: T) => Record<string, string>,
) => {
  const say = useWords(OUTLOOK);
  return risks.map((risk) => ({
    key: risk,
    title: say(risk),
    align: 'right' as const,
    cell: (row: T) => <RowLink count={row.risks[risk]} name={`${nameOf(row)} ${say(risk)}`} of={{ risk, ...of(row) }} />,
  }));
};

/** What is late already is late on no day to come. */
const TO_COME = RISKS.filter((it) => it !== 'overdue');

const Days = ({ days }: { readonly days: Ahead['days'] }) => {
  const say = useWords(OUTLOOK);
  const columns = useRiskColumns<Ahead['days'][number]>(
    TO_COME,
    ({ day }) => day,
    ({ day }) => ({ day }),
  );
  return (
    <Panel title={say('byDay')}>
      <PlainTable
        name={say('byDay')}
        rows={days}
        rowKey={({ day }) => day}
        empty={say('noneByDay')}
        columns={[{ key: 'day', title: say('day'), cell: ({ day }) => <DayText day={day} /> }, ...columns]}
      />
    </Panel>
  );
};

const Stages = ({ stages }: { readonly stages: Ahead['stages'] }) => {
  const say = useWords(OUTLOOK);
  const { id } = useCampaign();
  const nameOf = useStageName(useStages(id));
  const columns = useRiskColumns<Ahead['stages'][number]>(RISKS, nameOf, ({ stage }) => ({ stage }));
  return (
    <Panel title={say('byStage')}>
      <PlainTable
        name={say('byStage')}
        rows={stages}
        rowKey={({ stage }) => stage}
        empty={say('noneByStage')}
        columns={[{ key: 'stage', title: say('stage'), cell: nameOf }, ...columns]}
      />
    </Panel>
  );
};

const Reviewers = ({ reviewers }: { readonly reviewers: Ahead['reviewers'] }) => {
  const say = useWords(OUTLOOK);
  return (
    <Panel title={say('reviewers')}>
      <PlainTable
        name={say('reviewers')}
        rows={reviewers}
        rowKey={({ person }) => person}
        empty={say('noReviewers')}
        columns={[
          { key: 'name', title: say('reviewer'), cell: ({ name }) => name },
          { key: 'documents', title: say('documents'), align: 'right', cell: ({ documents }) => documents },
          {
            key: 'obligations',
            title: say('obligations'),
            align: 'right',
            cell: ({ person, name, obligations }) => (
              <RowLink count={obligations} name={`${name} ${say('obligations')}`} of={{ reviewer: person }} />
            ),
          },
          {
            key: 'limits',
            title: say('limits'),
            align: 'right',
            cell: ({ person, name, limits }) => (
              <RowLink count={limits} name={`${name} ${say('limits')}`} of={{ reviewer: person, risk: 'limit' }} />
            ),
          },
        ]}
      />
    </Panel>
  );
};

/** What goes wrong, in figures: all of it, by day, by stage, and whom reviews wait for. */
export const Figures = ({ ahead }: { readonly ahead: Ahead }) => {
  const say = useWords(OUTLOOK);
  return (
    <>
      {ahead.more ? <Alert type="info" showIcon title={say('more')} /> : null}
      <Tiles risks={ahead.risks} />
      <div className="outlook-two">
        <Days days={ahead.days} />
        <Stages stages={ahead.stages} />
      </div>
      <Reviewers reviewers={ahead.reviewers} />
    </>
  );
};

import { Select } from 'antd';
import { useId } from 'react';
import { api } from '../../../api/client.js';
import type { Schemas } from '../../../api/client.js';
import { useYear } from '../../../app/year/year.js';
import type { Campaign } from '../../../app/year/year.js';
import { useInAddress } from '../../../parts/choose/use-in-address.js';
import { Panel, Read } from '../../../parts/page.js';
import { useWords } from '../../../words/words.js';
import { useStageName } from '../../stages/use-stage-name.js';
import { TimelineChart } from '../timeline/timeline.js';
import { TIMELINE } from '../timeline/timeline.words.js';
import { YearPage } from '../year-page.js';
import { CalendarPanel } from './calendar-panel.js';
import { MoveStage } from './move-stage.js';
import { PLAN } from './plan.words.js';

const Stages = ({ campaign, year }: { readonly campaign: Campaign; readonly year: Schemas['Timeline'] }) => {
  const say = useWords(PLAN);
  const nameOf = useStageName(year.stages);
  const { get, set } = useInAddress();
  const id = useId();
  const movable = year.stages.filter(({ status }) => status !== 'closed');
  const stage = year.stages.find(({ key }) => key === get('stage')) ?? movable[0];
  if (!stage) return null;
  return (
    <Panel title={say('stages')}>
      <div style={{ display: 'grid', gap: 12, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <div>
          <label htmlFor={id} style={{ display: 'block' }}>
            {say('stage')}
          </label>
          <Select
            id={id}
            value={stage.key}
            style={{ width: 260, maxWidth: '100%' }}
            onChange={(key) => {
              set({ stage: key });
            }}
            options={year.stages.map((it) => ({ value: it.key, label: nameOf(it) }))}
          />
        </div>
        <MoveStage key={`${stage.key}/${stage.opens}/${stage.closes}`} campaign={campaign} stage={stage} stages={year.stages} />
      </div>
    </Panel>
  );
};

const OfYear = ({ campaign }: { readonly campaign: Campaign }) => {
  const say = useWords(TIMELINE);
  const year = api.useQuery('get', '/api/v1/campaigns/{campaign}/timeline', { params: { path: { campaign: campaign.id } } });
  return (
    <Read query={year}>
      {(it) => (
        <>
          <Panel title={say('title')}>
            <TimelineChart year={it} />
          </Panel>
          <Stages campaign={campaign} year={it} />
          <CalendarPanel campaign={campaign} />
        </>
      )}
    </Read>
  );
};

/** The plan of a running year is changed: a stage's days, or the calendar; what follows is shown before. */
export const Component = () => {
  const say = useWords(PLAN);
  const { campaign } = useYear();
  return (
    <YearPage name="plan" intro={say('intro')}>
      {campaign ? <OfYear campaign={campaign} /> : null}
    </YearPage>
  );
};

import { Segmented } from 'antd';
import { useYear } from '../../../app/year/year.js';
import { useInAddress } from '../../../parts/choose/use-in-address.js';
import { useWords } from '../../../words/words.js';
import { YearPage } from '../year-page.js';
import { HeatMap } from './heat-map.js';
import { NotSubmitted } from './not-submitted.js';
import { PROGRESS } from './progress.words.js';

const SHOWS = ['heat', 'missing'] as const;

/** How far everybody is: units × stages, and who has not submitted. */
export const Component = () => {
  const say = useWords(PROGRESS);
  const { campaign } = useYear();
  const { oneOf, set } = useInAddress();
  const show = oneOf('show', SHOWS) ?? 'heat';
  return (
    <YearPage name="progress">
      <div>
        <Segmented
          aria-label={say('show')}
          value={show}
          onChange={(it) => {
            set({ show: it, state: undefined, stage: undefined });
          }}
          options={SHOWS.map((value) => ({ value, label: say(value) }))}
        />
      </div>
      {campaign ? show === 'heat' ? <HeatMap /> : <NotSubmitted /> : null}
    </YearPage>
  );
};

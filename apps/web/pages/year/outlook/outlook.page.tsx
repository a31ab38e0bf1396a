import { Segmented } from 'antd';
import { api } from '../../../api/client.js';
import { lastDayOf, useCampaign, useYear } from '../../../app/year/year.js';
import { useInAddress } from '../../../parts/choose/use-in-address.js';
import { weekdayOf } from '../../../parts/day.js';
import { Read } from '../../../parts/page.js';
import { useLanguage, useWords } from '../../../words/words.js';
import { YearPage } from '../year-page.js';
import { Figures } from './figures.js';
import { OUTLOOK } from './outlook.words.js';
import { REACHES } from './risks.js';
import { Rows } from './rows.js';

const SHOWS = ['figures', 'rows'] as const;

const Outlook = () => {
  const say = useWords(OUTLOOK);
  const language = useLanguage();
  const { id } = useCampaign();
  const { oneOf, set } = useInAddress();
  const show = oneOf('show', SHOWS) ?? 'figures';
  const days = oneOf('days', REACHES) ?? REACHES[0];
  const params = { path: { campaign: id }, query: { days: Number(days) } };
  const query = api.useQuery('get', '/api/v1/campaigns/{campaign}/ahead', { params });
  return (
    <>
      <div style={{ display: 'flex', gap: 12, flexWrap: 'wrap' }}>
        <Segmented
          aria-label={say('show')}
          value={show}
          onChange={(it) => {
            set({ show: it, risk: undefined, day: undefined, stage: undefined, reviewer: undefined });
          }}
          options={SHOWS.map((value) => ({ value, label: say(value) }))}
        />
        <Segmented
          aria-label={say('days')}
          value={days}
          onChange={(it) => {
            set({ days: it, day: undefined });
          }}
          options={REACHES.map((value) => ({ value, label: say('within', { days: value }) }))}
        />
      </div>
      <Read query={query}>
        {(ahead) => {
          const until = lastDayOf(ahead.until);
          return (
            <>
              <div style={{ color: '#595f69' }}>{say('intro', { until: `${until}${weekdayOf(until, language)}` })}</div>
              {show === 'figures' ? <Figures ahead={ahead} /> : <Rows ahead={ahead} days={days} />}
            </>
          );
        }}
      </Read>
    </>
  );
};

/** 前瞻: what goes wrong next if nobody acts, with the rows behind every figure. */
export const Component = () => {
  const { campaign } = useYear();
  return <YearPage name="outlook">{campaign ? <Outlook /> : null}</YearPage>;
};

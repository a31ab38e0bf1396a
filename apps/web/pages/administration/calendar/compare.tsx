import { Select } from 'antd';
import { DayText } from '../../../parts/day.js';
import { useInAddress } from '../../../parts/choose/use-in-address.js';
import { Panel, Read } from '../../../parts/page.js';
import { PlainTable } from '../../../parts/table/plain-table.js';
import { useWords } from '../../../words/words.js';
import { CALENDAR } from './calendar.words.js';
import { useDays, useVersionName } from './versions.js';
import type { Version, YearOfDays } from './versions.js';

const Differences = ({ shown, against }: { readonly shown: YearOfDays; readonly against: string }) => {
  const say = useWords(CALENDAR);
  const nameOf = useVersionName();
  const stateOf = (working: boolean | undefined): string => say(working ? 'onWord' : 'offWord');
  return (
    <Read query={useDays(against)}>
      {({ days }) => {
        const other = new Map(days.map(({ day, working }) => [day, working]));
        const differing = shown.days.filter(({ day, working }) => other.get(day) !== working);
        if (differing.length === 0) return <p style={{ margin: 0 }}>{say('same')}</p>;
        return (
          <>
            <p style={{ margin: 0 }}>{say('differs', { count: differing.length })}</p>
            <PlainTable
              name={say('compare')}
              rows={differing}
              rowKey={({ day }) => day}
              columns={[
                { key: 'day', title: say('day'), cell: ({ day }) => <DayText day={day} /> },
                { key: 'against', title: nameOf(against), cell: ({ day }) => stateOf(other.get(day)) },
                { key: 'shown', title: nameOf(shown.version), cell: ({ working }) => stateOf(working) },
              ]}
            />
          </>
        );
      }}
    </Read>
  );
};

/** The days in which two versions of a year differ. */
export const Compare = ({ shown, versions }: { readonly shown: YearOfDays; readonly versions: readonly Version[] }) => {
  const say = useWords(CALENDAR);
  const nameOf = useVersionName();
  const { get, set } = useInAddress();
  const others = versions.filter(({ version }) => version !== shown.version);
  const against = others.find(({ version }) => version === get('against'))?.version;
  if (others.length === 0) return null;
  return (
    <Panel title={say('compare')}>
      <div style={{ display: 'grid', gap: 8, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <Select
          aria-label={say('compareWith')}
          placeholder={say('chooseOther')}
          style={{ width: 'min(100%, 220px)' }}
          value={against ?? null}
          onChange={(it: string) => {
            set({ against: it });
          }}
          options={others.map(({ version }) => ({ value: version, label: nameOf(version) }))}
        />
        {against === undefined ? null : <Differences shown={shown} against={against} />}
      </div>
    </Panel>
  );
};

import { AddressLink } from '../../../parts/choose/address-link.js';
import { InstantText } from '../../../parts/day.js';
import { Panel } from '../../../parts/page.js';
import { PlainTable } from '../../../parts/table/plain-table.js';
import { useJoin } from '../../../words/join.js';
import { useWords } from '../../../words/words.js';
import { CALENDAR } from './calendar.words.js';
import { useVersionName } from './versions.js';
import type { Version } from './versions.js';

/** All versions of a year, newest first: where each comes from, what it changed, why, and who made it. */
export const History = ({ versions, shown }: { readonly versions: readonly Version[]; readonly shown: string }) => {
  const say = useWords(CALENDAR);
  const nameOf = useVersionName();
  const join = useJoin();
  const changesOf = ({ changes }: Version): string =>
    join(changes.map(({ day, working }) => say('becomes', { day: day.slice(5), state: say(working ? 'onWord' : 'offWord') })));
  return (
    <Panel title={say('history')}>
      <PlainTable
        name={say('history')}
        rows={[...versions].reverse()}
        rowKey={({ version }) => version}
        columns={[
          {
            key: 'version',
            title: say('version'),
            width: 130,
            cell: ({ version }) => nameOf(version),
          },
          {
            key: 'view',
            title: say('view'),
            width: 90,
            cell: ({ version }) =>
              version === shown ? (
                <span style={{ color: '#595f69' }}>{say('shown')}</span>
              ) : (
                <AddressLink name="version" value={version}>
                  {say('view')}
                </AddressLink>
              ),
          },
          {
            key: 'origin',
            title: say('origin'),
            width: 150,
            cell: ({ origin, provisional }) => [say(origin), ...(provisional ? [say('provisionalMark')] : [])].join(' · '),
          },
          { key: 'days', title: say('days'), width: 80, align: 'right', cell: ({ workingDays }) => workingDays },
          { key: 'changes', title: say('changes'), cell: (it) => changesOf(it) || '—' },
          { key: 'why', title: say('why'), cell: ({ reason, source }) => [reason, source].filter(Boolean).join(' · ') || '—' },
          {
            key: 'who',
            title: say('who'),
            width: 170,
            cell: ({ createdByName, createdAt }) =>
              createdAt ? (
                <>
                  {createdByName} <InstantText at={createdAt} />
                </>
              ) : (
                '—'
              ),
          },
        ]}
      />
    </Panel>
  );
};

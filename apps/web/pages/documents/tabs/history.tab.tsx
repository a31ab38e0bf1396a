import { api } from '../../../api/client.js';
import { PAGES, listed } from '../../../api/pages.js';
import { HistoryTimeline } from '../../../parts/history/happened.js';
import { OutlookView } from '../../../parts/history/outlook.js';
import { Panel, Read } from '../../../parts/page.js';
import { ProblemAlert } from '../../../parts/problem.js';
import { useWords } from '../../../words/words.js';
import { TABS } from './tabs.words.js';
import type { TabProps } from './use-tabs.js';

/** Who did what when; and what the workflow waits for now, and does next if nobody acts. */
const HistoryTab = ({ document }: TabProps) => {
  const tabs = useWords(TABS);
  const path = { obligation: document.obligation };
  const params = { path, query: { limit: 200, sort: '-sequence' as const } };
  const history = listed(api.useInfiniteQuery('get', '/api/v1/obligations/{obligation}/history', { params }, PAGES));
  const outlook = api.useQuery('get', '/api/v1/obligations/{obligation}/outlook', { params: { path } });
  return (
    <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 380px), 1fr))', gap: 12, alignItems: 'start' }}>
      <Panel title={tabs('past')}>
        {history.error ? <ProblemAlert error={history.error} retry={history.readAgain} /> : null}
        {history.isFirst ? null : <HistoryTimeline entries={history.rows} document={document} />}
      </Panel>
      <Panel title={tabs('ahead')}>
        <Read query={outlook}>{(it) => <OutlookView outlook={it} />}</Read>
      </Panel>
    </div>
  );
};

export default HistoryTab;

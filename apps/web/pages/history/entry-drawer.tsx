import { Drawer } from 'antd';
import { Link } from 'react-router';
import { api } from '../../api/client.js';
import { BeforeAfter } from '../../parts/history/before-after.js';
import { Happened } from '../../parts/history/happened.js';
import type { Entry } from '../../parts/history/sentence.js';
import { useWords } from '../../words/words.js';
import { TRAIL_PAGE } from './trail-page.words.js';

const idIn = (stream: string, kind: string): string | undefined =>
  stream.startsWith(`${kind}/`) ? stream.slice(kind.length + 1) : undefined;

const Ways = ({ stream }: Pick<Entry, 'stream'>) => {
  const say = useWords(TRAIL_PAGE);
  const [obligation, document] = [idIn(stream, 'obligation'), idIn(stream, 'document') ?? idIn(stream, 'publication')];
  return (
    <>
      {obligation ? <Link to={`/history/tasks/${obligation}`}>{say('openTask')}</Link> : null}
      {document ? <Link to={`/documents/${document}`}>{say('openDocument')}</Link> : null}
      <Link to={`/history?stream=${encodeURIComponent(stream)}`}>{say('onlyThis')}</Link>
    </>
  );
};

/** One entry with what it changed, before and after, and the ways to what it is about. */
export const EntryDrawer = ({ entry, onClose }: { readonly entry: Entry; readonly onClose: () => void }) => {
  const say = useWords(TRAIL_PAGE);
  const query = { stream: entry.stream, sort: 'at' as const, limit: 500 };
  const { data } = api.useQuery('get', '/api/v1/audit', { params: { query } });
  return (
    <Drawer open title={entry.subject ?? say('entry')} size={480} mask={false} onClose={onClose}>
      <div style={{ display: 'grid', gap: 12, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <Happened entry={entry} />
        {data ? <BeforeAfter entry={entry} trail={data.items} /> : null}
        <div style={{ display: 'flex', gap: 16, flexWrap: 'wrap' }}>
          <Ways stream={entry.stream} />
        </div>
        <div style={{ color: '#595f69', fontSize: 12, overflowWrap: 'anywhere' }}>
          {say('hash')} {entry.hash}
        </div>
      </div>
    </Drawer>
  );
};

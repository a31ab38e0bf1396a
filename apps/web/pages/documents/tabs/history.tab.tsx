import { Timeline } from 'antd';
import { api } from '../../../api/client.js';
import type { Schemas } from '../../../api/client.js';
import { PAGES, listed } from '../../../api/pages.js';
import { InstantText } from '../../../parts/day.js';
import { labelIn } from '../../../parts/forms/label.js';
import { Panel, Read } from '../../../parts/page.js';
import { ProblemAlert } from '../../../parts/problem.js';
import { STATE_WORDS, isState } from '../../../parts/states/states.js';
import { useLanguage, useWords } from '../../../words/words.js';
import type { Fill, Say } from '../../../words/words.js';
import type { WholeDocument } from '../use-document.js';
import { HISTORY } from './history.words.js';
import { TABS } from './tabs.words.js';
import type { TabProps } from './use-tabs.js';

type Entry = Schemas['AuditEntry'];
type Key = keyof typeof HISTORY.zh;
type Outlook = Schemas['ObligationOutlook'];

interface Detail {
  readonly verdict?: string;
  readonly grant?: boolean;
  readonly dueOn?: string;
  readonly rung?: number;
  readonly reason?: string;
  readonly reasons?: readonly { readonly document?: string; readonly field?: string; readonly text: string }[];
  readonly documents?: readonly { readonly id: string; readonly from: string; readonly to: string }[];
}

const detailOf = ({ detail }: Entry): Detail => (typeof detail === 'object' && detail !== null ? (detail as Detail) : {});

const isKey = (it: string): it is Key => Object.hasOwn(HISTORY.zh, it);

const rungKey = (prefix: 'rung' | 'what', day: number): Key => `${prefix}-${day < 0 ? 'before' : day === 0 ? 'on' : 'after'}`;

const sentenceKey = ({ type }: Entry, { verdict, grant, rung }: Detail): Key => {
  if (type === 'rung' && rung !== undefined) return rungKey('rung', rung);
  const narrow = `${type}-${verdict ?? String(grant ?? '')}`;
  return isKey(narrow) ? narrow : isKey(type) ? type : 'other';
};

const sentenceOf = (entry: Entry, say: Say<Key>): string => {
  const detail = detailOf(entry);
  const fill: Fill = { dueOn: detail.dueOn ?? '', days: Math.abs(detail.rung ?? 0), count: detail.documents?.length ?? 0 };
  return say(sentenceKey(entry, detail), fill);
};

const useStateName = () => {
  const state = useWords(STATE_WORDS);
  return (it: string): string => (isState(it) ? state(it) : it);
};

const Happened = ({ entry, document }: { readonly entry: Entry; readonly document: WholeDocument }) => {
  const say = useWords(HISTORY);
  const named = useStateName();
  const language = useLanguage();
  const { documents = [], reasons = [], reason } = detailOf(entry);
  const own = Array.isArray(documents) ? documents.find((it) => it.id === document.id) : undefined;
  const mine = reasons.filter((it) => it.document === undefined || it.document === document.id);
  return (
    <div>
      <strong>{sentenceOf(entry, say)}</strong>
      <div className="form-hint">
        <InstantText at={entry.at} /> {entry.actorName ?? say('system')}
        {entry.onBehalfOf ? `（${say('onBehalf')}）` : ''}
      </div>
      {own && own.from !== own.to ? <div>{say('thisDocument', { from: named(own.from), to: named(own.to) })}</div> : null}
      {reason ? <div className="form-text">{reason}</div> : null}
      {mine.length > 0 ? (
        <ul style={{ margin: 0, paddingInlineStart: 20 }}>
          {mine.map((it, index) => (
            <li key={index}>
              {it.field ? `${labelIn(document.kind, it.field, language)}：` : ''}
              {it.text}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
};

const Coming = ({ next }: { readonly next: Outlook['next'][number] }) => {
  const say = useWords(HISTORY);
  const named = useStateName();
  const { what, day } = next;
  const key: Key = what === 'rung' ? rungKey('what', day ?? 0) : `what-${what}`;
  const names = [...new Set(next.tells.flatMap(({ people }) => people.map(({ name }) => name)))].join('、');
  return (
    <div>
      <strong>{say(key, { days: Math.abs(day ?? 0) })}</strong>
      {next.circulation ? ` ${say('circulate')}` : ''}
      <div className="form-hint">
        <InstantText at={next.at} />
      </div>
      {names === '' ? null : <div>{say('tells', { names })}</div>}
      {next.moves.map((it) => (
        <div key={it.document}>{say('moves', { title: it.title, from: named(it.from), to: named(it.to) })}</div>
      ))}
    </div>
  );
};

const Waiting = ({ outlook }: { readonly outlook: Outlook }) => {
  const say = useWords(HISTORY);
  const tabs = useWords(TABS);
  if (outlook.status === 'closed') return <p style={{ margin: 0 }}>{tabs('closed')}</p>;
  return (
    <>
      <ul style={{ margin: '0 0 12px', paddingInlineStart: 20 }}>
        {outlook.waitsFor.map((it, index) => (
          <li key={index}>
            <strong>{say(`doing-${it.doing}`)}</strong>：{it.people.map(({ name }) => name).join('、')}{' '}
            {it.until ? (
              <span className="form-hint">
                <InstantText at={it.until} />
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      <Timeline items={outlook.next.map((it, index) => ({ key: index, color: 'gray', content: <Coming next={it} /> }))} />
    </>
  );
};

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
        <Timeline items={history.rows.map((it) => ({ key: it.sequence, content: <Happened entry={it} document={document} /> }))} />
      </Panel>
      <Panel title={tabs('ahead')}>
        <Read query={outlook}>{(it) => <Waiting outlook={it} />}</Read>
      </Panel>
    </div>
  );
};

export default HistoryTab;

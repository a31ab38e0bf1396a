import { Timeline } from 'antd';
import type { Schemas } from '../../api/client.js';
import { useWords } from '../../words/words.js';
import { InstantText } from '../day.js';
import { useStateName } from './happened.js';
import { HISTORY } from './history.words.js';
import { momentOf } from './sentence.js';

type Outlook = Schemas['ObligationOutlook'];

const Coming = ({ next }: { readonly next: Outlook['next'][number] }) => {
  const say = useWords(HISTORY);
  const named = useStateName();
  const { what, day } = next;
  const names = [...new Set(next.tells.flatMap(({ people }) => people.map(({ name }) => name)))].join('、');
  return (
    <div>
      <strong>{say(what === 'rung' ? `what-${momentOf(day ?? 0)}` : `what-${what}`, { days: Math.abs(day ?? 0) })}</strong>
      {next.circulation ? ` ${say('circulate')}` : ''}
      <div style={{ color: '#595f69', fontSize: 12 }}>
        <InstantText at={next.at} />
      </div>
      {names === '' ? null : <div>{say('tells', { names })}</div>}
      {next.moves.map((it) => (
        <div key={it.document}>{say('moves', { title: it.title, from: named(it.from), to: named(it.to) })}</div>
      ))}
    </div>
  );
};

/** The workflow's own view: what it waits for now, and what it does next if nobody acts. */
export const OutlookView = ({ outlook }: { readonly outlook: Outlook }) => {
  const say = useWords(HISTORY);
  const { status, waitsFor, next, extension } = outlook;
  if (status === 'closed') return <p style={{ margin: 0 }}>{say('closed')}</p>;
  return (
    <>
      <ul style={{ margin: '0 0 12px', paddingInlineStart: 20 }}>
        {waitsFor.map((it, index) => (
          <li key={index}>
            <strong>{say(`doing-${it.doing}`)}</strong>：{it.people.map(({ name }) => name).join('、')}{' '}
            {it.until ? (
              <span style={{ color: '#595f69', fontSize: 12 }}>
                <InstantText at={it.until} />
              </span>
            ) : null}
          </li>
        ))}
        {extension ? <li>{say('extensionAsked', { name: extension.by.name, dueOn: extension.dueOn, reason: extension.reason })}</li> : null}
      </ul>
      {next.length === 0 ? <p style={{ margin: 0 }}>{say('nothingNext')}</p> : null}
      <Timeline items={next.map((it, index) => ({ key: index, color: 'gray', content: <Coming next={it} /> }))} />
    </>
  );
};

import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { dayOfInstant } from '../../app/year/year.js';
import { DayText, Limit } from '../../parts/day.js';
import { Money } from '../../parts/money.js';
import { Panel } from '../../parts/page.js';
import { StateTag } from '../../parts/states/state-tag.js';
import { COMMON } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import { ItemActions } from './item-actions.js';
import { stateOf } from './items.js';
import type { Item } from './items.js';
import { Ladder } from './ladder.js';
import { Proof } from './proof.js';
import { Rechecks } from './rechecks.js';
import { RECTIFICATION } from './rectification.words.js';

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <>
    <dt style={{ color: '#595f69' }}>{name}</dt>
    <dd style={{ margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>{children}</dd>
  </>
);

const Facts = ({ children }: { readonly children: ReactNode }) => (
  <dl style={{ display: 'grid', gridTemplateColumns: 'max-content minmax(0, 1fr)', gap: '4px 12px', margin: 0 }}>{children}</dl>
);

const Reported = ({ item }: { readonly item: Item }) => {
  const say = useWords(RECTIFICATION);
  const { measure, personInCharge, remaining, remainingBy, recoveredAmount, adjustedAmount, projectEffect, reports } = item;
  return (
    <Facts>
      <Fact name={say('measure')}>{measure ?? say('notYet')}</Fact>
      <Fact name={say('person')}>{personInCharge ?? '—'}</Fact>
      {remaining === null ? null : <Fact name={say('remaining')}>{say('remainingBy', { text: remaining, day: remainingBy ?? '' })}</Fact>}
      <Fact name={`${say('recovered')}${say('tenThousand')}`}>
        <Money yuan={recoveredAmount} />
      </Fact>
      <Fact name={`${say('adjusted')}${say('tenThousand')}`}>
        <Money yuan={adjustedAmount} />
      </Fact>
      {projectEffect === null ? null : (
        <Fact name={say('effect')}>{say(projectEffect === 'cancelled' ? 'cancelledProject' : 'adjustedProject')}</Fact>
      )}
      <Fact name={say('reports')}>{say('reportCount', { count: reports })}</Fact>
    </Facts>
  );
};

const About = ({ item }: { readonly item: Item }) => {
  const say = useWords(RECTIFICATION);
  const common = useWords(COMMON);
  const { recommendation, unitName, projectCode, projectName, noticeNumber, notice, number, dueAt, dueOn, struckOffAt, extension } = item;
  return (
    <Facts>
      <Fact name={say('recommendation')}>{recommendation ?? '—'}</Fact>
      <Fact name={common('unit')}>{unitName}</Fact>
      <Fact name={common('project')}>{`${projectCode} ${projectName}`}</Fact>
      <Fact name={say('notice')}>
        <Link to={`/feedback/${notice}`}>{noticeNumber}</Link>
        {`-${String(number)}`}
      </Fact>
      <Fact name={common('due')}>
        {dueAt === null ? <DayText day={dueOn} /> : <Limit until={dueAt} done={struckOffAt !== null || item.status === 'in-review'} />}
      </Fact>
      {struckOffAt === null ? null : (
        <Fact name={say('struckOffOn')}>
          <DayText day={dayOfInstant(struckOffAt)} />
        </Fact>
      )}
      {extension ? <Fact name={say('extension')}>{say('extensionAsked', { day: extension.dueOn, reason: extension.reason })}</Fact> : null}
    </Facts>
  );
};

const Contents = ({ item }: { readonly item: Item }) => {
  const say = useWords(RECTIFICATION);
  const { document, obligation } = item;
  return (
    <div style={{ display: 'grid', gap: 12 }}>
      <h2 style={{ fontSize: 16, margin: 0, overflowWrap: 'anywhere' }}>{item.problem}</h2>
      {document && obligation ? <ItemActions item={{ ...item, document, obligation }} /> : null}
      <Panel>
        <About item={item} />
      </Panel>
      <Panel title={say('report')} extra={document ? <Link to={`/documents/${document}`}>{say('openDocument')}</Link> : null}>
        <Reported item={item} />
      </Panel>
      <Panel title={say('proof')}>
        <Proof evidence={item.evidence} document={document} count={item.attachments} />
      </Panel>
      <Rechecks finding={item.finding} />
      <Panel title={say('ladder')}>
        <Ladder ladder={item.ladder} />
      </Panel>
    </div>
  );
};

interface DrawerProps {
  readonly item: Item | undefined;
  readonly onClose: () => void;
}

/** One item beside the list, which stays in reach. */
export const ItemDrawer = ({ item, onClose }: DrawerProps) => (
  <Drawer
    open={item !== undefined}
    mask={false}
    size={560}
    onClose={onClose}
    title={item ? `${item.noticeNumber}-${String(item.number)}` : ''}
    extra={item ? <StateTag state={stateOf(item)} /> : null}
    styles={{ body: { background: '#f4f6f8' } }}
  >
    {item ? <Contents key={item.finding} item={item} /> : null}
  </Drawer>
);

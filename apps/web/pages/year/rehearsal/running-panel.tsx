import { Alert, Progress } from 'antd';
import type { Schemas } from '../../../api/client.js';
import { DayText, InstantText } from '../../../parts/day.js';
import { Panel } from '../../../parts/page.js';
import { StateTag } from '../../../parts/states/state-tag.js';
import { useWords } from '../../../words/words.js';
import { REHEARSAL } from './rehearsal.words.js';

export type Rehearsal = Schemas['RehearsalDetail'];
/** The last day of a plan is not its end: there is something left to do until the process says so. */
const MOST_PERCENT = 99;

const percentOf = ({ from, until, reached }: Rehearsal): number => {
  if (reached === null) return 0;
  const [first, last, now] = [Date.parse(from), Date.parse(until), Date.parse(reached)];
  return Math.max(0, Math.min(MOST_PERCENT, Math.round(((now - first) / Math.max(1, last - first)) * 100)));
};

/** How far a running rehearsal is: its virtual day on the plan's span. */
export const RunningPanel = ({ rehearsal }: { readonly rehearsal: Rehearsal }) => {
  const say = useWords(REHEARSAL);
  const { reached, from, until, askedBy, startedAt, cancelling } = rehearsal;
  const day = reached === null ? say('preparing') : say('atDay', { day: reached });
  return (
    <Panel title={say('running')} extra={<StateTag state="running" />}>
      <div style={{ display: 'grid', gap: 8 }}>
        <Progress percent={percentOf(rehearsal)} aria-label={say('progress')} status="normal" />
        <strong className="numbers" role="status">
          {day}
        </strong>
        <span style={{ color: '#595f69' }}>
          {say('span', { from, until })} · {say('by', { who: askedBy })} · <InstantText at={startedAt} />
        </span>
        {reached !== null && reached > until ? <span>{say('beyond')}</span> : null}
        {cancelling ? <Alert type="warning" showIcon title={say('cancelling')} /> : null}
      </div>
    </Panel>
  );
};

/** Why a rehearsal has no result. */
export const EndedPanel = ({ rehearsal }: { readonly rehearsal: Rehearsal }) => {
  const say = useWords(REHEARSAL);
  const { state, failure, reached, startedAt } = rehearsal;
  if (state !== 'failed' && state !== 'cancelled' && state !== 'interrupted') return null;
  const reason = failure === null ? undefined : <code style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>{failure}</code>;
  return (
    <Panel title={say('result')} extra={<StateTag state={state} />}>
      <Alert type={state === 'failed' ? 'error' : 'info'} showIcon title={say(state)} description={reason} />
      <p style={{ margin: '8px 0 0', color: '#595f69' }}>
        {say('startedAt')} <InstantText at={startedAt} /> · {say('reached')} <DayText day={reached} />
      </p>
    </Panel>
  );
};

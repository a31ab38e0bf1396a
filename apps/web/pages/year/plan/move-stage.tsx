import { Alert, Button } from 'antd';
import { useState } from 'react';
import { api } from '../../../api/client.js';
import type { Schemas } from '../../../api/client.js';
import type { Campaign } from '../../../app/year/year.js';
import { AskReason } from '../../../parts/ask/ask-reason.js';
import { ProblemAlert } from '../../../parts/problem.js';
import { useWords } from '../../../words/words.js';
import { useStageName } from '../../stages/use-stage-name.js';
import { useTold } from '../commands/use-told.js';
import { DayField } from './day-field.js';
import { Effect } from './effect.js';
import type { Preview } from './effect.js';
import { PLAN } from './plan.words.js';

type Planned = Schemas['TimelineStage'];
interface Days {
  readonly opens: string;
  readonly due: string;
}

/** Only what differs from the plan is asked for. */
const changesOf = (stage: Planned, days: Days) => ({
  key: stage.key,
  ...(days.opens !== '' && days.opens !== stage.opens ? { opensOn: days.opens } : {}),
  ...(days.due !== '' && days.due !== stage.closes ? { dueOn: days.due } : {}),
});

interface ConfirmProps {
  readonly campaign: Campaign;
  readonly stage: Planned;
  readonly name: string;
  readonly days: Days;
  readonly preview: Preview;
  readonly onClose: () => void;
}

const Confirm = ({ campaign, stage, name, days, preview, onClose }: ConfirmProps) => {
  const say = useWords(PLAN);
  const told = useTold();
  const change = api.useMutation('post', '/api/v1/campaigns/{campaign}/reschedule');
  const title = say('changeTitle', { stage: name });
  const { from, to, moved, people } = preview;
  const text = { from: say('spanText', from), to: say('spanText', to), moved: moved.length, people };
  return (
    <AskReason
      title={title}
      act={say('change')}
      consequences={say('changeText', text)}
      onClose={onClose}
      onAct={async (reason, header) => {
        const wish = { params: { path: { campaign: campaign.id }, header }, body: { ...changesOf(stage, days), reason } };
        await told(await change.mutateAsync(wish), title);
      }}
    />
  );
};

interface MoveStageProps {
  readonly campaign: Campaign;
  readonly stage: Planned;
  readonly stages: readonly Planned[];
}

/** New days for a stage: what follows is shown first, then it is asked why. */
export const MoveStage = ({ campaign, stage, stages }: MoveStageProps) => {
  const say = useWords(PLAN);
  const name = useStageName(stages)(stage);
  const [days, setDays] = useState<Days>({ opens: stage.opens, due: stage.closes });
  const [seen, setSeen] = useState<Days | null>(null);
  const [isAsking, setAsking] = useState(false);
  const preview = api.useMutation('post', '/api/v1/campaigns/{campaign}/reschedule-preview');
  const body = changesOf(stage, days);
  const isChanged = 'opensOn' in body || 'dueOn' in body;
  const isSeen = seen === days && preview.data !== undefined;
  const fixed = (): string | undefined => {
    if (stage.after !== null) return say('followsOther');
    return stage.openedAt === null ? undefined : say('opened');
  };
  if (stage.status === 'closed') return <Alert type="info" showIcon title={say('closed')} />;
  const look = (): void => {
    setSeen(days);
    preview.mutate({ params: { path: { campaign: campaign.id } }, body });
  };
  return (
    <div style={{ display: 'grid', gap: 12, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <div style={{ display: 'flex', gap: 16, flexWrap: 'wrap', alignItems: 'center' }}>
        <DayField
          name={say('opens')}
          value={days.opens}
          fixed={fixed()}
          onChange={(opens) => {
            setDays({ ...days, opens });
          }}
        />
        <DayField
          name={say('due')}
          value={days.due}
          onChange={(due) => {
            setDays({ ...days, due });
          }}
        />
        <Button type={isSeen ? 'default' : 'primary'} disabled={!isChanged} loading={preview.isPending} onClick={look}>
          {say('preview')}
        </Button>
        <Button
          type={isSeen ? 'primary' : 'default'}
          disabled={!isSeen}
          onClick={() => {
            setAsking(true);
          }}
        >
          {say('change')}
        </Button>
        {isChanged ? null : <span style={{ color: '#595f69' }}>{say('nothingTyped')}</span>}
        {seen !== null && seen !== days && isChanged ? <span style={{ color: '#8a5a00' }}>{say('outdated')}</span> : null}
      </div>
      {preview.error ? <ProblemAlert error={preview.error} /> : null}
      {isSeen ? <Effect preview={preview.data} /> : null}
      {isAsking && isSeen ? (
        <Confirm
          campaign={campaign}
          stage={stage}
          name={name}
          days={days}
          preview={preview.data}
          onClose={() => {
            setAsking(false);
          }}
        />
      ) : null}
    </div>
  );
};

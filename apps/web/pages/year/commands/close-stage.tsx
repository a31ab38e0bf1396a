import { useState } from 'react';
import { api } from '../../../api/client.js';
import { AskReason } from '../../../parts/ask/ask-reason.js';
import { useWords } from '../../../words/words.js';
import { COMMANDS } from './commands.words.js';
import { useStageName } from '../../stages/use-stage-name.js';
import { StageField, useStages } from './stage-field.js';
import { useTold } from './use-told.js';
import type { CommandProps } from './use-told.js';

/** How many documents of a stage wait to be filed or reviewed: what closing it would cancel. */
const useOpenIn = (campaign: string, stage: string | undefined): number | undefined => {
  const { data } = api.useQuery('get', '/api/v1/campaigns/{campaign}/heat-map', { params: { path: { campaign } } });
  if (!data || stage === undefined) return undefined;
  const cells = data.rows.flatMap((row) => row.cells.filter((it) => it?.stage === stage));
  return cells.reduce((sum, it) => sum + (it ? it.open + it.returned + it.late + it.filed : 0), 0);
};

/** A stage ends before its time, and what is open in it is cancelled. */
export const CloseStage = ({ campaign, onClose }: CommandProps) => {
  const say = useWords(COMMANDS);
  const told = useTold();
  const [key, setKey] = useState<string>();
  const stages = useStages(campaign.id).filter(({ status }) => status === 'open');
  const nameOf = useStageName(stages);
  const stage = stages.find((it) => it.key === key);
  const open = useOpenIn(campaign.id, stage?.id);
  const close = api.useMutation('post', '/api/v1/campaigns/{campaign}/close-stage');
  const what = say('closeStage');
  const consequences = (): string => {
    if (!stage || open === undefined) return say('chooseStage');
    return open === 0 ? say('closeNothing', { stage: nameOf(stage) }) : say('closeText', { stage: nameOf(stage), open });
  };
  return (
    <AskReason
      title={what}
      act={what}
      danger
      ready={stage !== undefined && open !== undefined}
      consequences={consequences()}
      onClose={onClose}
      onAct={async (reason, header) => {
        if (!stage) return;
        const wish = { params: { path: { campaign: campaign.id }, header }, body: { key: stage.key, reason } };
        await told(await close.mutateAsync(wish), what);
      }}
    >
      <StageField stages={stages} value={key} onChoose={setKey} />
    </AskReason>
  );
};

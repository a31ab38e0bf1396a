import { api } from '../../../api/client.js';
import { AskReason } from '../../../parts/ask/ask-reason.js';
import { useWords } from '../../../words/words.js';
import { COMMANDS } from './commands.words.js';
import { useTold } from './use-told.js';
import type { CommandProps } from './use-told.js';

/** A running year is paused, a paused one goes on. */
export const PauseOrResume = ({ campaign, onClose }: CommandProps) => {
  const say = useWords(COMMANDS);
  const told = useTold();
  const pause = api.useMutation('post', '/api/v1/campaigns/{campaign}/pause');
  const resume = api.useMutation('post', '/api/v1/campaigns/{campaign}/resume');
  const isPaused = campaign.status === 'paused';
  const what = say(isPaused ? 'resume' : 'pause');
  return (
    <AskReason
      title={what}
      act={what}
      consequences={say(isPaused ? 'resumeText' : 'pauseText')}
      onClose={onClose}
      onAct={async (reason, header) => {
        const wish = { params: { path: { campaign: campaign.id }, header }, body: { reason } };
        await told(await (isPaused ? resume : pause).mutateAsync(wish), what);
      }}
    />
  );
};

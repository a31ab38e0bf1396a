import { App } from 'antd';
import type { Schemas } from '../../../api/client.js';
import { useRefresh } from '../../../api/refresh.js';
import { useWords } from '../../../words/words.js';
import { COMMANDS } from './commands.words.js';

/** What every command about the year has at its end: all that it may have changed is read again, and it is told what was done. */
export const useTold = () => {
  const say = useWords(COMMANDS);
  const { message } = App.useApp();
  const refresh = useRefresh();
  return async ({ done }: Schemas['CampaignAnswer'], what: string): Promise<void> => {
    await refresh('/api/v1/campaigns', '/api/v1/documents', '/api/v1/tasks', '/api/v1/obligations');
    void message.info(say(done ? 'doneTold' : 'notDone', { what }));
  };
};

export interface CommandProps {
  readonly campaign: { readonly id: string; readonly district: string; readonly status: string };
  readonly onClose: () => void;
}

import { App, Button } from 'antd';
import { api } from '../../../api/client.js';
import { sentenceOf } from '../../../api/problem.js';
import { useRefresh } from '../../../api/refresh.js';
import { useWords } from '../../../words/words.js';
import type { Webhook } from './webhook-dialog.js';
import { WEBHOOKS } from './webhooks.words.js';

interface WebhookActionsProps {
  readonly hook: Webhook;
  readonly onLog: () => void;
  readonly onEdit: () => void;
}

/** What can be done with one of them, likeliest first. */
export const WebhookActions = ({ hook, onLog, onEdit }: WebhookActionsProps) => {
  const say = useWords(WEBHOOKS);
  const { message, modal } = App.useApp();
  const refresh = useRefresh();
  const onError = (error: unknown): void => void message.error(sentenceOf(error));
  const again = () => refresh('/api/v1/webhooks');
  const params = { path: { webhook: hook.id } };
  const test = api.useMutation('post', '/api/v1/webhooks/{webhook}/test', {
    onError,
    onSuccess: async () => {
      void message.success(say('tested'));
      onLog();
      await again();
    },
  });
  const change = api.useMutation('patch', '/api/v1/webhooks/{webhook}', { onError, onSuccess: again });
  const remove = api.useMutation('delete', '/api/v1/webhooks/{webhook}', { onError, onSuccess: again });
  const button = (word: 'test' | 'log' | 'edit' | 'switchOff' | 'switchOn' | 'remove', act: () => void, danger = false) => (
    <Button size="small" danger={danger} aria-label={`${say(word)} ${hook.name}`} onClick={act}>
      {say(word)}
    </Button>
  );
  return (
    <div style={{ display: 'flex', gap: 6, flexWrap: 'wrap' }}>
      {button('test', () => {
        test.mutate({ params });
      })}
      {button('log', onLog)}
      {button('edit', onEdit)}
      {button(hook.active ? 'switchOff' : 'switchOn', () => {
        const header = { 'If-Match': `"${String(hook.version)}"` };
        change.mutate({ params: { ...params, header }, body: { active: !hook.active } });
      })}
      {button(
        'remove',
        () =>
          void modal.confirm({
            title: say('removeText', { name: hook.name }),
            okText: say('remove'),
            okButtonProps: { danger: true },
            onOk: () => remove.mutateAsync({ params }).catch(() => undefined),
          }),
        true,
      )}
    </div>
  );
};

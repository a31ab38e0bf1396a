import { App, Button } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { api } from '../../api/client.js';
import { sentenceOf } from '../../api/problem.js';
import { SESSION_KEY, useMe } from '../../app/session/session.js';
import { dayOfInstant } from '../../app/year/year.js';
import { Panel } from '../../parts/page.js';
import { useWords } from '../../words/words.js';
import { SETTINGS } from './settings.words.js';

/** Until when this log-in lasts, and an end to all of them. */
export const SessionsPanel = () => {
  const say = useWords(SETTINGS);
  const me = useMe();
  const { modal, message } = App.useApp();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const leave = api.useMutation('delete', '/api/v1/sessions', {
    onError: (error) => void message.error(sentenceOf(error)),
    onSuccess: async () => {
      await navigate('/log-in');
      queries.clear();
      queries.setQueryData(SESSION_KEY, null);
    },
  });
  const ask = (): void =>
    void modal.confirm({
      title: say('leaveAsk'),
      okText: say('leaveAll'),
      okButtonProps: { danger: true },
      onOk: () => leave.mutateAsync({}),
    });
  return (
    <Panel title={say('sessions')}>
      <p style={{ margin: '0 0 8px', color: '#595f69' }}>{say('sessionsHint', { at: dayOfInstant(me.expiresAt) })}</p>
      <Button danger onClick={ask}>
        {say('leaveAll')}
      </Button>
    </Panel>
  );
};

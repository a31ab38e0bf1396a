import { isProblemCode, sentences } from '#contracts/errors/problem.js';
import type { ProblemDetails } from '#contracts/errors/problem.js';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { http, once } from '../../../api/client.js';
import { ProblemAlert } from '../../../parts/problem.js';
import { isProblem } from '../../../api/problem.js';
import { COMMON } from '../../../words/terms.js';
import { useLanguage, useWords } from '../../../words/words.js';
import type { Obligation } from '../use-document.js';
import { ACTIONS } from './actions.words.js';

export type DeadlineWish = 'ask' | 'grant' | 'refuse' | 'move';

interface Wish {
  readonly dueOn: string;
  readonly reason: string;
}

const call = (wish: DeadlineWish, obligation: string, { dueOn, reason }: Wish) => {
  const params = { path: { obligation }, header: once() };
  if (wish === 'ask') return http.POST('/api/v1/obligations/{obligation}/extension-requests', { params, body: { dueOn, reason } });
  if (wish === 'move') return http.POST('/api/v1/obligations/{obligation}/move-deadline', { params, body: { dueOn, reason } });
  const body = { grant: wish === 'grant', ...(wish === 'grant' && dueOn !== '' ? { dueOn } : {}), reason };
  return http.POST('/api/v1/obligations/{obligation}/extension-decision', { params, body });
};

/** A refusal of the obligation itself comes as code and details only. */
const inWords = (refusal: unknown): unknown => {
  const { code, details } = refusal as { readonly code: string; readonly details: ProblemDetails };
  return isProblemCode(code) ? { code, ...sentences(code, details) } : refusal;
};

const TITLES = { ask: 'extend', grant: 'grant', refuse: 'refuse', move: 'move' } as const;
const DONE = { ask: 'extendAsked', grant: 'extensionDecided', refuse: 'extensionDecided', move: 'moved' } as const;

interface DeadlineProps {
  readonly wish: DeadlineWish;
  readonly obligation: Obligation;
  readonly onClose: () => void;
}

/** Another due day: asked for, decided on, or set. */
export const DeadlineDialog = ({ wish, obligation, onClose }: DeadlineProps) => {
  const say = useWords(ACTIONS);
  const common = useWords(COMMON);
  const language = useLanguage();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [dueOn, setDueOn] = useState(obligation.extension?.dueOn ?? '');
  const [reason, setReason] = useState('');
  const ask = useMutation({
    mutationFn: async (it: Wish) => {
      const { data, error } = await call(wish, obligation.id, it);
      if (!data) throw error as unknown;
      const refusal: unknown = data.answers.find(({ outcome }) => outcome === 'refused')?.refusal;
      if (refusal !== undefined) throw inWords(refusal) as Error;
    },
    onSuccess: () => {
      void message.success(say(DONE[wish]));
      onClose();
    },
    onSettled: () => void queries.invalidateQueries(),
  });
  const needsDay = wish !== 'refuse';
  const isReady = reason.trim() !== '' && (!needsDay || dueOn !== '');
  const { extension } = obligation;
  return (
    <Modal
      open
      title={say(TITLES[wish])}
      okText={say(TITLES[wish])}
      cancelText={common('cancel')}
      okButtonProps={{ disabled: !isReady, loading: ask.isPending }}
      onOk={() => {
        ask.mutate({ dueOn, reason: reason.trim() });
      }}
      onCancel={onClose}
    >
      <div style={{ display: 'grid', gap: 12 }}>
        <p style={{ margin: 0 }}>
          {extension && wish !== 'ask' && wish !== 'move'
            ? say('extensionAsked', { day: extension.dueOn, reason: extension.reason })
            : say('extendText', { day: obligation.dueOn })}
        </p>
        {needsDay ? (
          <label style={{ display: 'grid', gap: 4 }}>
            <span>{say('newDay')}</span>
            <input
              className="form-input"
              style={{ maxWidth: 200 }}
              type="date"
              value={dueOn}
              onChange={({ target }) => {
                setDueOn(target.value);
              }}
            />
          </label>
        ) : null}
        <label style={{ display: 'grid', gap: 4 }}>
          <span>{common('reason')}</span>
          <Input.TextArea
            rows={2}
            maxLength={500}
            value={reason}
            onChange={({ target }) => {
              setReason(target.value);
            }}
          />
        </label>
        {ask.error ? <ProblemAlert error={ask.error} /> : null}
        <span className="visually-hidden" role="status">
          {isProblem(ask.error) ? ask.error[language] : ''}
        </span>
      </div>
    </Modal>
  );
};

import { Alert, App, Button, Input } from 'antd';
import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.js';
import { hasCode, sentenceOf } from '../../api/problem.js';
import { dayOfInstant } from '../../app/year/year.js';
import { Panel, Read } from '../../parts/page.js';
import { useWords } from '../../words/words.js';
import { SETTINGS } from './settings.words.js';

const Address = ({ url }: { readonly url: string }) => {
  const say = useWords(SETTINGS);
  const { message } = App.useApp();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(url);
      void message.success(say('copied'));
    } catch {
      document.querySelector<HTMLInputElement>('#feed-address')?.select();
    }
  };
  return (
    <Alert
      type="success"
      style={{ marginBottom: 8 }}
      title={<label htmlFor="feed-address">{say('address')}</label>}
      description={
        <div style={{ display: 'flex', gap: 8 }}>
          <Input id="feed-address" readOnly value={url} />
          <Button onClick={() => void copy()}>{say('copy')}</Button>
        </div>
      }
    />
  );
};

interface Feed {
  readonly data: { readonly createdAt: string | null } | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

const useFeed = (): Feed => {
  const query = api.useQuery('get', '/api/v1/calendar-feed', {}, { retry: false });
  // No feed is no failure.
  if (hasCode(query.error, 'NOT_FOUND')) return { data: { createdAt: null }, error: null, refetch: query.refetch };
  return query;
};

/** One's deadlines as an address for a calendar program. */
export const FeedPanel = () => {
  const say = useWords(SETTINGS);
  const { modal, message } = App.useApp();
  const queries = useQueryClient();
  const [url, setUrl] = useState<string | null>(null);
  const feed = useFeed();
  const readAgain = () => queries.resetQueries({ queryKey: ['get', '/api/v1/calendar-feed'] });
  const onError = (error: unknown): void => void message.error(sentenceOf(error));
  const open = api.useMutation('post', '/api/v1/calendar-feed', {
    onError,
    onSuccess: (it) => {
      setUrl(new URL(it.url, window.location.origin).href);
      void readAgain();
    },
  });
  const close = api.useMutation('delete', '/api/v1/calendar-feed', {
    onError,
    onSuccess: () => {
      setUrl(null);
      void message.success(say('closed'));
      void readAgain();
    },
  });
  const askClose = (): void => void modal.confirm({ title: say('closeAsk'), okText: say('close'), onOk: () => close.mutateAsync({}) });
  return (
    <Panel title={say('feed')}>
      <p style={{ margin: '0 0 8px', color: '#595f69' }}>{say('feedHint')}</p>
      {url === null ? null : <Address url={url} />}
      <Read query={feed}>
        {({ createdAt }) => (
          <div style={{ display: 'flex', gap: 8, alignItems: 'center', flexWrap: 'wrap' }}>
            <span>{createdAt ? say('feedSince', { day: dayOfInstant(createdAt) }) : say('feedNone')}</span>
            <Button
              loading={open.isPending}
              onClick={() => {
                open.mutate({});
              }}
            >
              {say(createdAt ? 'reopen' : 'open')}
            </Button>
            {createdAt ? <Button onClick={askClose}>{say('close')}</Button> : null}
          </div>
        )}
      </Read>
    </Panel>
  );
};

import { useQueryClient } from '@tanstack/react-query';
import { Button, Empty, Input } from 'antd';
import { useState } from 'react';
import { api, once } from '../../../api/client.js';
import type { Schemas } from '../../../api/client.js';
import { PAGES, listed } from '../../../api/pages.js';
import { InstantText } from '../../../parts/day.js';
import { labelIn } from '../../../parts/forms/label.js';
import { Panel } from '../../../parts/page.js';
import { ProblemAlert } from '../../../parts/problem.js';
import { ToneTag } from '../../../parts/states/state-tag.js';
import { useLanguage, useWords } from '../../../words/words.js';
import { ChoosePerson } from '../actions/choose-person.js';
import type { WholeDocument } from '../use-document.js';
import { TABS } from './tabs.words.js';
import type { TabProps } from './use-tabs.js';

type Comment = Schemas['Comment'];

const useSay = (document: string) => {
  const queries = useQueryClient();
  const onSuccess = (): void => void queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).includes('/comments') });
  const params = { path: { document }, header: once() };
  const add = api.useMutation('post', '/api/v1/documents/{document}/comments', { onSuccess });
  const resolve = api.useMutation('put', '/api/v1/documents/{document}/comments/{comment}/resolution', { onSuccess });
  return { add, resolve, params };
};

const Write = ({ document, replyTo, onDone }: { readonly document: string; readonly replyTo?: string; readonly onDone?: () => void }) => {
  const say = useWords(TABS);
  const { add, params } = useSay(document);
  const [text, setText] = useState('');
  const [person, setPerson] = useState<string | null>(null);
  const send = (): void => {
    const body = { text: text.trim(), ...(replyTo ? { replyTo } : {}), ...(person ? { mentions: [person] } : {}) };
    add.mutate(
      { params, body },
      {
        onSuccess: () => {
          setText('');
          setPerson(null);
          onDone?.();
        },
      },
    );
  };
  return (
    <div style={{ display: 'grid', gap: 8 }}>
      <Input.TextArea
        aria-label={say(replyTo ? 'reply' : 'newComment')}
        placeholder={say('commentPlaceholder')}
        rows={2}
        maxLength={2_000}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
        }}
      />
      <div style={{ display: 'flex', gap: 8, alignItems: 'center', flexWrap: 'wrap' }}>
        <span>{say('mention')}</span>
        <div style={{ width: 260, maxWidth: '100%' }}>
          <ChoosePerson value={person} onChoose={setPerson} />
        </div>
        <Button type="primary" disabled={text.trim() === ''} loading={add.isPending} onClick={send}>
          {say('send')}
        </Button>
      </div>
      {add.error ? <ProblemAlert error={add.error} /> : null}
    </div>
  );
};

interface OneProps {
  readonly comment: Comment;
  readonly replies: readonly Comment[];
  readonly document: WholeDocument;
}

const Head = ({ comment, document }: Omit<OneProps, 'replies'>) => {
  const say = useWords(TABS);
  const language = useLanguage();
  return (
    <>
      <div className="form-hint">
        {comment.authorName} <InstantText at={comment.at} />
        {comment.path ? ` · ${say('about', { field: labelIn(document.kind, comment.path, language) })}` : ''}
        {comment.mentions.length > 0 ? ` · @${comment.mentions.map(({ name }) => name).join(' @')}` : ''}
      </div>
      <div className="form-text">{comment.text}</div>
    </>
  );
};

const One = ({ comment, replies, document }: OneProps) => {
  const say = useWords(TABS);
  const { resolve } = useSay(document.id);
  const [isReplying, setReplying] = useState(false);
  const isResolved = comment.resolvedAt !== null;
  return (
    <Panel>
      <Head comment={comment} document={document} />
      {replies.map((it) => (
        <div key={it.id} style={{ marginInlineStart: 20, borderInlineStart: '2px solid #dfe3e8', paddingInlineStart: 10 }}>
          <Head comment={it} document={document} />
        </div>
      ))}
      <div style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
        {isResolved ? (
          <ToneTag tone="done" sign="✓">
            {say('resolved')}
          </ToneTag>
        ) : null}
        <Button
          size="small"
          type="link"
          onClick={() => {
            setReplying(!isReplying);
          }}
        >
          {say('reply')}
        </Button>
        <Button
          size="small"
          type="link"
          onClick={() => {
            resolve.mutate({ params: { path: { document: document.id, comment: comment.id } }, body: { resolved: !isResolved } });
          }}
        >
          {say(isResolved ? 'reopen' : 'resolve')}
        </Button>
      </div>
      {isReplying ? (
        <Write
          document={document.id}
          replyTo={comment.id}
          onDone={() => {
            setReplying(false);
          }}
        />
      ) : null}
      {resolve.error ? <ProblemAlert error={resolve.error} /> : null}
    </Panel>
  );
};

/** What filer and reviewers say to each other about a document. */
const CommentsTab = ({ document }: TabProps) => {
  const say = useWords(TABS);
  const params = { path: { document: document.id }, query: { limit: 100 } };
  const list = listed(api.useInfiniteQuery('get', '/api/v1/documents/{document}/comments', { params }, PAGES));
  const first = list.rows.filter(({ replyTo }) => replyTo === null);
  return (
    <div style={{ display: 'grid', gap: 12 }}>
      <Panel title={say('newComment')}>
        <Write document={document.id} />
      </Panel>
      {list.error ? <ProblemAlert error={list.error} retry={list.readAgain} /> : null}
      {first.length === 0 && !list.isFirst ? <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say('noComments')} /> : null}
      {first.map((it) => (
        <One key={it.id} comment={it} document={document} replies={list.rows.filter(({ replyTo }) => replyTo === it.id)} />
      ))}
    </div>
  );
};

export default CommentsTab;

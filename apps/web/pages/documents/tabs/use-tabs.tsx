import { Suspense, lazy } from 'react';
import type { ComponentType } from 'react';
import { Skeleton } from 'antd';
import { useWords } from '../../../words/words.js';
import { DOCUMENTS } from '../documents.words.js';
import { hasBackground } from '../use-document.js';
import type { WholeDocument } from '../use-document.js';

export interface TabProps {
  readonly document: WholeDocument;
}

const Background = lazy(() => import('./background.tab.js'));
const Related = lazy(() => import('./related.tab.js'));
const Comments = lazy(() => import('./comments.tab.js'));
const Attachments = lazy(() => import('./attachments.tab.js'));
const Versions = lazy(() => import('./versions.tab.js'));
const History = lazy(() => import('./history.tab.js'));

const TABS = [
  { key: 'background', of: Background },
  { key: 'related', of: Related },
  { key: 'comments', of: Comments },
  { key: 'attachments', of: Attachments },
  { key: 'versions', of: Versions },
  { key: 'history', of: History },
] as const satisfies readonly { readonly key: string; readonly of: ComponentType<TabProps> }[];

/** The tabs beside the content; each is loaded and asked for when it is opened. */
export const useTabs = (document: WholeDocument) => {
  const say = useWords(DOCUMENTS);
  return TABS.filter(({ key }) => key !== 'background' || hasBackground(document.kind)).map(({ key, of: Tab }) => ({
    key,
    label: say(key),
    children: (
      <Suspense fallback={<Skeleton active />}>
        <Tab document={document} />
      </Suspense>
    ),
  }));
};

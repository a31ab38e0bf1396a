import { Timeline } from 'antd';
import type { ReactNode } from 'react';
import type { DocumentKind } from '#domain/stage/document-kind.js';
import { useLanguage, useWords } from '../../words/words.js';
import { InstantText } from '../day.js';
import { labelIn } from '../forms/label.js';
import { STATE_WORDS, isState } from '../states/states.js';
import { HISTORY } from './history.words.js';
import { detailOf, useSentence } from './sentence.js';
import type { Entry } from './sentence.js';

/** The document whose history is told, where it is that of one. */
interface Told {
  readonly id: string;
  readonly kind: DocumentKind;
}

/** A state as it is called, or as it is written where it has no name. */
export const useStateName = () => {
  const state = useWords(STATE_WORDS);
  return (it: string): string => (isState(it) ? state(it) : it);
};

const Remarks = ({ entry, document }: { readonly entry: Entry; readonly document: Told | undefined }) => {
  const language = useLanguage();
  const mine = (detailOf(entry).reasons ?? []).filter((it) => !document || it.document === undefined || it.document === document.id);
  if (mine.length === 0) return null;
  return (
    <ul style={{ margin: 0, paddingInlineStart: 20 }}>
      {mine.map((it, index) => (
        <li key={index}>
          {it.field && document ? `${labelIn(document.kind, it.field, language)} · ` : ''}
          {it.text}
        </li>
      ))}
    </ul>
  );
};

/** How the states of documents changed by it: of the document told of, or each kind of change with its number. */
const Changes = ({ entry, document }: { readonly entry: Entry; readonly document: Told | undefined }) => {
  const say = useWords(HISTORY);
  const named = useStateName();
  const { documents } = detailOf(entry);
  const changed = (Array.isArray(documents) ? documents : []).filter(({ from, to }) => from !== undefined && from !== to);
  if (document) {
    const own = changed.find(({ id }) => id === document.id);
    return own ? <div>{say('thisDocument', { from: named(own.from), to: named(own.to) })}</div> : null;
  }
  const each = [...new Set(changed.map(({ from, to }) => say('changed', { from: named(from), to: named(to) })))];
  return each.length === 0 ? null : <div>{each.join('；')}</div>;
};

interface HappenedProps {
  readonly entry: Entry;
  readonly document?: Told | undefined;
  /** In place of the entry's own sentence, for instance a link with it. */
  readonly title?: ReactNode;
}

/** One entry of the audit trail in words: what, when, by whom, which states changed, and why. */
export const Happened = ({ entry, document, title }: HappenedProps) => {
  const say = useWords(HISTORY);
  const sentence = useSentence();
  const { reason } = detailOf(entry);
  return (
    <div>
      <strong>{title ?? sentence(entry)}</strong>
      <div style={{ color: '#595f69', fontSize: 12 }}>
        <InstantText at={entry.at} /> {entry.actorName ?? say('system')}
        {entry.onBehalfOf ? `（${say('onBehalf')}）` : ''}
      </div>
      <Changes entry={entry} document={document} />
      {typeof reason === 'string' ? <div style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{reason}</div> : null}
      <Remarks entry={entry} document={document} />
    </div>
  );
};

/** Entries of the audit trail one below the other; of one document where it is given. */
export const HistoryTimeline = ({ entries, document }: { readonly entries: readonly Entry[]; readonly document?: Told }) => {
  const say = useWords(HISTORY);
  if (entries.length === 0) return <p style={{ margin: 0 }}>{say('empty')}</p>;
  return (
    <Timeline
      items={entries.map((it) => ({ key: `${it.stream}#${String(it.sequence)}`, content: <Happened entry={it} document={document} /> }))}
    />
  );
};

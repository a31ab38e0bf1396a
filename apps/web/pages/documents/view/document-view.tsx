import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useMe } from '../../../app/session/session.js';
import { Limit } from '../../../parts/day.js';
import { StateTag } from '../../../parts/states/state-tag.js';
import { KIND_WORDS } from '../../../words/terms.js';
import { useWords } from '../../../words/words.js';
import type { Verdict } from '../actions/decide.js';
import { FurtherActions } from '../actions/document-actions.js';
import { DOCUMENTS } from '../documents.words.js';
import { useTabs } from '../tabs/use-tabs.js';
import { useMyTask } from '../use-document.js';
import type { WholeDocument } from '../use-document.js';
import { About } from './about.js';
import { FilerView } from './filer-view.js';
import { ReadForm } from './read-form.js';
import { ReviewerView } from './reviewer-view.js';

interface DocumentViewProps {
  readonly document: WholeDocument;
  /** Puts title and buttons where the page wants them. */
  readonly frame: (parts: { readonly state: ReactNode; readonly actions: ReactNode; readonly body: ReactNode }) => ReactNode;
  readonly onDecided?: () => void;
  readonly asked?: Verdict | null;
  readonly onAsked?: (verdict: Verdict | null) => void;
}

const WITH_FILER = ['open', 'returned'];

const StateAndLimit = ({ document }: { readonly document: WholeDocument }) => {
  const isOver = !WITH_FILER.includes(document.status) && document.status !== 'in-review';
  const until = document.status === 'in-review' ? document.limitAt : document.dueAt;
  return (
    <span style={{ display: 'inline-flex', gap: 8, alignItems: 'center', flexWrap: 'wrap' }}>
      <StateTag state={document.status} />
      {isOver || until === null ? null : <Limit until={until} campaign={document.campaign} />}
    </span>
  );
};

/** Who it is with, in one line. */
const Whose = ({ document, forName }: { readonly document: WholeDocument; readonly forName: string | null }) => {
  const say = useWords(DOCUMENTS);
  const kind = useWords(KIND_WORDS);
  const names = document.turn.map(({ name }) => name).join('、');
  return (
    <div className="form-hint" style={{ marginBottom: 6 }}>
      {kind(document.kind)}
      {document.unitName ? ` · ${say('filedBy', { name: document.unitName })}` : ''}
      {names === '' ? '' : ` · ${say('waitsFor', { names })}`}
      {forName === null ? '' : ` · ${say('forPerson', { name: forName })}`}
    </div>
  );
};

/** A document with its tabs, the one content for all kinds and for everybody's turn. */
export const DocumentView = ({ document, frame, onDecided, asked, onAsked }: DocumentViewProps) => {
  const task = useMyTask(document.id);
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const say = useWords(DOCUMENTS);
  const tabs = useTabs(document);
  const active = search.get('tab') ?? 'content';
  const laid = (buttons: ReactNode, form: ReactNode): ReactNode =>
    frame({
      state: <StateAndLimit document={document} />,
      actions: (
        <>
          {buttons}
          <FurtherActions document={document} task={task} />
        </>
      ),
      body: (
        <>
          <Whose document={document} forName={task && task.for !== me.person ? task.forName : null} />
          <Tabs
            activeKey={active}
            size="small"
            onChange={(tab) => {
              setSearch(
                (it) => {
                  it.set('tab', tab);
                  return it;
                },
                { replace: true },
              );
            }}
            items={[
              {
                key: 'content',
                label: say('content'),
                children: (
                  <div style={{ display: 'grid', gap: 8 }}>
                    <About document={document} />
                    {form}
                  </div>
                ),
              },
              ...tabs,
            ]}
          />
        </>
      ),
    });
  if (task?.doing === 'file' && WITH_FILER.includes(document.status)) return <FilerView document={document}>{laid}</FilerView>;
  if (task?.doing === 'review')
    return (
      <ReviewerView
        document={document}
        {...(onDecided ? { onDecided } : {})}
        {...(asked === undefined ? {} : { asked })}
        {...(onAsked ? { onAsked } : {})}
      >
        {laid}
      </ReviewerView>
    );
  return laid(null, <ReadForm document={document} />);
};

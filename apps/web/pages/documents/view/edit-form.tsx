import type { KeyboardEvent } from 'react';
import { useCallback, useMemo } from 'react';
import { Button } from 'antd';
import { FormContext } from '../../../parts/forms/form-context.js';
import type { FormState } from '../../../parts/forms/form-context.js';
import { withValue } from '../../../parts/forms/paths.js';
import { useWords } from '../../../words/words.js';
import { ConflictDialog } from '../draft/conflict-dialog.js';
import { SavedSign } from '../draft/saved-sign.js';
import type { Draft } from '../draft/use-draft.js';
import type { Found } from '../draft/use-findings.js';
import type { useTouched } from '../draft/use-touched.js';
import { DOCUMENTS } from '../documents.words.js';
import { DocumentContext } from '../special/document-context.js';
import { withTotals } from '../special/editors.js';
import type { WholeDocument } from '../use-document.js';
import { DocumentForm } from './document-form.js';
import { FindingsPanel } from './findings-panel.js';
import { ProblemAlert } from '../../../parts/problem.js';
import { ScoreLine } from './score-line.js';

interface EditFormProps {
  readonly document: WholeDocument;
  readonly draft: Draft;
  readonly found: Found;
  readonly touched: ReturnType<typeof useTouched>;
}

/** The form while it is one's turn to fill it in: saved as typed, with what is still to be corrected. */
export const EditForm = ({ document, draft, found, touched }: EditFormProps) => {
  const say = useWords(DOCUMENTS);
  const { kind } = document;
  const { store, content } = draft;
  const set = useCallback(
    (path: string, value: unknown, stroke?: string) => {
      const before = store.read().content;
      const after = withTotals(kind, withValue(before, path, value), path);
      if ('score' in after && after['score'] !== before['score'] && path.startsWith('scoreItems')) store.replace(after, stroke);
      else store.set(path, value, stroke);
    },
    [store, kind],
  );
  const { touch, findings } = touched;
  const state: FormState = { kind, content, readOnly: false, set, touch, findings };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
    event.preventDefault();
    if (event.shiftKey) store.redo();
    else store.undo();
  };
  const around = useMemo(() => ({ document, draft, score: found.score }), [document, draft, found.score]);
  return (
    <DocumentContext value={around}>
      <div style={{ display: 'grid', gap: 8, minWidth: 0 }}>
        <div className="no-print" style={{ display: 'flex', gap: 8, alignItems: 'center', flexWrap: 'wrap' }}>
          <SavedSign draft={draft} />
          <span style={{ marginInlineStart: 'auto', display: 'flex', gap: 4 }}>
            <Button size="small" onClick={store.undo}>
              {say('undo')}
            </Button>
            <Button size="small" onClick={store.redo}>
              {say('redo')}
            </Button>
          </span>
        </div>
        {draft.saving === 'refused' ? <ProblemAlert error={draft.error} retry={store.flush} /> : null}
        <FindingsPanel kind={kind} found={found} />
        {found.score ? <ScoreLine score={found.score} /> : null}
        {/* Undoing works from every field of the form. */}
        <div onKeyDown={onKeyDown} style={{ minWidth: 0 }}>
          <FormContext value={state}>
            <DocumentForm document={document} />
          </FormContext>
        </div>
        <ConflictDialog draft={draft} kind={kind} />
      </div>
    </DocumentContext>
  );
};

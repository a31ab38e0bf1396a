import type { ReactNode } from 'react';
import { useDraft } from '../draft/use-draft.js';
import { useFindings } from '../draft/use-findings.js';
import { useTouched } from '../draft/use-touched.js';
import { Submit } from '../actions/submit.js';
import type { WholeDocument } from '../use-document.js';
import { EditForm } from './edit-form.js';
import { ReturnedBecause } from './returned-because.js';

interface FilerViewProps {
  readonly document: WholeDocument;
  /** Where the button to submit and the form go. */
  readonly children: (submit: ReactNode, form: ReactNode) => ReactNode;
}

/** A document while it is one's turn to file it. */
export const FilerView = ({ document, children }: FilerViewProps) => {
  const draft = useDraft(document);
  const found = useFindings(document.id, document.kind, draft.content);
  const touched = useTouched(found.all);
  return children(
    <Submit document={document} draft={draft} found={found} onAsked={touched.touchEverything} />,
    <>
      <ReturnedBecause document={document} />
      <EditForm {...{ document, draft, found, touched }} />
    </>,
  );
};

import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { FormContext } from '../../../parts/forms/form-context.js';
import type { Finding, FormState } from '../../../parts/forms/form-context.js';
import type { Content } from '../../../parts/forms/paths.js';
import type { Found } from '../draft/use-findings.js';
import { DocumentContext } from '../special/document-context.js';
import type { WholeDocument } from '../use-document.js';
import { DocumentForm } from './document-form.js';

interface ReadFormProps {
  readonly document: WholeDocument;
  /** Another version than the newest one. */
  readonly content?: Content;
  readonly findings?: readonly Finding[];
  /** Computed by the rules, to be shown beside the rows. */
  readonly score?: Found['score'];
  readonly beside?: (path: string) => ReactNode;
  readonly isChanged?: (path: string) => boolean;
}

const nothing = (): void => undefined;
const NONE: readonly Finding[] = [];

/** A document in the layout of its form, to read and to print. */
export const ReadForm = ({ document, content, findings = NONE, score = null, beside, isChanged }: ReadFormProps) => {
  const shown = content ?? ((document.content ?? {}) as Content);
  const state: FormState = {
    kind: document.kind,
    content: shown,
    readOnly: true,
    set: nothing,
    touch: nothing,
    findings: (path, within) => findings.filter((it) => it.path === path || (within === true && it.path.startsWith(`${path}.`))),
    ...(beside ? { beside } : {}),
    ...(isChanged ? { isChanged } : {}),
  };
  const around = useMemo(() => ({ document, draft: null, score }), [document, score]);
  return (
    <DocumentContext value={around}>
      <FormContext value={state}>
        <DocumentForm document={document} />
      </FormContext>
    </DocumentContext>
  );
};

import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import type { DocumentKind } from '#domain/stage/document-kind.js';
import type { Content } from './paths.js';

/** One thing that is to be said of a field: by the form itself or by a rule, with what it rests on. */
export interface Finding {
  readonly severity: 'block' | 'warn' | 'note';
  readonly path: string;
  readonly zh: string;
  readonly en: string;
  readonly quote?: string | null;
  readonly source?: string | null;
}

/** A form that is filled in or read. */
export interface FormState {
  readonly kind: DocumentKind;
  readonly content: Content;
  readonly readOnly: boolean;
  /** Writes a field; `undefined` empties it. Writing again soon at the same `stroke` (the path unless said) is undone as one. */
  readonly set: (path: string, value: unknown, stroke?: string) => void;
  /** Somebody has been at this field: from now on what is wrong with it may be said. */
  readonly touch: (path: string) => void;
  /** What may be said now of this field itself, or with `within` of all that is in it. */
  readonly findings: (path: string, within?: boolean) => readonly Finding[];
  /** What stands after a field's label, for instance the reviewer's remarks. */
  readonly beside?: (path: string) => ReactNode;
  /** Has it changed since the version that one compares with? */
  readonly isChanged?: (path: string) => boolean;
}

export const FormContext = createContext<FormState | null>(null);

/** @throws Error outside a form */
export const useForm = (): FormState => {
  const form = useContext(FormContext);
  if (!form) throw new Error('This stands in no form.');
  return form;
};

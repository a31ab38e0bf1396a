import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { readBy } from '#contracts/errors/field-errors.js';
import { FORMS } from '#contracts/forms/forms.js';
import type { DocumentKind } from '#domain/stage/document-kind.js';
import { http } from '../../../api/client.js';
import type { Schemas } from '../../../api/client.js';
import type { Finding } from '../../../parts/forms/form-context.js';
import { asFiled } from '../../../parts/forms/as-filed.js';
import { isIn, valueAt } from '../../../parts/forms/paths.js';
import type { Content } from '../../../parts/forms/paths.js';

type Check = Schemas['DraftCheck'];

const PAUSE_MS = 700;
const EMPTY = { zh: '尚未填写', en: 'not filled in yet' };

/** What the form itself says, at once and without asking the server. */
const ofForm = (kind: DocumentKind, content: Content): readonly Finding[] => {
  const read = readBy(FORMS[kind], asFiled(kind, content));
  if (!('errors' in read)) return [];
  return read.errors.map(({ path, zh, en }) => {
    const value = valueAt(content, path);
    const empty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
    return { severity: 'block' as const, path, ...(empty ? EMPTY : { zh, en }) };
  });
};

/** What the stage's rules say, asked of the server when one pauses. */
const useCheck = (document: string, kind: DocumentKind, content: Content): Check | null => {
  const [check, setCheck] = useState<Check | null>(null);
  useEffect(() => {
    const ended = new AbortController();
    const ask = async (): Promise<void> => {
      const params = { path: { document } };
      // No answer leaves what the form says; submitting asks again.
      const { data } = await http
        .POST('/api/v1/documents/{document}/check', { params, body: asFiled(kind, content), signal: ended.signal })
        .catch(() => ({ data: undefined }));
      if (data) setCheck(data);
    };
    const timer = setTimeout(() => void ask(), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      ended.abort();
    };
  }, [document, kind, content]);
  return check;
};

export interface Found {
  readonly all: readonly Finding[];
  readonly blocks: readonly Finding[];
  readonly heeds: readonly Finding[];
  /** The computed score so far, of forms that are scored. */
  readonly score: Check['score'];
}

/** Everything that submitting would say of what is typed so far. */
export const useFindings = (document: string, kind: DocumentKind, content: Content): Found => {
  const later = useDeferredValue(content);
  const form = useMemo(() => ofForm(kind, later), [kind, later]);
  const check = useCheck(document, kind, content);
  return useMemo(() => {
    const rules = (check?.findings ?? []).filter(({ from }) => from === 'rule');
    const further = rules.filter(({ path }) => path === '' || !form.some((it) => isIn(path, it.path)));
    const all = [...form, ...further];
    const blocks = all.filter(({ severity }) => severity === 'block');
    return { all, blocks, heeds: all.filter(({ severity }) => severity !== 'block'), score: check?.score ?? null };
  }, [check, form]);
};

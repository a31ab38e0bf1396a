import { Button, Modal, Radio } from 'antd';
import { useState } from 'react';
import { difference } from '#domain/difference/difference.js';
import type { DocumentKind } from '#domain/stage/document-kind.js';
import { FormContext } from '../../../parts/forms/form-context.js';
import { FormField } from '../../../parts/forms/form-field.js';
import { labelIn } from '../../../parts/forms/label.js';
import type { Content } from '../../../parts/forms/paths.js';
import { formOf } from '../../../parts/forms/shape.js';
import type { Field } from '../../../parts/forms/shape.js';
import { useLanguage, useWords } from '../../../words/words.js';
import { DOCUMENTS } from '../documents.words.js';
import type { Draft } from './use-draft.js';

type Side = 'mine' | 'theirs';

const same = (a: unknown, b: unknown): boolean => difference({ it: a }, { it: b }).length === 0;

const nothing = (): void => undefined;

const OneSide = ({ kind, content, field }: { readonly kind: DocumentKind; readonly content: Content; readonly field: Field }) => (
  <FormContext value={{ kind, content, readOnly: true, set: nothing, touch: nothing, findings: () => [] }}>
    <div className="form-fields">
      <FormField field={field} path={field.key} />
    </div>
  </FormContext>
);

interface ConflictProps {
  readonly draft: Draft;
  readonly kind: DocumentKind;
}

/** Two people saved: field by field one chooses whose words stay. */
export const ConflictDialog = ({ draft, kind }: ConflictProps) => {
  const say = useWords(DOCUMENTS);
  const language = useLanguage();
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({});
  const { theirs, content: mine, saving, store } = draft;
  if (saving !== 'conflict' || !theirs) return null;
  const base = store.baseContent();
  const fields = formOf(kind).filter(({ key }) => !same(mine[key], theirs.content[key]));
  const both = (key: string): boolean => !same(base[key], mine[key]) && !same(base[key], theirs.content[key]);
  const sideOf = (key: string): Side => chosen[key] ?? (same(base[key], mine[key]) ? 'theirs' : 'mine');
  const merge = (): void => {
    const kept = fields.filter(({ key }) => sideOf(key) === 'mine');
    const others = Object.fromEntries(Object.entries(theirs.content).filter(([key]) => !kept.some((it) => it.key === key)));
    const own = Object.fromEntries(kept.flatMap(({ key }) => (mine[key] === undefined ? [] : [[key, mine[key]]])));
    store.merge({ ...others, ...own });
    setChosen({});
  };
  return (
    <Modal
      open
      width={1000}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      title={say('conflictTitle')}
      footer={
        <Button type="primary" onClick={merge}>
          {say('merge')}
        </Button>
      }
    >
      <p>{say('conflictText')}</p>
      {fields.map((field) => (
        <section key={field.key} style={{ marginBottom: 16 }}>
          <h3 style={{ fontSize: 14, margin: '0 0 6px' }}>
            {labelIn(kind, field.key, language)} {both(field.key) ? <span className="finding-warn">（{say('bothChanged')}）</span> : null}
          </h3>
          <Radio.Group
            aria-label={labelIn(kind, field.key, language)}
            value={sideOf(field.key)}
            onChange={({ target }) => {
              setChosen({ ...chosen, [field.key]: target.value as Side });
            }}
            style={{ display: 'grid', gap: 8 }}
          >
            {(['mine', 'theirs'] as const).map((side) => (
              <div key={side}>
                <Radio value={side}>{say(side)}</Radio>
                <div className="form-sheet" style={{ fontSize: 14 }}>
                  <OneSide kind={kind} content={side === 'mine' ? mine : theirs.content} field={field} />
                </div>
              </div>
            ))}
          </Radio.Group>
        </section>
      ))}
    </Modal>
  );
};

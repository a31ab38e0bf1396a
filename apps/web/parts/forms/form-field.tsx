import type { ReactNode } from 'react';
import { isDecimal, show, sum } from '#domain/score/exact.js';
import type { DocumentKind } from '#domain/stage/document-kind.js';
import { useLanguage, useWords } from '../../words/words.js';
import { Cards } from './cards.js';
import { Control } from './control.js';
import { Findings } from './findings.js';
import { useForm } from './form-context.js';
import { FORM } from './form.words.js';
import type { SpecialEditors } from './form-view.js';
import { Grid } from './grid/grid.js';
import { labelIn } from './label.js';
import { valueAt } from './paths.js';
import { isFlat } from './shape.js';
import type { Field } from './shape.js';
import { Shown } from './shown.js';

interface FormFieldProps {
  readonly field: Field;
  readonly path: string;
  readonly special?: SpecialEditors;
  /** The heading that it stands under: a table of that name needs no other. */
  readonly under?: string;
}

/** Forms of which a policy says what must be filled in. */
const BY_POLICY: readonly DocumentKind[] = ['target', 'ex-ante-report'];

const LONG = 120;
const isWide = ({ shape }: Field): boolean => shape.is === 'lines' || (shape.is === 'text' && shape.most > LONG);

interface FramedProps {
  readonly path: string;
  readonly label: string;
  readonly hint?: string | null;
  readonly look: string;
  readonly children: ReactNode;
}

const Framed = ({ path, label, hint, look, children }: FramedProps) => {
  const form = useForm();
  return (
    <div className={`form-field ${look}`}>
      <div className="form-label">
        <span className={look.includes('is-titled') ? 'visually-hidden' : ''}>{label}</span>
        {hint ? <div className="form-hint">{hint}</div> : null}
        {form.beside?.(path)}
      </div>
      <div
        className={form.isChanged?.(path) ? 'form-value form-changed' : 'form-value'}
        // A wide table is scrolled by keyboard, too.
        {...(look.includes('is-table') ? { tabIndex: 0, role: 'group', 'aria-label': label } : {})}
      >
        {children}
      </div>
    </div>
  );
};

const Leaf = ({ field, path }: FormFieldProps) => {
  const form = useForm();
  const say = useWords(FORM);
  const label = labelIn(form.kind, path, useLanguage());
  const value = valueAt(form.content, path);
  const found = form.findings(path, field.shape.is === 'lines');
  return (
    <Framed
      path={path}
      label={label}
      hint={field.optional && !form.readOnly && !BY_POLICY.includes(form.kind) ? say('optional') : null}
      look={isWide(field) ? 'is-wide' : ''}
    >
      {form.readOnly ? (
        <Shown shape={field.shape} value={value} />
      ) : (
        <Control
          shape={field.shape}
          path={path}
          label={label}
          value={value}
          severity={found[0]?.severity ?? null}
          describedBy={found.length > 0 ? `found-${path}` : undefined}
          set={form.set}
          touch={form.touch}
        />
      )}
      <Findings all={found} id={`found-${path}`} />
    </Framed>
  );
};

/** Groups whose amounts are parts of one. */
const TOTALLED: Partial<Record<DocumentKind, string>> = { target: 'funds' };

const Total = ({ path, label }: { readonly path: string; readonly label: string }) => {
  const form = useForm();
  const parts = Object.values((valueAt(form.content, path) ?? {}) as Readonly<Record<string, unknown>>);
  const amounts = parts.filter((it): it is string => typeof it === 'string' && isDecimal(it));
  return (
    <Framed path={path} label={label} look="is-wide">
      <Shown shape={{ is: 'amount' }} value={show(sum(amounts), 2)} />
    </Framed>
  );
};

/** A field of a form with its label and what is to be said of it. */
export const FormField = ({ field, path, special, under }: FormFieldProps) => {
  const form = useForm();
  const label = labelIn(form.kind, path, useLanguage());
  const { shape } = field;
  const Special = special?.[path];
  if (shape.is === 'group')
    return (
      <>
        {shape.fields.map((it) => (
          <FormField key={it.key} field={{ ...it, optional: field.optional || it.optional }} path={`${path}.${it.key}`} />
        ))}
        {TOTALLED[form.kind] === path ? <Total path={path} label={label} /> : null}
      </>
    );
  if (shape.is !== 'rows') return <Leaf field={field} path={path} />;
  return (
    <Framed path={path} label={label} look={label === under ? 'is-wide is-table is-titled' : 'is-wide is-table'}>
      {Special ? (
        <Special field={field} label={label} />
      ) : isFlat(shape.fields) && !path.includes('.') ? (
        <Grid path={path} label={label} fields={shape.fields} />
      ) : (
        <Cards field={field} path={path} label={label} />
      )}
      <div style={{ padding: '0 8px' }}>
        <Findings all={form.findings(path)} />
      </div>
    </Framed>
  );
};

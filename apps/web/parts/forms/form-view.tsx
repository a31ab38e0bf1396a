import type { ComponentType } from 'react';
import { useMemo } from 'react';
import { useLanguage } from '../../words/words.js';
import './form.css';
import { FormField } from './form-field.js';
import { useForm } from './form-context.js';
import { laidOut } from './layouts.js';
import { formOf } from './shape.js';
import type { Field } from './shape.js';

/** An editor of its own for one field of a kind, by the field's path. */
export type SpecialEditors = Readonly<Record<string, ComponentType<{ readonly field: Field; readonly label: string }>>>;

interface FormViewProps {
  readonly special?: SpecialEditors;
  /** What the form is called at its head. */
  readonly title?: string;
  /** Fields that this document does not have. */
  readonly without?: readonly string[];
}

/** A document's form as it is printed, to be filled in from top to bottom or read. */
export const FormView = ({ special, title, without = [] }: FormViewProps) => {
  const { kind } = useForm();
  const language = useLanguage();
  const sections = useMemo(() => laidOut(kind, formOf(kind)), [kind]);
  return (
    <div className="form-sheet">
      {title ? <div className="form-title">{title}</div> : null}
      {sections.map((section, index) => (
        <section key={index} className="form-section">
          {section.title ? <h3>{section.title[language]}</h3> : null}
          <div className="form-fields">
            {section.fields
              .filter(({ key }) => !without.includes(key))
              .map((field) => (
                <FormField
                  key={field.key}
                  field={field}
                  path={field.key}
                  under={section.title?.[language] ?? ''}
                  {...(special ? { special } : {})}
                />
              ))}
          </div>
        </section>
      ))}
    </div>
  );
};

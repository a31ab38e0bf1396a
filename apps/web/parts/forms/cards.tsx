import { Button } from 'antd';
import { useWords } from '../../words/words.js';
import { useForm } from './form-context.js';
import { FORM } from './form.words.js';
import { FormField } from './form-field.js';
import { asRows, withRowAfter, withoutRow } from './grid/rows.js';
import { valueAt } from './paths.js';
import type { Field } from './shape.js';

interface CardsProps {
  readonly field: Field;
  readonly path: string;
  readonly label: string;
}

/** Rows that hold tables themselves: one below the other, each with its fields. */
export const Cards = ({ field, path, label }: CardsProps) => {
  const form = useForm();
  const say = useWords(FORM);
  const rows = asRows(valueAt(form.content, path));
  const fields = field.shape.is === 'rows' ? field.shape.fields : [];
  return (
    <div role="group" aria-label={label}>
      {rows.map((_, index) => (
        <div key={index} className="form-card">
          <header>
            <span>{say('row', { number: index + 1 })}</span>
            {form.readOnly ? null : (
              <Button
                type="text"
                size="small"
                onClick={() => {
                  form.set(path, withoutRow(rows, index), '');
                }}
              >
                {say('removeRow')}
              </Button>
            )}
          </header>
          <div className="form-fields">
            {fields.map((it) => (
              <FormField key={it.key} field={it} path={`${path}.${String(index)}.${it.key}`} />
            ))}
          </div>
        </div>
      ))}
      {rows.length === 0 ? <div className="grid-tools form-hint">{say('noRows')}</div> : null}
      {form.readOnly ? null : (
        <div className="grid-tools no-print">
          <Button
            size="small"
            onClick={() => {
              form.set(path, withRowAfter(rows, rows.length - 1, {}), '');
            }}
          >
            {say('addRow')}
          </Button>
        </div>
      )}
    </div>
  );
};

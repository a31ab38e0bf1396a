import type { DocumentKind } from '#domain/stage/document-kind.js';
import type { Schemas } from '../../../api/client.js';
import { FORM } from '../../../parts/forms/form.words.js';
import { labelIn } from '../../../parts/forms/label.js';
import { formOf } from '../../../parts/forms/shape.js';
import type { Field, Shape } from '../../../parts/forms/shape.js';
import { Shown } from '../../../parts/forms/shown.js';
import { useLanguage, useWords } from '../../../words/words.js';
import { placeOf } from '../view/findings-panel.js';
import { TABS } from './tabs.words.js';

type Changes = Schemas['Difference']['changes'];

/** The shape of what stands at a path. */
const shapeAt = (fields: readonly Field[], keys: readonly string[]): Shape | null => {
  const [key, ...rest] = keys.filter((it) => !/^\d+$/.test(it));
  const field = fields.find((it) => it.key === key);
  if (!field) return null;
  if (rest.length === 0) return field.shape;
  return 'fields' in field.shape ? shapeAt(field.shape.fields, rest) : field.shape;
};

/** A value of a form in words: rows and groups as labelled lines. */
export const ValueText = ({ kind, path, value }: { readonly kind: DocumentKind; readonly path: string; readonly value: unknown }) => {
  const language = useLanguage();
  const say = useWords(TABS);
  if (value === null || value === undefined || value === '') return <span className="form-hint">{say('beforeIt')}</span>;
  const shape = shapeAt(formOf(kind), path.split('.'));
  if (Array.isArray(value) && typeof value[0] === 'object')
    return (
      <ol style={{ margin: 0, paddingInlineStart: 20 }}>
        {value.map((it, index) => (
          <li key={index}>
            <ValueText kind={kind} path={`${path}.${String(index)}`} value={it} />
          </li>
        ))}
      </ol>
    );
  if (typeof value === 'object' && !Array.isArray(value))
    return (
      <dl style={{ margin: 0 }}>
        {Object.entries(value).map(([key, it]) => (
          <div key={key} style={{ display: 'flex', gap: 6 }}>
            <dt className="form-hint">{labelIn(kind, `${path}.${key}`, language)}</dt>
            <dd style={{ margin: 0 }}>
              <ValueText kind={kind} path={`${path}.${key}`} value={it} />
            </dd>
          </div>
        ))}
      </dl>
    );
  return <Shown shape={shape ?? { is: Array.isArray(value) ? 'lines' : 'text', most: 0 }} value={value} />;
};

/** What changed, field by field, before beside after. */
export const DifferenceTable = ({ kind, changes }: { readonly kind: DocumentKind; readonly changes: Changes }) => {
  const say = useWords(TABS);
  const form = useWords(FORM);
  const language = useLanguage();
  if (changes.length === 0) return <p>{say('noDifference')}</p>;
  return (
    <div style={{ overflowX: 'auto', background: '#fff' }}>
      <table className="grid-table" aria-label={say('fieldByField')} style={{ minWidth: 600 }}>
        <thead>
          <tr>
            <th scope="col" style={{ width: '26%' }}>
              {say('field')}
            </th>
            <th scope="col" style={{ width: 64 }} />
            <th scope="col">{say('before')}</th>
            <th scope="col">{say('after')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((it) => (
            <tr key={`${it.path}/${it.was ?? ''}`}>
              <th scope="row">{language === 'zh' ? it.label : placeOf(kind, it.path, language, (number) => form('row', { number }))}</th>
              <td>{say(it.kind)}</td>
              <td>
                <ValueText kind={kind} path={it.path} value={it.before} />
              </td>
              <td className={it.kind === 'removed' ? '' : 'form-changed'}>
                <ValueText kind={kind} path={it.path} value={it.after} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

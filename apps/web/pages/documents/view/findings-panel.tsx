import { Button } from 'antd';
import { useState } from 'react';
import type { DocumentKind } from '#domain/stage/document-kind.js';
import type { Finding } from '../../../parts/forms/form-context.js';
import { Findings } from '../../../parts/forms/findings.js';
import { labelIn } from '../../../parts/forms/label.js';
import { FORM } from '../../../parts/forms/form.words.js';
import type { Language } from '../../../words/language.js';
import { useLanguage, useWords } from '../../../words/words.js';
import { DOCUMENTS } from '../documents.words.js';
import type { Found } from '../draft/use-findings.js';

/** The field itself, or the first one in it. */
const goTo = (path: string): void => {
  const all = [...document.querySelectorAll<HTMLElement>('[data-path]')];
  const place = all.find((it) => it.dataset['path'] === path) ?? all.find((it) => it.dataset['path']?.startsWith(`${path}.`));
  place?.scrollIntoView({ block: 'center' });
  place?.focus({ preventScroll: true });
};

/** Where a finding stands, in words: the list, the row, the field. */
export const placeOf = (kind: DocumentKind, path: string, language: Language, row: (number: number) => string): string => {
  if (path === '') return '';
  const keys = path.split('.');
  const parts = keys.flatMap((key, i) => {
    if (/^\d+$/.test(key)) return [row(Number(key) + 1)];
    return i === keys.length - 1 || /^\d+$/.test(keys[i + 1] ?? '') ? [labelIn(kind, keys.slice(0, i + 1).join('.'), language)] : [];
  });
  return parts.join(' ');
};

interface PanelProps {
  readonly kind: DocumentKind;
  readonly found: Found;
  /** Read by a reviewer: nothing can be corrected here, so nothing leads to a field. */
  readonly reviewing?: boolean;
}

/** How much there is to correct before submitting, and where; open on request. */
export const FindingsPanel = ({ kind, found, reviewing = false }: PanelProps) => {
  const say = useWords(DOCUMENTS);
  const form = useWords(FORM);
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const row = (number: number): string => form('row', { number });
  const { blocks, heeds } = found;
  const words = [
    ...(blocks.length > 0 ? [say(reviewing ? 'wrong' : 'toCorrect', { count: blocks.length })] : []),
    ...(heeds.length > 0 ? [say(reviewing ? 'heeds' : 'toHeed', { count: heeds.length })] : []),
  ];
  return (
    <div className="no-print" style={{ padding: '6px 10px', background: '#fff', border: '1px solid #dfe3e8', borderRadius: 4 }}>
      <div style={{ display: 'flex', gap: 8, alignItems: 'center', flexWrap: 'wrap' }}>
        <span role="status">
          {words.length === 0 ? `✓ ${say(reviewing ? 'clean' : 'nothingFound')}` : words.join(language === 'zh' ? '；' : '; ')}
        </span>
        {words.length === 0 ? null : (
          <Button
            type="link"
            size="small"
            aria-expanded={isOpen}
            onClick={() => {
              setOpen(!isOpen);
            }}
          >
            {say(isOpen ? 'hideFindings' : 'showFindings')}
          </Button>
        )}
      </div>
      {isOpen ? (
        <ul className="form-findings">
          {found.all.map((it: Finding, index) => (
            <li key={index} style={{ display: 'flex', gap: 8, alignItems: 'baseline' }}>
              <span style={{ flex: 1 }}>
                <Findings all={[it]} label={(path) => placeOf(kind, path, language, row)} />
              </span>
              {it.path === '' || reviewing ? null : (
                <Button
                  type="link"
                  size="small"
                  aria-label={`${say('goThere')} ${placeOf(kind, it.path, language, row)}`}
                  onClick={() => {
                    goTo(it.path);
                  }}
                >
                  {say('goThere')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
};

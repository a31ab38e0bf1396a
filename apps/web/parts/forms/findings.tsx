import { useLanguage, useWords } from '../../words/words.js';
import type { Finding } from './form-context.js';
import { FORM } from './form.words.js';

const SIGNS = { block: '✕', warn: '△', note: '○' } as const;

/** What was found, each with its weight in words, the text that it is about, and what it rests on. */
export const Findings = ({
  all,
  id,
  label,
}: {
  readonly all: readonly Finding[];
  readonly id?: string;
  readonly label?: (path: string) => string;
}) => {
  const say = useWords(FORM);
  const language = useLanguage();
  if (all.length === 0) return null;
  return (
    <ul className="form-findings" {...(id ? { id } : {})}>
      {all.map((it, index) => (
        <li key={index} className={`finding-${it.severity}`}>
          <span aria-hidden="true">{SIGNS[it.severity]} </span>
          {say(it.severity)}
          {language === 'zh' ? '：' : ': '}
          {label ? `${label(it.path)} ` : ''}
          {it[language]}
          {it.quote ? <span className="form-hint"> {say('quote', { quote: it.quote })}</span> : null}
          {it.source ? <span className="form-hint"> {say('source', { source: it.source })}</span> : null}
        </li>
      ))}
    </ul>
  );
};

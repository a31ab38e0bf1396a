import { Link } from 'react-router';
import type { Origin } from '#domain/explanation/explained.js';
import { InstantText } from '../day.js';
import { useWords } from '../../words/words.js';
import { EXPLANATION } from './explanation.words.js';

const DOCUMENT = /^document\/([0-9a-f-]{36})/;

/** `number`: which of several places it is. */
const Place = ({ at, number }: { readonly at: string; readonly number: string }) => {
  const say = useWords(EXPLANATION);
  const document = DOCUMENT.exec(at)?.[1];
  if (document !== undefined)
    return (
      <Link to={`/documents/${document}`}>
        {say('document')}
        {number}
      </Link>
    );
  if (at.startsWith('project/')) return <span>{say('project')}</span>;
  return at.startsWith('execution/') ? <Link to="/stages/monitoring/import">{say('fed')}</Link> : <span>{at}</span>;
};

/** Where a figure comes from: its form, who reported it, when. */
export const OriginText = ({ origin }: { readonly origin: Origin | null }) => {
  const say = useWords(EXPLANATION);
  if (!origin || Object.keys(origin).length === 0) return <span>{say('noOrigin')}</span>;
  const { document, by, at } = origin;
  return (
    <span style={{ display: 'inline-flex', gap: 8, flexWrap: 'wrap' }}>
      {document?.split(' · ').map((it, index, all) => (
        <Place key={it} at={it} number={all.length > 1 ? ` ${String(index + 1)}` : ''} />
      ))}
      {by === undefined ? null : <span>{by}</span>}
      {at === undefined ? null : at.length > 10 ? <InstantText at={at} /> : <span className="numbers">{at}</span>}
    </span>
  );
};

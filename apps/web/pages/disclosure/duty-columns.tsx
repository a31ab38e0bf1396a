import { Link } from 'react-router';
import type { Schemas } from '../../api/client.js';
import { dayOfInstant } from '../../app/year/year.js';
import { DayText } from '../../parts/day.js';
import { ToneTag } from '../../parts/states/state-tag.js';
import type { Tone } from '../../parts/states/states.js';
import type { Column } from '../../parts/table/column.js';
import { COMMON } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import { DISCLOSURE } from './disclosure.words.js';

type Duty = Schemas['DisclosureDuty'];
type DutyState = 'published' | 'publishedLate' | 'missing' | 'overdue';

const TONES: Readonly<Record<DutyState, { tone: Tone; sign: string }>> = {
  published: { tone: 'done', sign: '✓' },
  publishedLate: { tone: 'warn', sign: '✓' },
  missing: { tone: 'quiet', sign: '○' },
  overdue: { tone: 'overdue', sign: '!' },
};

const stateOf = ({ publishedAt, late, dueOn }: Duty, today: string): DutyState => {
  if (publishedAt !== null) return late ? 'publishedLate' : 'published';
  return dueOn < today ? 'overdue' : 'missing';
};

/** What is owed, by when, and what became of it. */
export const useDutyColumns = (today: string): readonly Column<Duty>[] => {
  const say = useWords(DISCLOSURE);
  const common = useWords(COMMON);
  return [
    {
      key: 'unit',
      title: common('unit'),
      width: 260,
      fixed: true,
      text: ({ unitName }) => unitName,
      show: ({ document, unitName }) => <Link to={`/documents/${document}`}>{unitName}</Link>,
    },
    { key: 'duty', title: say('duty'), width: 160, text: ({ label }) => label },
    { key: 'what', title: say('what'), width: 220, text: ({ what }) => what.map((it) => say(it)).join('、') },
    { key: 'due', title: common('due'), width: 160, text: ({ dueOn }) => dueOn, show: ({ dueOn }) => <DayText day={dueOn} /> },
    {
      key: 'state',
      title: say('state'),
      width: 120,
      text: (it) => say(stateOf(it, today)),
      show: (it) => <ToneTag {...TONES[stateOf(it, today)]}>{say(stateOf(it, today))}</ToneTag>,
    },
    {
      key: 'publishedOn',
      title: say('publishedOn'),
      width: 170,
      text: ({ publishedAt }) => (publishedAt ? dayOfInstant(publishedAt) : ''),
      show: ({ publishedAt, publication }) =>
        publishedAt && publication ? (
          <Link to={`/public/publications/${publication}`}>
            <DayText day={dayOfInstant(publishedAt)} />
          </Link>
        ) : (
          '—'
        ),
    },
    { key: 'version', title: say('version'), width: 70, align: 'right', text: ({ version }) => (version === null ? '' : String(version)) },
    { key: 'department', title: common('department'), width: 220, text: ({ departmentName }) => departmentName },
    { key: 'hash', title: say('hash'), width: 240, text: ({ hash }) => hash ?? '', hidden: true },
  ];
};

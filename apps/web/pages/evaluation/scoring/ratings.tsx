import type { Schemas } from '../../../api/client.js';
import { InstantText } from '../../../parts/day.js';
import { PlainTable } from '../../../parts/table/plain-table.js';
import { useWords } from '../../../words/words.js';
import { SCORING } from './scoring.words.js';

type SheetLine = Schemas['ScoringSheet']['indicators'][number];

/** What each rater gave, and the lead's decision where they were too far apart; briefly where one is about to decide. */
export const Ratings = ({ line, brief = false }: { readonly line: SheetLine; readonly brief?: boolean }) => {
  const say = useWords(SCORING);
  if (line.ratings.length === 0) return <p>{say('notYet')}</p>;
  return (
    <>
      <PlainTable
        name={say('ratings')}
        rows={line.ratings}
        rowKey={({ rater }) => rater}
        columns={[
          { key: 'rater', title: say('rater'), cell: ({ rater }) => rater },
          { key: 'points', title: say('points'), align: 'right', cell: (it) => it.points },
          { key: 'reason', title: say('reason'), cell: (it) => it.reason },
          { key: 'evidence', title: say('evidence'), cell: (it) => it.evidence },
          ...(brief ? [] : [{ key: 'at', title: say('at'), cell: ({ at }: SheetLine['ratings'][number]) => <InstantText at={at} /> }]),
        ]}
      />
      {line.arbitration ? (
        <p>{say('arbitrated', { by: line.arbitration.by, points: line.arbitration.points, reason: line.arbitration.reason })}</p>
      ) : null}
      {line.arbitrate && !line.arbitration && !brief ? <p role="alert">{say('needsArbitration', { gap: line.gap ?? '' })}</p> : null}
    </>
  );
};

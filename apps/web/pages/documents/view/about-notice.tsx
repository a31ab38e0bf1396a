import { Link } from 'react-router';
import { DayText } from '../../../parts/day.js';
import { useWords } from '../../../words/words.js';
import { useNotices } from '../../feedback/notices.js';
import type { WholeDocument } from '../use-document.js';
import { Box } from './about-box.js';
import { ABOUT } from './about.words.js';

/** The notice whose receipt is acknowledged: result, what is to be corrected, and the way to its text. */
export const ReceivedNotice = ({ document }: { readonly document: WholeDocument }) => {
  const say = useWords(ABOUT);
  const { campaign, subject } = document;
  const notice = useNotices(campaign).rows.find(({ id }) => id === subject);
  if (!notice) return null;
  const { id, number, score, grade, problems, rectifyBy } = notice;
  return (
    <Box title={say('notice')}>
      <div style={{ display: 'flex', gap: 16, flexWrap: 'wrap' }}>
        <Link to={`/feedback/${id}`}>{number}</Link>
        {score === null ? null : <span>{[say('points', { score }), grade].filter((it) => it !== null).join(' · ')}</span>}
        <span>{say('problems', { count: problems })}</span>
        {rectifyBy === null ? null : (
          <span>
            {say('rectifyBy')} <DayText day={rectifyBy} />
          </span>
        )}
      </div>
    </Box>
  );
};

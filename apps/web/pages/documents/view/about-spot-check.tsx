import { Link } from 'react-router';
import { api } from '../../../api/client.js';
import { useWords } from '../../../words/words.js';
import type { WholeDocument } from '../use-document.js';
import { Box } from './about-box.js';
import { ABOUT } from './about.words.js';

/** 抽查复核: the self-score that is checked, with its reckoning and the form that it stands in. */
export const CheckedScore = ({ document }: { readonly document: WholeDocument }) => {
  const say = useWords(ABOUT);
  const { campaign, project } = document;
  const query = { campaign, kind: 'self-evaluation' as const, limit: 1, ...(project ? { project } : {}) };
  const { data } = api.useQuery('get', '/api/v1/results', { params: { query } }, { enabled: project !== null });
  const [checked] = data?.items ?? [];
  if (!checked) return null;
  const { document: form, score, grade, explanation } = checked;
  return (
    <Box title={say('checked')} explanation={explanation}>
      <div>
        {[say('points', { score }), grade].filter((it) => it !== null).join(' · ')} ·{' '}
        <Link to={`/documents/${form}`} style={{ textDecoration: 'underline' }}>
          {say('selfForm')}
        </Link>
      </div>
      <div className="form-hint">{say('checkedText')}</div>
    </Box>
  );
};

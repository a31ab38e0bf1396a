import { Link } from 'react-router';
import { api } from '../../../api/client.js';
import { useWords } from '../../../words/words.js';
import { DISCLOSURE } from '../../disclosure/disclosure.words.js';
import type { WholeDocument } from '../use-document.js';
import { Box } from './about-box.js';
import { ABOUT } from './about.words.js';

/** What of the unit becomes public by this document, and where it is seen then. */
export const ToBePublished = ({ document }: { readonly document: WholeDocument }) => {
  const say = useWords(ABOUT);
  const named = useWords(DISCLOSURE);
  const { campaign, department } = document;
  const query = { campaign, limit: 200, ...(department ? { department } : {}) };
  const { data } = api.useQuery('get', '/api/v1/disclosure-duties', { params: { query } });
  const duty = data?.items.find((it) => it.document === document.id);
  if (!duty) return null;
  return (
    <Box title={say('publication')}>
      <div>{say('published', { unit: duty.unitName, what: duty.what.map((it) => named(it)).join('、') })}</div>
      {duty.publication === null ? (
        <Link to="/public">{say('portal')}</Link>
      ) : (
        <Link to={`/public/publications/${duty.publication}`}>{say('seePublished')}</Link>
      )}
    </Box>
  );
};

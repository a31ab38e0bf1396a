import { Alert } from 'antd';
import { Link } from 'react-router';
import { api } from '../../../api/client.js';
import { InstantText } from '../../../parts/day.js';
import { StateTag } from '../../../parts/states/state-tag.js';
import { KIND_WORDS } from '../../../words/terms.js';
import { useWords } from '../../../words/words.js';
import { useDataRequest } from '../special/asked-data.js';
import { useMyTask } from '../use-document.js';
import type { WholeDocument } from '../use-document.js';
import { Box } from './about-box.js';
import { ABOUT } from './about.words.js';

interface AboutProps {
  readonly document: WholeDocument;
}

const PARTS: readonly string[] = ['evaluation-plan', 'evaluation-draft', 'evaluation-comment', 'evaluation-final'];

/** Where the evaluation stands that a document belongs to, with its other parts as far as one sees them. */
export const OfEvaluation = ({ document, evaluation }: AboutProps & { readonly evaluation: string | null }) => {
  const say = useWords(ABOUT);
  const kind = useWords(KIND_WORDS);
  const { data } = api.useQuery(
    'get',
    '/api/v1/documents',
    { params: { query: { subject: evaluation ?? '', limit: 200 } } },
    { enabled: evaluation !== null },
  );
  if (evaluation === null) return null;
  const parts = (data?.items ?? []).filter((it) => it.id !== document.id && PARTS.includes(it.kind));
  return (
    <Box title={say('evaluation')}>
      <div style={{ display: 'flex', gap: 16, flexWrap: 'wrap' }}>
        <Link to={`/evaluations/${evaluation}`}>{say('openEvaluation')}</Link>
        {parts.map((it) => (
          <span key={it.id}>
            <Link to={`/documents/${it.id}`}>{kind(it.kind)}</Link> <StateTag state={it.status} />
          </span>
        ))}
      </div>
    </Box>
  );
};

export const DataReply = ({ document }: AboutProps) => (
  <OfEvaluation document={document} evaluation={useDataRequest(document)?.evaluation ?? null} />
);

const Expected = ({ document }: AboutProps) => {
  const say = useWords(ABOUT);
  const { data } = api.useQuery('get', '/api/v1/obligations/{obligation}/outlook', {
    params: { path: { obligation: document.obligation } },
  });
  const silence = data?.next.find(({ what, moves }) => what === 'silence' && moves.some(({ to }) => to === 'consented'));
  if (!silence) return null;
  return (
    <Alert
      type="info"
      showIcon
      title={
        <>
          <InstantText at={silence.at} /> {say('silence')}
        </>
      }
    />
  );
};

/** Whoever is asked for a comment is told what it means to give none. */
export const Silence = ({ document }: AboutProps) => (useMyTask(document.id)?.doing === 'file' ? <Expected document={document} /> : null);

import { api } from '../../../api/client.js';
import { isProblem } from '../../../api/problem.js';
import { ProblemAlert } from '../../../parts/problem.js';
import type { WholeDocument } from '../use-document.js';
import { FindingsPanel } from './findings-panel.js';
import { ScoreLine } from './score-line.js';

/** The checks of a document as it stands. */
export const useStoredFindings = (document: string) =>
  api.useQuery('get', '/api/v1/documents/{document}/findings', { params: { path: { document } } });

/** What the automatic checks say to the reviewer of what was filed, with the computed score. */
export const ReviewFindings = ({ document }: { readonly document: WholeDocument }) => {
  const { data, error, refetch } = useStoredFindings(document.id);
  if (error && !isProblem(error)) return <ProblemAlert error={error} retry={refetch} />;
  if (!data) return null;
  const { findings: all, score } = data;
  const blocks = all.filter(({ severity }) => severity === 'block');
  return (
    <>
      <FindingsPanel
        kind={document.kind}
        found={{ all, blocks, heeds: all.filter(({ severity }) => severity !== 'block'), score }}
        reviewing
      />
      {score ? <ScoreLine score={score} /> : null}
    </>
  );
};

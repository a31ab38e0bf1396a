import { Button } from 'antd';
import type { Outcome } from '#domain/selection/select.js';
import { showPercent } from '#domain/score/exact.js';
import { api } from '../../api/client.js';
import { hasCode } from '../../api/problem.js';
import { Panel, Read } from '../../parts/page.js';
import { PlainTable } from '../../parts/table/plain-table.js';
import { useLanguage, useWords } from '../../words/words.js';
import { AGENCIES } from './agencies.words.js';

const isOutcome = (it: unknown): it is Outcome => typeof it === 'object' && it !== null && 'sentence' in it && 'name' in it;
const field = (of: unknown, key: string): unknown => (typeof of === 'object' && of !== null ? Reflect.get(of, key) : undefined);
const textOf = (it: unknown): string => (typeof it === 'string' || typeof it === 'number' ? String(it) : '');

interface ProposalsProps {
  readonly campaign: string;
  /** Takes a proposed project (by its code) over into the form. */
  readonly onTake?: (code: string) => void;
}

const Outcomes = ({ of, onTake }: { readonly of: readonly unknown[]; readonly onTake?: ProposalsProps['onTake'] }) => {
  const say = useWords(AGENCIES);
  const language = useLanguage();
  return (
    <PlainTable
      name={say('proposals')}
      rows={of.filter(isOutcome)}
      rowKey={({ id }) => id}
      columns={[
        { key: 'rank', title: say('rank'), align: 'right', cell: ({ rank }) => (rank === null ? '—' : String(rank)) },
        { key: 'project', title: say('project'), cell: ({ id, name }) => `${id} ${name}` },
        { key: 'why', title: say('why'), cell: ({ sentence }) => sentence[language] },
        {
          key: 'take',
          title: say('take'),
          cell: ({ id }) =>
            onTake ? (
              <Button
                size="small"
                onClick={() => {
                  onTake(id);
                }}
              >
                {say('take')}
              </Button>
            ) : (
              '—'
            ),
        },
      ]}
    />
  );
};

/** Which projects the policy's rule would select, and why; the bureau decides. */
export const Proposals = ({ campaign, onTake }: ProposalsProps) => {
  const say = useWords(AGENCIES);
  const query = api.useQuery(
    'get',
    '/api/v1/campaigns/{campaign}/evaluation-proposals',
    { params: { path: { campaign } } },
    { retry: false },
  );
  if (hasCode(query.error, 'SELECTION_NOT_PLANNED')) return <Panel title={say('proposals')}>{say('noRule')}</Panel>;
  return (
    <Panel title={say('proposals')}>
      <Read query={query}>
        {({ chosen, leftOut, totals, coverage }) => {
          const share = field(totals, 'share');
          const shown = typeof share === 'string' ? showPercent(share) : say('unknownShare');
          return (
            <div className="evaluation-stack">
              <p>
                {say('chosenOf', {
                  chosen: textOf(field(totals, 'chosen')),
                  candidates: textOf(field(totals, 'candidates')),
                  share: shown,
                })}
                {' · '}
                {say('coverage', {
                  years: textOf(field(coverage, 'years')),
                  covered: textOf(field(coverage, 'covered')),
                  of: textOf(field(coverage, 'of')),
                })}
              </p>
              <Outcomes of={chosen} onTake={onTake} />
              <details>
                <summary>{say('leftOut', { count: leftOut.length })}</summary>
                <Outcomes of={leftOut} onTake={onTake} />
              </details>
            </div>
          );
        }}
      </Read>
    </Panel>
  );
};

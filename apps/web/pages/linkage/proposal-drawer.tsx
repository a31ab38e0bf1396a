import { Drawer } from 'antd';
import { Link } from 'react-router';
import type { Standing } from '#domain/budget-linkage/judge.js';
import type { Sentence } from '#domain/explanation/explained.js';
import { InstantText } from '../../parts/day.js';
import { Explanations } from '../../parts/explanation/explanation.js';
import { inSigns } from '../../parts/explanation/readable.js';
import { Money } from '../../parts/money.js';
import { Panel } from '../../parts/page.js';
import { useLanguage, useWords } from '../../words/words.js';
import { CommentTag, DecisionTag, useSeesComments, useTreatmentName } from './columns.js';
import type { BulkAnswer } from './decide.js';
import { DecideButtons } from './decide-buttons.js';
import { LINKAGE } from './linkage.words.js';
import './linkage.css';
import type { Proposal } from './proposals.js';

interface Judged {
  readonly id: string;
  readonly standing: Standing;
  readonly step: Sentence;
}

const isJudged = (it: unknown): it is Judged => typeof it === 'object' && it !== null && 'standing' in it && 'step' in it && 'id' in it;

const rulesIn = (explanation: unknown): readonly Judged[] => {
  if (typeof explanation !== 'object' || explanation === null || !('rules' in explanation)) return [];
  return Array.isArray(explanation.rules) ? explanation.rules.filter(isJudged) : [];
};

const Rules = ({ explanation }: { readonly explanation: unknown }) => {
  const say = useWords(LINKAGE);
  const language = useLanguage();
  const rules = rulesIn(explanation);
  if (rules.length === 0) return null;
  return (
    <table className="linkage-table" aria-label={say('ruleTable')}>
      <thead>
        <tr>
          <th scope="col">{say('rule')}</th>
          <th scope="col">{say('condition')}</th>
          <th scope="col">{say('standing')}</th>
        </tr>
      </thead>
      <tbody>
        {rules.map(({ id, standing, step }) => (
          <tr key={id}>
            <td>{id}</td>
            <td>{inSigns(step[language])}</td>
            <td>{say(standing === 'undecided' ? 'undecidedRule' : standing)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Facts = ({ proposal }: { readonly proposal: Proposal }) => {
  const say = useWords(LINKAGE);
  const treatment = useTreatmentName();
  const sees = useSeesComments();
  const { baseAmount, proposedTreatment, proposedAmount, decidedAmount, reason, decidedByName, approvedByName, decidedAt, comment } =
    proposal;
  return (
    <dl className="linkage-facts">
      <dt>{`${say('base')}${say('tenThousand')}`}</dt>
      <dd>
        <Money yuan={baseAmount} />
      </dd>
      <dt>{say('proposed')}</dt>
      <dd>
        {treatment(proposedTreatment)} <Money yuan={proposedAmount} />
      </dd>
      {sees ? (
        <>
          <dt>{say('comment')}</dt>
          <dd>
            <CommentTag proposal={proposal} /> {comment?.text}
          </dd>
        </>
      ) : null}
      <dt>{say('decision')}</dt>
      <dd>
        <DecisionTag proposal={proposal} /> <Money yuan={decidedAmount} />
      </dd>
      {reason === null ? null : (
        <>
          <dt>{say('reason')}</dt>
          <dd>
            {reason}（{[decidedByName, approvedByName].filter(Boolean).join('、')} <InstantText at={decidedAt} />）
          </dd>
        </>
      )}
    </dl>
  );
};

interface DrawerProps {
  readonly proposal: Proposal | undefined;
  readonly onClose: () => void;
  readonly onDone: (answer: BulkAnswer) => void;
}

/** One proposal beside the list: why, what the department says, what was decided. */
export const ProposalDrawer = ({ proposal, onClose, onDone }: DrawerProps) => {
  const say = useWords(LINKAGE);
  return (
    <Drawer
      open={proposal !== undefined}
      mask={false}
      size={600}
      onClose={onClose}
      title={proposal ? `${proposal.projectCode} ${proposal.projectName}` : ''}
      styles={{ body: { background: '#f4f6f8' } }}
    >
      {proposal ? (
        <div key={proposal.id} style={{ display: 'grid', gap: 12 }}>
          <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap', alignItems: 'center' }}>
            <DecideButtons proposals={[proposal]} onDone={onDone} />
            {proposal.decision ? <Link to={`/documents/${proposal.decision.id}`}>{say('openDecision')}</Link> : null}
          </div>
          <Panel title={say('facts')}>
            <Facts proposal={proposal} />
          </Panel>
          <Panel title={say('explanation')}>
            <Explanations of={proposal.explanation} />
          </Panel>
          <Panel title={say('ruleTable')}>
            <Rules explanation={proposal.explanation} />
          </Panel>
        </div>
      ) : null}
    </Drawer>
  );
};

import { hasRole, useMe } from '../../app/session/session.js';
import { sentenceIn } from '../../parts/explanation/explanation.js';
import { Money } from '../../parts/money.js';
import { ToneTag } from '../../parts/states/state-tag.js';
import type { Tone } from '../../parts/states/states.js';
import type { Column } from '../../parts/table/column.js';
import { COMMON } from '../../words/terms.js';
import { useLanguage, useWords } from '../../words/words.js';
import { LINKAGE } from './linkage.words.js';
import { changeOf, commentOf, isTreatment } from './proposals.js';
import type { CommentKind, Proposal } from './proposals.js';

const COMMENT_TONES: Readonly<Record<CommentKind, { tone: Tone; sign: string }>> = {
  agree: { tone: 'done', sign: '✓' },
  object: { tone: 'overdue', sign: '✕' },
  silence: { tone: 'quiet', sign: '—' },
  waiting: { tone: 'act', sign: '◔' },
  notAsked: { tone: 'quiet', sign: '○' },
};

export const CommentTag = ({ proposal }: { readonly proposal: Proposal }) => {
  const say = useWords(LINKAGE);
  const kind = commentOf(proposal);
  return <ToneTag {...COMMENT_TONES[kind]}>{say(kind)}</ToneTag>;
};

/** A treatment's name; what no rule decides says so. */
export const useTreatmentName = (): ((it: string | null) => string) => {
  const say = useWords(LINKAGE);
  return (it) => (it === null ? '' : isTreatment(it) ? say(it) : it);
};

export const DecisionTag = ({ proposal: { decidedTreatment, overridden, decision } }: { readonly proposal: Proposal }) => {
  const say = useWords(LINKAGE);
  const treatment = useTreatmentName();
  if (decidedTreatment !== null)
    return (
      <ToneTag tone={overridden ? 'warn' : 'done'} sign={overridden ? '≠' : '✓'}>
        {treatment(decidedTreatment)}
      </ToneTag>
    );
  if (decision?.status === 'in-review')
    return (
      <ToneTag tone="act" sign="◔">
        {say('inApproval')}
      </ToneTag>
    );
  return (
    <ToneTag tone="quiet" sign="○">
      {say('toDecide')}
    </ToneTag>
  );
};

/** A comment is the department's and the bureau's: units see what was decided, not what was said. */
export const useSeesComments = (): boolean => hasRole(useMe(), 'bureau', 'observer', 'sector-office', 'department');

/** The table of proposals: what the rules propose and why, what the department says, what was decided. */
export const useProposalColumns = (): readonly Column<Proposal>[] => {
  const say = useWords(LINKAGE);
  const common = useWords(COMMON);
  const language = useLanguage();
  const treatment = useTreatmentName();
  const money = (key: string, title: string, of: (it: Proposal) => string | null, hidden = false): Column<Proposal> => ({
    key,
    title: `${title}${say('tenThousand')}`,
    width: 175,
    align: 'right',
    text: (it) => of(it) ?? '',
    show: (it) => <Money yuan={of(it)} />,
    hidden,
  });
  const sees = useSeesComments();
  const outcome = (it: Proposal): string => it.decidedAmount ?? it.proposedAmount;
  const comment: Column<Proposal> = {
    key: 'comment',
    title: say('comment'),
    width: 175,
    text: (it) => [say(commentOf(it)), it.comment?.text ?? ''].filter(Boolean).join('：'),
    show: (it) => <CommentTag proposal={it} />,
  };
  return [
    {
      key: 'project',
      title: common('project'),
      width: 250,
      fixed: true,
      text: ({ projectCode, projectName }) => `${projectCode} ${projectName}`,
    },
    money('base', say('base'), ({ baseAmount }) => baseAmount),
    { key: 'proposed', title: say('proposed'), width: 90, text: ({ proposedTreatment }) => treatment(proposedTreatment) },
    money('proposedAmount', say('proposedAmount'), ({ proposedAmount }) => proposedAmount),
    money('change', say('change'), (it) => changeOf(it.baseAmount, outcome(it))),
    ...(sees ? [comment] : []),
    {
      key: 'decided',
      title: say('decided'),
      width: 130,
      text: (it) => treatment(it.decidedTreatment),
      show: (it) => <DecisionTag proposal={it} />,
    },
    money('decidedAmount', say('decidedAmount'), ({ decidedAmount }) => decidedAmount),
    { key: 'why', title: say('why'), width: 420, text: ({ explanation }) => sentenceIn(explanation, language) },
    { key: 'department', title: common('department'), width: 180, text: ({ departmentName }) => departmentName },
    { key: 'reason', title: say('reason'), width: 200, text: ({ reason }) => reason ?? '' },
    { key: 'decidedBy', title: say('decidedBy'), width: 110, text: ({ decidedByName }) => decidedByName ?? '', hidden: true },
    { key: 'approvedBy', title: say('approvedBy'), width: 110, text: ({ approvedByName }) => approvedByName ?? '', hidden: true },
  ];
};

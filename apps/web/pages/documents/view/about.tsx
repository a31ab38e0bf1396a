import { api } from '../../../api/client.js';
import { sentenceIn } from '../../../parts/explanation/explanation.js';
import { CHOICES, isChoiceWord } from '../../../parts/forms/choices.js';
import { Money } from '../../../parts/money.js';
import { StateTag } from '../../../parts/states/state-tag.js';
import { useLanguage, useWords } from '../../../words/words.js';
import type { WholeDocument } from '../use-document.js';
import { Box } from './about-box.js';
import { DataReply, OfEvaluation, Silence } from './about-evaluation.js';
import { CheckedScore } from './about-spot-check.js';
import { ReceivedNotice } from './about-notice.js';
import { ToBePublished } from './about-publication.js';
import { ABOUT } from './about.words.js';

interface AboutProps {
  readonly document: WholeDocument;
}

const useQueryOf = ({ campaign, project }: WholeDocument) => ({ campaign, limit: 200, ...(project ? { project } : {}) });

const Proposal = ({ document }: AboutProps) => {
  const say = useWords(ABOUT);
  const word = useWords(CHOICES);
  const { data } = api.useQuery('get', '/api/v1/linkage-proposals', { params: { query: useQueryOf(document) } });
  const [proposal] = data?.items ?? [];
  if (!proposal || !document.project) return null;
  const named = (it: string): string => (isChoiceWord(it) ? word(it) : it);
  return (
    <Box title={say('proposal')} explanation={proposal.explanation}>
      <div>
        {say('base')} <Money yuan={proposal.baseAmount} /> · {named(proposal.proposedTreatment)} <Money yuan={proposal.proposedAmount} />
        {proposal.decidedTreatment ? (
          <>
            {' '}
            · {say('decided')} {named(proposal.decidedTreatment)} <Money yuan={proposal.decidedAmount} />
          </>
        ) : null}
      </div>
    </Box>
  );
};

const Warning = ({ document }: AboutProps) => {
  const say = useWords(ABOUT);
  const language = useLanguage();
  const { data } = api.useQuery('get', '/api/v1/warnings', { params: { query: useQueryOf(document) } });
  const warning = data?.items.find(({ answer }) => answer === document.id);
  if (!warning) return null;
  return (
    <Box title={say('warning')} explanation={warning.explanation}>
      <StateTag state={warning.colour} /> {sentenceIn(warning.explanation, language)}
    </Box>
  );
};

const Problem = ({ document }: AboutProps) => {
  const say = useWords(ABOUT);
  const { data } = api.useQuery('get', '/api/v1/findings', { params: { query: useQueryOf(document) } });
  const finding = data?.items.find(({ item }) => item === document.id);
  if (!finding) return null;
  return (
    <Box title={say('problem', { number: finding.number })}>
      <div>{finding.problem}</div>
      {finding.recommendation ? (
        <div className="form-hint">
          {say('recommendation')} {finding.recommendation}
        </div>
      ) : null}
    </Box>
  );
};

/** What was found of the unit, numbered as a decision corrects it, and what the unit says to it. */
const Objected = ({ document }: AboutProps) => {
  const say = useWords(ABOUT);
  const { data } = api.useQuery('get', '/api/v1/documents/{document}/objected-to', { params: { path: { document: document.id } } });
  if (!data) return null;
  const { title, score, grade, conclusion, reason, problems, objection } = data;
  const scored = [score === null ? null : say('points', { score }), grade].filter((it) => it !== null);
  return (
    <>
      <Box title={say('found')}>
        <div>
          {[title, ...scored].join(' · ')} {conclusion === 'untrue' ? <StateTag state="untrue" /> : null}
        </div>
        {reason === null ? null : <div>{reason}</div>}
        {problems.map(({ number, problem, recommendation }) => (
          <div key={number}>
            {say('numbered', { number })} {problem}
            {recommendation === null ? null : (
              <span className="form-hint">
                {' '}
                {say('recommendation')} {recommendation}
              </span>
            )}
          </div>
        ))}
      </Box>
      {objection === null ? null : (
        <Box title={say('objection')}>
          <div>{objection.text}</div>
          {objection.items.map(({ about, text }, i) => (
            <div key={i}>
              {about} {text}
            </div>
          ))}
        </Box>
      )}
    </>
  );
};

/** What somebody else said or computed that this document answers. */
export const About = ({ document }: AboutProps) => {
  switch (document.kind) {
    case 'linkage-comment':
      return (
        <>
          <Silence document={document} />
          <Proposal document={document} />
        </>
      );
    case 'linkage-decision':
      return <Proposal document={document} />;
    case 'warning-answer':
      return <Warning document={document} />;
    case 'spot-check':
      return <CheckedScore document={document} />;
    case 'rectification-item':
      return <Problem document={document} />;
    case 'objection':
    case 'objection-ruling':
      return <Objected document={document} />;
    case 'evaluation-comment':
      return (
        <>
          <Silence document={document} />
          <OfEvaluation document={document} evaluation={document.subject} />
        </>
      );
    case 'evaluation-plan':
    case 'evaluation-draft':
    case 'evaluation-final':
      return <OfEvaluation document={document} evaluation={document.subject} />;
    case 'publication':
      return <ToBePublished document={document} />;
    case 'feedback-receipt':
      return <ReceivedNotice document={document} />;
    case 'data-reply':
      return <DataReply document={document} />;
    default:
      return null;
  }
};

import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api } from '../../../api/client.js';
import { Explanations, sentenceIn } from '../../../parts/explanation/explanation.js';
import { CHOICES, isChoiceWord } from '../../../parts/forms/choices.js';
import { Money } from '../../../parts/money.js';
import { StateTag } from '../../../parts/states/state-tag.js';
import { COMMON } from '../../../words/terms.js';
import { useLanguage, useWords } from '../../../words/words.js';
import type { WholeDocument } from '../use-document.js';
import { ABOUT } from './about.words.js';

interface AboutProps {
  readonly document: WholeDocument;
}

const Box = ({
  title,
  explanation,
  children,
}: {
  readonly title: string;
  readonly explanation?: unknown;
  readonly children: ReactNode;
}) => {
  const common = useWords(COMMON);
  const [isOpen, setOpen] = useState(false);
  return (
    <section aria-label={title} style={{ background: '#fff', border: '1px solid #dfe3e8', borderRadius: 4, padding: '8px 12px' }}>
      <div style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
        <strong>{title}</strong>
        {explanation === undefined ? null : (
          <Button
            type="link"
            size="small"
            onClick={() => {
              setOpen(true);
            }}
          >
            {common('why')}
          </Button>
        )}
      </div>
      {children}
      <Modal
        open={isOpen}
        width={900}
        title={title}
        footer={null}
        destroyOnHidden
        onCancel={() => {
          setOpen(false);
        }}
      >
        <Explanations of={explanation} />
      </Modal>
    </section>
  );
};

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

/** What somebody else said or computed that this document answers. */
export const About = ({ document }: AboutProps) => {
  switch (document.kind) {
    case 'linkage-comment':
    case 'linkage-decision':
      return <Proposal document={document} />;
    case 'warning-answer':
      return <Warning document={document} />;
    case 'rectification-item':
      return <Problem document={document} />;
    default:
      return null;
  }
};

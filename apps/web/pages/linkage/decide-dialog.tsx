import { Alert, Input, Modal, Progress, Select } from 'antd';
import { useId, useState } from 'react';
import { isDecimal } from '#domain/score/exact.js';
import { sumYuan } from '#domain/score/money.js';
import { inTenThousands } from '../../parts/money.js';
import { ProblemAlert } from '../../parts/problem.js';
import { useWords } from '../../words/words.js';
import { isContradictory, outcomeOf, useDecide } from './decide.js';
import type { BulkAnswer, Otherwise } from './decide.js';
import { LINKAGE } from './linkage.words.js';
import { TREATMENTS } from './proposals.js';
import type { Proposal } from './proposals.js';

const AMOUNT = /^\d{1,15}(\.\d{1,2})?$/;

interface OtherwiseProps {
  readonly value: Otherwise;
  readonly single: boolean;
  readonly onChange: (it: Otherwise) => void;
}

const OtherwiseFields = ({ value, single, onChange }: OtherwiseProps) => {
  const say = useWords(LINKAGE);
  const id = useId();
  const hasShare = value.treatment === 'compress' || value.treatment === 'prioritise';
  return (
    <div style={{ display: 'flex', gap: 12, flexWrap: 'wrap' }}>
      <div style={{ flex: '1 1 140px' }}>
        <label htmlFor={`${id}t`}>{say('treatment')}</label>
        <Select
          id={`${id}t`}
          value={value.treatment}
          style={{ width: '100%' }}
          options={TREATMENTS.map((it) => ({ value: it, label: say(it) }))}
          onChange={(treatment) => {
            onChange({ ...value, treatment });
          }}
        />
      </div>
      {hasShare ? (
        <div style={{ flex: '1 1 100px' }}>
          <label htmlFor={`${id}p`}>{say('percent')}</label>
          <Input
            id={`${id}p`}
            value={value.percent}
            inputMode="decimal"
            onChange={({ target }) => {
              onChange({ ...value, percent: target.value.trim() });
            }}
          />
        </div>
      ) : null}
      {single ? (
        <div style={{ flex: '1 1 180px' }}>
          <label htmlFor={`${id}a`}>{say('amount')}</label>
          <Input
            id={`${id}a`}
            value={value.amount}
            inputMode="decimal"
            onChange={({ target }) => {
              onChange({ ...value, amount: target.value.trim() });
            }}
          />
        </div>
      ) : null}
      {single && hasShare ? <div style={{ flexBasis: '100%', color: '#595f69' }}>{say('amountOr')}</div> : null}
    </div>
  );
};

const isFilled = ({ treatment, percent, amount }: Otherwise): boolean => {
  if (amount !== '') return AMOUNT.test(amount);
  const hasShare = treatment === 'compress' || treatment === 'prioritise';
  return !hasShare || (percent !== '' && isDecimal(percent) && !percent.startsWith('-') && Number(percent) <= 100);
};

interface DialogProps {
  readonly proposals: readonly Proposal[];
  readonly asProposed: boolean;
  readonly onClose: () => void;
  readonly onDone: (answer: BulkAnswer) => void;
}

/** The bureau's decision on one or many proposals: the sums before and after are seen before it is made, and it says why. */
export const DecideDialog = ({ proposals, asProposed, onClose, onDone }: DialogProps) => {
  const say = useWords(LINKAGE);
  const id = useId();
  const decide = useDecide();
  const [reason, setReason] = useState(asProposed ? say('asProposedReason') : '');
  const [other, setOther] = useState<Otherwise>({ treatment: 'compress', percent: '', amount: '' });
  const [progress, setProgress] = useState(0);
  const isReady = asProposed || isFilled(other);
  const outcomes = isReady ? proposals.map((it) => ({ proposal: it, outcome: outcomeOf(it, asProposed ? null : other) })) : [];
  const run = (): void => {
    decide.mutate(
      { proposals, otherwise: asProposed ? null : other, reason: reason.trim(), onProgress: setProgress },
      {
        onSuccess: (answer) => {
          onDone(answer);
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      width={600}
      title={say(asProposed ? 'asProposedTitle' : 'otherwiseTitle')}
      okText={say('decide')}
      okButtonProps={{ disabled: !isReady || reason.trim() === '' }}
      confirmLoading={decide.isPending}
      onOk={run}
      onCancel={onClose}
    >
      <div style={{ display: 'grid', gap: 12 }}>
        {asProposed ? null : <OtherwiseFields value={other} single={proposals.length === 1} onChange={setOther} />}
        {isReady ? (
          <Alert
            type="info"
            showIcon
            title={say('decideText', {
              count: proposals.length,
              before: inTenThousands(sumYuan(proposals.map(({ baseAmount }) => baseAmount))),
              after: inTenThousands(sumYuan(outcomes.map(({ outcome }) => outcome.amount))),
            })}
            description={say('approvalNext')}
          />
        ) : null}
        {outcomes.some(({ proposal, outcome }) => isContradictory(proposal, outcome)) ? (
          <Alert type="warning" showIcon title={say('contradictory')} />
        ) : null}
        <div>
          <label htmlFor={`${id}r`}>{say('reason')}</label>
          <Input.TextArea
            id={`${id}r`}
            rows={3}
            maxLength={5_000}
            value={reason}
            onChange={({ target }) => {
              setReason(target.value);
            }}
          />
        </div>
        {decide.isPending && proposals.length > 1 ? (
          <Progress percent={Math.round((100 * progress) / proposals.length)} aria-label={say('decide')} />
        ) : null}
        {decide.error ? <ProblemAlert error={decide.error} /> : null}
      </div>
    </Modal>
  );
};

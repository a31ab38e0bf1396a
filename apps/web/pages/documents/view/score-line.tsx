import { Button, Modal } from 'antd';
import { useState } from 'react';
import { Explanations } from '../../../parts/explanation/explanation.js';
import { COMMON } from '../../../words/terms.js';
import { useLanguage, useWords } from '../../../words/words.js';
import { DOCUMENTS } from '../documents.words.js';
import type { Found } from '../draft/use-findings.js';

/** The score that the rules give for what is filled in so far, with why. */
export const ScoreLine = ({ score }: { readonly score: NonNullable<Found['score']> }) => {
  const say = useWords(DOCUMENTS);
  const common = useWords(COMMON);
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const { total, complete, explanation } = score;
  return (
    <div
      role="status"
      style={{ display: 'flex', gap: 12, alignItems: 'center', flexWrap: 'wrap', background: '#e8effa', padding: '6px 10px' }}
    >
      <span>{say('toScore')}</span>
      {total ? (
        <strong className="numbers">
          {total.shown} / {total.full}
          {total.grade ? ` ${say('grade')} ${total.grade}` : ''}
        </strong>
      ) : (
        <span>{score[language]}</span>
      )}
      {complete ? null : <span className="finding-warn">△ {say('incomplete')}</span>}
      <Button
        type="link"
        size="small"
        onClick={() => {
          setOpen(true);
        }}
      >
        {common('why')}
      </Button>
      <Modal
        open={isOpen}
        width={900}
        title={say('score')}
        footer={null}
        onCancel={() => {
          setOpen(false);
        }}
        destroyOnHidden
      >
        <Explanations of={explanation} />
      </Modal>
    </div>
  );
};

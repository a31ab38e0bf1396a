import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Modal } from 'antd';
import { useId, useState } from 'react';
import { api, once } from '../../../api/client.js';
import { hasRole, useMe } from '../../../app/session/session.js';
import { ProblemAlert } from '../../../parts/problem.js';
import { useWords } from '../../../words/words.js';
import { DueOn } from '../due-on.js';
import { ChooseLead, ChooseRaters } from './choose-raters.js';
import type { Chosen } from './choose-raters.js';
import { SCORING } from './scoring.words.js';
import { isDrafting, rulesIn } from './sheet.js';
import type { Sheet } from './sheet.js';

interface DialogProps {
  readonly sheet: Sheet;
  readonly act: string;
  readonly onClose: () => void;
}

/** Whose sheets are to be opened, who decides, and by when; once all points can be seen another lead alone. */
const Dialog = ({ sheet, act, onClose }: DialogProps) => {
  const say = useWords(SCORING);
  const queries = useQueryClient();
  const id = useId();
  const rules = rulesIn(sheet);
  const [header] = useState(once);
  const [raters, setRaters] = useState<readonly Chosen[]>([]);
  const [lead, setLead] = useState<Chosen | null>(sheet.lead && { value: sheet.lead.id, label: sheet.lead.name });
  const [dueOn, setDueOn] = useState('');
  const name = api.useMutation('post', '/api/v1/evaluations/{evaluation}/raters', {
    onSuccess: () => {
      void queries.invalidateQueries();
      onClose();
    },
  });
  const wanting = Math.max(0, (rules?.raters ?? 0) - sheet.raters.length - raters.length);
  // Whoever names nobody new opens no sheet: the day of those that are open stands.
  const due = raters.length > 0 ? dueOn : (sheet.raters[0]?.dueOn ?? '');
  return (
    <Modal
      open
      title={act}
      okText={act}
      okButtonProps={{ disabled: lead === null || wanting > 0 || due === '' }}
      confirmLoading={name.isPending}
      onCancel={onClose}
      onOk={() => {
        const body = { raters: raters.map(({ value }) => value), lead: lead?.value ?? '', dueOn: due };
        name.mutate({ params: { path: { evaluation: sheet.evaluation }, header }, body });
      }}
    >
      <div className="evaluation-stack">
        <Alert type="info" showIcon title={`${say('nameIntro')}${rules?.blind ? say('nameBlind') : ''}`} />
        {sheet.complete ? null : (
          <>
            <label className="evaluation-field" htmlFor={`${id}raters`}>
              {say('chooseRaters')}
            </label>
            <ChooseRaters
              id={`${id}raters`}
              evaluation={sheet.evaluation}
              label={say('chooseRaters')}
              value={raters}
              onChoose={setRaters}
            />
            <span className="form-hint">
              {say('candidates')}
              {wanting > 0 ? say('tooFew', { count: wanting }) : ''}
            </span>
            <DueOn label={say('due')} value={dueOn} onChange={setDueOn} />
          </>
        )}
        <label className="evaluation-field" htmlFor={`${id}lead`}>
          {say('chooseLead')}
        </label>
        <ChooseLead id={`${id}lead`} evaluation={sheet.evaluation} label={say('chooseLead')} value={lead} onChoose={setLead} />
        {name.error ? <ProblemAlert error={name.error} /> : null}
      </div>
    </Modal>
  );
};

/** 指定评分人: by the bureau or the agency, while the draft is written. */
export const NameRaters = ({ sheet }: { readonly sheet: Sheet }) => {
  const say = useWords(SCORING);
  const me = useMe();
  const [isOpen, setOpen] = useState(false);
  if (!rulesIn(sheet) || !isDrafting(sheet) || !hasRole(me, 'bureau', 'agency')) return null;
  const act = say(sheet.complete ? 'changeLead' : sheet.raters.length > 0 ? 'nameMore' : 'name');
  return (
    <>
      <Button
        type={sheet.raters.length === 0 ? 'primary' : 'default'}
        onClick={() => {
          setOpen(true);
        }}
      >
        {act}
      </Button>
      {isOpen ? (
        <Dialog
          sheet={sheet}
          act={act}
          onClose={() => {
            setOpen(false);
          }}
        />
      ) : null}
    </>
  );
};

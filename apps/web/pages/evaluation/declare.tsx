import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { api, once } from '../../api/client.js';
import { ProblemAlert } from '../../parts/problem.js';
import { useWords } from '../../words/words.js';
import { EVALUATION } from './evaluation.words.js';
import type { Evaluation } from './use-evaluation.js';

interface Interest {
  readonly about: string;
  readonly text: string;
}

const Interests = ({ all, onChange }: { readonly all: readonly Interest[]; readonly onChange: (all: readonly Interest[]) => void }) => {
  const say = useWords(EVALUATION);
  const change = (index: number, part: Partial<Interest>): void => {
    onChange(all.map((it, i) => (i === index ? { ...it, ...part } : it)));
  };
  return (
    <>
      {all.map(({ about, text }, index) => (
        <div key={String(index)} className="evaluation-field">
          <Input
            aria-label={say('interestAbout')}
            placeholder={say('interestAbout')}
            value={about}
            maxLength={120}
            onChange={({ target }) => {
              change(index, { about: target.value });
            }}
          />
          <Input.TextArea
            aria-label={say('interestText')}
            placeholder={say('interestText')}
            value={text}
            rows={2}
            maxLength={500}
            onChange={({ target }) => {
              change(index, { text: target.value });
            }}
          />
          <Button
            size="small"
            onClick={() => {
              onChange(all.filter((_, i) => i !== index));
            }}
          >
            {say('remove')}
          </Button>
        </div>
      ))}
      <Button
        onClick={() => {
          onChange([...all, { about: '', text: '' }]);
        }}
      >
        {say('addInterest')}
      </Button>
    </>
  );
};

const DeclareDialog = ({ evaluation, onClose }: { readonly evaluation: Evaluation; readonly onClose: () => void }) => {
  const say = useWords(EVALUATION);
  const queries = useQueryClient();
  const [header] = useState(once);
  const [lead, setLead] = useState<string | null>(null);
  const [interests, setInterests] = useState<readonly Interest[]>([]);
  const [isTrue, setTrue] = useState(false);
  const register = api.useQuery('get', '/api/v1/agencies/{agency}/register', { params: { path: { agency: evaluation.agency } } });
  const leads = (register.data?.leadEvaluators ?? []).filter(({ active }) => active);
  const declare = api.useMutation('post', '/api/v1/evaluations/{evaluation}/declaration', {
    onSuccess: () => {
      void queries.invalidateQueries();
      onClose();
    },
  });
  const isWhole = interests.every(({ about, text }) => about.trim() !== '' && text.trim() !== '');
  return (
    <Modal
      open
      title={say('declaration')}
      okText={say('declare')}
      okButtonProps={{ disabled: lead === null || !isTrue || !isWhole }}
      confirmLoading={declare.isPending}
      onCancel={onClose}
      onOk={() => {
        declare.mutate({
          params: { path: { evaluation: evaluation.id }, header },
          body: { leadEvaluator: lead ?? '', interests: [...interests], truthful: true },
        });
      }}
    >
      <div className="evaluation-stack">
        <Alert type="info" showIcon title={say('declareIntro')} />
        <Select
          aria-label={say('leadEvaluator')}
          placeholder={say('leadEvaluator')}
          value={lead}
          onChange={setLead}
          options={leads.map(({ id, name, certificate }) => ({ value: id, label: `${name}（${certificate}）` }))}
        />
        {register.data && leads.length === 0 ? <Alert type="warning" showIcon title={say('noLeadYet')} /> : null}
        <Interests all={interests} onChange={setInterests} />
        <Checkbox
          checked={isTrue}
          onChange={({ target }) => {
            setTrue(target.checked);
          }}
        >
          {say('truthful')}
        </Checkbox>
        {declare.error ? <ProblemAlert error={declare.error} /> : null}
      </div>
    </Modal>
  );
};

/** The agency declares its interests, once. */
export const Declare = ({ evaluation }: { readonly evaluation: Evaluation }) => {
  const say = useWords(EVALUATION);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        type="primary"
        onClick={() => {
          setOpen(true);
        }}
      >
        {say('declare')}
      </Button>
      {isOpen ? (
        <DeclareDialog
          evaluation={evaluation}
          onClose={() => {
            setOpen(false);
          }}
        />
      ) : null}
    </>
  );
};

import { useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client.js';
import { AskReason } from '../../parts/ask/ask-reason.js';
import { Read } from '../../parts/page.js';
import { useWords } from '../../words/words.js';
import { EVALUATION } from './evaluation.words.js';
import { Independence } from './independence.js';
import type { Evaluation } from './use-evaluation.js';

interface ChooseAgencyProps {
  readonly value: string | null;
  readonly onChoose: (agency: string) => void;
  readonly without?: string;
}

/** One of the agencies of the register that are active. */
export const ChooseAgency = ({ value, onChoose, without }: ChooseAgencyProps) => {
  const say = useWords(EVALUATION);
  const { data } = api.useQuery('get', '/api/v1/agency-register', { params: { query: { active: 'true', limit: 500 } } });
  return (
    <Select
      aria-label={say('chooseAgency')}
      placeholder={say('chooseAgency')}
      showSearch={{ optionFilterProp: 'label' }}
      style={{ width: '100%' }}
      value={value}
      onChange={onChoose}
      options={(data?.items ?? []).filter(({ id }) => id !== without).map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
};

interface CheckProps {
  readonly campaign: string;
  readonly project: string;
  readonly agency: string;
}

/** What the rules of independence say of an agency and a project, before anything is decided. */
export const AssignmentCheck = ({ campaign, project, agency }: CheckProps) => {
  const check = api.useQuery('get', '/api/v1/campaigns/{campaign}/assignment-check', {
    params: { path: { campaign }, query: { project, agency } },
  });
  return <Read query={check}>{(it) => <Independence of={it} />}</Read>;
};

/** Another agency takes an evaluation over: checked first, with a reason. */
export const Reassign = ({ evaluation }: { readonly evaluation: Evaluation }) => {
  const say = useWords(EVALUATION);
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const [agency, setAgency] = useState<string | null>(null);
  const { mutateAsync } = api.useMutation('post', '/api/v1/evaluations/{evaluation}/agency');
  return (
    <>
      <Button
        onClick={() => {
          setOpen(true);
        }}
      >
        {say('reassign')}
      </Button>
      {isOpen ? (
        <AskReason
          title={say('reassign')}
          act={say('reassign')}
          consequences={say('reassignIntro')}
          ready={agency !== null}
          onClose={() => {
            setOpen(false);
          }}
          onAct={async (reason, header) => {
            await mutateAsync({ params: { path: { evaluation: evaluation.id }, header }, body: { agency: agency ?? '', reason } });
            await queries.invalidateQueries();
          }}
        >
          <ChooseAgency value={agency} onChoose={setAgency} without={evaluation.agency} />
          {agency === null ? null : <AssignmentCheck campaign={evaluation.campaign} project={evaluation.project} agency={agency} />}
        </AskReason>
      ) : null}
    </>
  );
};

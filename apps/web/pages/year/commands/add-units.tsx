import { Select } from 'antd';
import { useId, useState } from 'react';
import { api } from '../../../api/client.js';
import { AskReason } from '../../../parts/ask/ask-reason.js';
import { useWords } from '../../../words/words.js';
import { COMMANDS } from './commands.words.js';
import { StageField, useStages } from './stage-field.js';
import { useTold } from './use-told.js';
import type { CommandProps } from './use-told.js';

interface UnitsFieldProps {
  readonly district: string;
  readonly value: readonly string[];
  readonly onChoose: (units: string[]) => void;
}

const UnitsField = ({ district, value, onChoose }: UnitsFieldProps) => {
  const say = useWords(COMMANDS);
  const id = useId();
  const { data, isPending } = api.useQuery('get', '/api/v1/units', { params: { query: { district, limit: 500 } } });
  return (
    <div>
      <label htmlFor={id}>{say('units')}</label>
      <Select
        id={id}
        mode="multiple"
        style={{ width: '100%' }}
        placeholder={say('unitsPlaceholder')}
        showSearch={{ optionFilterProp: 'label' }}
        loading={isPending}
        value={[...value]}
        onChange={onChoose}
        options={(data?.items ?? [])
          .filter(({ dissolvedOn }) => dissolvedOn === null)
          .map((it) => ({ value: it.id, label: `${it.code} ${it.name}` }))}
      />
    </div>
  );
};

/** Units that came late get the tasks of a stage that is open. */
export const AddUnits = ({ campaign, onClose }: CommandProps) => {
  const say = useWords(COMMANDS);
  const told = useTold();
  const [key, setKey] = useState<string>();
  const [units, setUnits] = useState<string[]>([]);
  const stages = useStages(campaign.id).filter(({ status }) => status === 'open');
  const add = api.useMutation('post', '/api/v1/campaigns/{campaign}/add-units');
  const what = say('addUnits');
  return (
    <AskReason
      title={what}
      act={what}
      ready={key !== undefined && units.length > 0}
      consequences={say('addText')}
      onClose={onClose}
      onAct={async (reason, header) => {
        if (key === undefined) return;
        const wish = { params: { path: { campaign: campaign.id }, header }, body: { key, units, reason } };
        await told(await add.mutateAsync(wish), what);
      }}
    >
      <StageField stages={stages} value={key} onChoose={setKey} />
      <UnitsField district={campaign.district} value={units} onChoose={setUnits} />
    </AskReason>
  );
};

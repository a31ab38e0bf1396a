import { Select } from 'antd';
import { useId } from 'react';
import { api } from '../../../api/client.js';
import type { Schemas } from '../../../api/client.js';
import { useWords } from '../../../words/words.js';
import { useStageName } from '../../stages/use-stage-name.js';
import { COMMANDS } from './commands.words.js';

type Stage = Schemas['Stage'];

/** Stages of a year's plan. */
export const useStages = (campaign: string): readonly Stage[] =>
  api.useQuery('get', '/api/v1/campaigns/{campaign}/stages', { params: { path: { campaign }, query: { limit: 100 } } }).data?.items ?? [];

interface StageFieldProps {
  readonly stages: readonly Stage[];
  readonly value: string | undefined;
  readonly onChoose: (key: string) => void;
}

/** Which stage of the plan. */
export const StageField = ({ stages, value, onChoose }: StageFieldProps) => {
  const say = useWords(COMMANDS);
  const nameOf = useStageName(stages);
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{say('stage')}</label>
      <Select
        id={id}
        style={{ width: '100%' }}
        value={value ?? null}
        onChange={(it: string | null) => {
          if (it !== null) onChoose(it);
        }}
        options={stages.map((it) => ({ value: it.key, label: nameOf(it) }))}
      />
    </div>
  );
};

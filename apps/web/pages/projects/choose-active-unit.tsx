import { Select } from 'antd';
import { useId } from 'react';
import { api } from '../../api/client.js';
import { useWords } from '../../words/words.js';
import { PROJECTS } from './projects.words.js';

interface ChooseActiveUnitProps {
  readonly label: string;
  readonly district: string;
  readonly value: string | null;
  readonly onChoose: (unit: string) => void;
  /** Left out, for instance the unit that has it already. */
  readonly without?: string | undefined;
}

const MOST = 500;

/** One of the district's units that are not dissolved, with its label above. */
export const ChooseActiveUnit = ({ label, district, value, onChoose, without }: ChooseActiveUnitProps) => {
  const say = useWords(PROJECTS);
  const id = useId();
  const query = { district, dissolved: 'false', limit: MOST } as const;
  const { data, isPending } = api.useQuery('get', '/api/v1/units', { params: { query } });
  return (
    <div>
      <label htmlFor={id} style={{ display: 'block' }}>
        {label}
      </label>
      <Select
        id={id}
        style={{ width: 'min(100%, 360px)' }}
        placeholder={say('chooseUnit')}
        showSearch={{ optionFilterProp: 'label' }}
        loading={isPending}
        value={value}
        onChange={onChoose}
        options={(data?.items ?? []).filter((it) => it.id !== without).map((it) => ({ value: it.id, label: `${it.code} ${it.name}` }))}
      />
    </div>
  );
};

import { Select } from 'antd';
import { useCampaign } from '../../app/year/year.js';
import { api } from '../../api/client.js';
import { COMMON } from '../../words/terms.js';
import { useWords } from '../../words/words.js';

interface ChooseProps {
  /** What is chosen here: the control's name, and what it shows while nothing is chosen. */
  readonly name: string;
  readonly value: string | undefined;
  readonly onChoose: (value: string | undefined) => void;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly width?: number;
  readonly loading?: boolean;
}

/** One of several, or all. */
export const Choose = ({ name, value, onChoose, options, width = 140, loading = false }: ChooseProps) => (
  <Select
    aria-label={name}
    placeholder={name}
    value={value ?? null}
    allowClear
    showSearch={{ optionFilterProp: 'label' }}
    size="small"
    loading={loading}
    style={{ width }}
    popupMatchSelectWidth={false}
    options={[...options]}
    onChange={(it: string | null) => {
      onChoose(it ?? undefined);
    }}
  />
);

type PlaceProps = Pick<ChooseProps, 'value' | 'onChoose'>;
const KEPT_MS = 5 * 60_000;

/** A department of the year's district, as far as one sees them. */
export const ChooseDepartment = (props: PlaceProps) => {
  const say = useWords(COMMON);
  const { district } = useCampaign();
  const query = { district, departmentsOnly: 'true', limit: 500 } as const;
  const { data, isPending } = api.useQuery('get', '/api/v1/units', { params: { query } }, { staleTime: KEPT_MS });
  const options = data?.items.map((it) => ({ value: it.id, label: `${it.code} ${it.name}` })) ?? [];
  return <Choose {...props} name={say('department')} options={options} loading={isPending} width={180} />;
};

/** A unit: of one department where one is chosen. */
export const ChooseUnit = ({ department, ...props }: PlaceProps & { readonly department: string | undefined }) => {
  const say = useWords(COMMON);
  const { district } = useCampaign();
  const query = { district, limit: 500, ...(department === undefined ? {} : { department }) };
  const { data, isPending } = api.useQuery('get', '/api/v1/units', { params: { query } }, { staleTime: KEPT_MS });
  const options = data?.items.map((it) => ({ value: it.id, label: `${it.code} ${it.name}` })) ?? [];
  return <Choose {...props} name={say('unit')} options={options} loading={isPending} width={180} />;
};

import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { given } from '../../api/given.js';

interface ChoosePersonProps {
  readonly id?: string;
  /** What is chosen here: the control's name. */
  readonly name: string;
  readonly value: string | undefined;
  readonly onChoose: (person: string | undefined) => void;
  readonly size?: 'small' | 'middle';
  readonly width?: number | string;
  /** Left out of the choice, for instance the person whose work is handed on. */
  readonly without?: string | undefined;
}

/** Where somebody has a role, as far as the name does not say it. */
const placesOf = ({ name, grants }: Schemas['Person']): readonly string[] => [
  ...new Set(grants.flatMap(({ place }) => (place && place !== name ? [place] : []))),
];

/** Somebody, found by name or e-mail among those whom one sees. */
export const ChoosePerson = ({ id, name, value, onChoose, size = 'middle', width = '100%', without }: ChoosePersonProps) => {
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const query = { active: 'true' as const, limit: 50, ...given({ q: q === '' ? undefined : q }) };
  const { data, isFetching } = api.useQuery('get', '/api/v1/people', { params: { query } }, { placeholderData: (before) => before });
  const chosen = api.useQuery(
    'get',
    '/api/v1/people/{person}',
    { params: { path: { person: value ?? '' } } },
    { enabled: value !== undefined },
  );
  const found = (data?.items ?? []).filter((it) => it.id !== without);
  const known = chosen.data && value && !found.some((it) => it.id === value) ? [chosen.data, ...found] : found;
  return (
    <Select
      {...given({ id })}
      aria-label={name}
      placeholder={name}
      size={size}
      style={{ width }}
      popupMatchSelectWidth={false}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={isFetching}
      value={value ?? null}
      onChange={(it: string | null) => {
        onChoose(it ?? undefined);
      }}
      options={known.map((it) => ({ value: it.id, label: [it.name, ...placesOf(it)].join(' · ') }))}
    />
  );
};

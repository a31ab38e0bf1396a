import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { api } from '../../../api/client.js';
import { useMe } from '../../../app/session/session.js';
import { useWords } from '../../../words/words.js';
import { ACTIONS } from './actions.words.js';

interface ChoosePersonProps {
  readonly value: string | null;
  readonly onChoose: (person: string | null) => void;
}

/** One of the people whom one may see, found by name. */
export const ChoosePerson = ({ value, onChoose }: ChoosePersonProps) => {
  const say = useWords(ACTIONS);
  const me = useMe();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const query = { limit: 50, active: 'true' as const, ...(q === '' ? {} : { q }) };
  const people = api.useQuery('get', '/api/v1/people', { params: { query } });
  const options = (people.data?.items ?? [])
    .filter(({ id }) => id !== me.person)
    .map(({ id, name, grants }) => ({
      value: id,
      label: [name, ...new Set(grants.flatMap(({ place }) => (place && place !== name ? [place] : [])))].join(' · '),
    }));
  return (
    <Select
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      aria-label={say('person')}
      placeholder={say('personSearch')}
      loading={people.isFetching}
      options={options}
      value={value}
      onChange={(it: string | undefined) => {
        onChoose(it ?? null);
      }}
      style={{ width: '100%' }}
    />
  );
};

import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { api } from '../../../api/client.js';
import type { Schemas } from '../../../api/client.js';
import { given } from '../../../api/given.js';
import { useWords } from '../../../words/words.js';
import { SCORING } from './scoring.words.js';

/** Somebody who was chosen, with the name under which they stood in the list. */
export interface Chosen {
  readonly value: string;
  readonly label: string;
}

type Candidate = Schemas['RaterCandidate'];

interface ChooseProps {
  readonly id: string;
  readonly evaluation: string;
  readonly label: string;
}

const useCandidates = (evaluation: string) => {
  const say = useWords(SCORING);
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const { data, isFetching } = api.useQuery(
    'get',
    '/api/v1/evaluations/{evaluation}/rater-candidates',
    { params: { path: { evaluation }, query: { limit: 100, ...given({ q: q === '' ? undefined : q }) } } },
    { placeholderData: (before) => before },
  );
  const option = ({ person, name, ofAgency }: Candidate): Chosen => ({
    value: person,
    label: `${name} · ${say(ofAgency ? 'ofAgency' : 'ofExperts')}`,
  });
  const search = { filterOption: false, onSearch: setTyped } as const;
  return { items: data?.items ?? [], option, search, loading: isFetching };
};

/** Several of those who may score and do not yet. */
export const ChooseRaters = ({
  id,
  evaluation,
  label,
  value,
  onChoose,
}: ChooseProps & { readonly value: readonly Chosen[]; readonly onChoose: (raters: readonly Chosen[]) => void }) => {
  const { items, option, search, loading } = useCandidates(evaluation);
  return (
    <Select<Chosen[]>
      id={id}
      aria-label={label}
      mode="multiple"
      labelInValue
      showSearch={search}
      loading={loading}
      style={{ width: '100%' }}
      value={[...value]}
      onChange={onChoose}
      options={items.filter(({ named }) => !named).map(option)}
    />
  );
};

/** Whoever decides where the raters are too far apart. */
export const ChooseLead = ({
  id,
  evaluation,
  label,
  value,
  onChoose,
}: ChooseProps & { readonly value: Chosen | null; readonly onChoose: (lead: Chosen) => void }) => {
  const { items, option, search, loading } = useCandidates(evaluation);
  return (
    <Select<Chosen>
      id={id}
      aria-label={label}
      labelInValue
      showSearch={search}
      loading={loading}
      style={{ width: '100%' }}
      value={value}
      onChange={onChoose}
      options={items.map(option)}
    />
  );
};

import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { Schemas } from '../../api/client.js';
import { useInAddress } from '../../parts/choose/use-in-address.js';
import { useWords } from '../../words/words.js';
import { PUBLIC } from './public.words.js';

const ALL = '';

/** Words, department and year; what is looked for stays in the address. */
export const Find = ({ district: { departments, years } }: { readonly district: Schemas['PublicDistrict'] }) => {
  const say = useWords(PUBLIC);
  const { get, set } = useInAddress();
  const [words, setWords] = useState(get('q') ?? '');
  const isAsked = ['q', 'department', 'year'].some((it) => get(it) !== undefined);
  return (
    <form
      role="search"
      className="portal-form no-print"
      onSubmit={(event) => {
        event.preventDefault();
        set({ q: words.trim().slice(0, 60) });
      }}
    >
      <label htmlFor="words">
        {say('words')}
        <Input
          id="words"
          value={words}
          maxLength={60}
          onChange={({ target }) => {
            setWords(target.value);
          }}
        />
      </label>
      <label htmlFor="department">
        {say('department')}
        <Select
          id="department"
          value={get('department') ?? ALL}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(it: string) => {
            set({ department: it });
          }}
          options={[
            { value: ALL, label: say('allDepartments') },
            ...departments.map(({ id, name, publications }) => ({ value: id, label: `${name}（${String(publications)}）` })),
          ]}
        />
      </label>
      <label htmlFor="year" style={{ flex: '0 1 140px' }}>
        {say('year')}
        <Select
          id="year"
          value={get('year') ?? ALL}
          onChange={(it: string) => {
            set({ year: it });
          }}
          options={[
            { value: ALL, label: say('allYears') },
            ...years.map(({ fiscalYear }) => ({ value: String(fiscalYear), label: String(fiscalYear) })),
          ]}
        />
      </label>
      <Button type="primary" htmlType="submit">
        {say('findButton')}
      </Button>
      {isAsked ? (
        <Button
          onClick={() => {
            setWords('');
            set({ q: undefined, department: undefined, year: undefined });
          }}
        >
          {say('clear')}
        </Button>
      ) : null}
    </form>
  );
};

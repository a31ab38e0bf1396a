import { Button, Checkbox, Select } from 'antd';
import { KIND_WORDS } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import { REVIEW } from './review.words.js';
import type { Queue } from './use-queue.js';

/** Filters of the queue: only what there is to choose is offered. */
export const Filters = ({ queue: { waiting, wanted, change, clear, isFiltered } }: { readonly queue: Queue }) => {
  const say = useWords(REVIEW);
  const kind = useWords(KIND_WORDS);
  const kinds = [...new Set(waiting.map((it) => it.kind))].map((value) => ({ value: value as string, label: kind(value) }));
  const units = [...new Map(waiting.flatMap((it) => (it.unit ? [[it.unit, it.unitName ?? it.unit] as const] : [])))].map(
    ([value, label]) => ({ value, label }),
  );
  const choose = (name: 'kind' | 'unit', options: readonly { value: string; label: string }[]) => (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      size="small"
      aria-label={say(name)}
      placeholder={say(name)}
      options={[...options]}
      value={wanted[name]}
      onChange={(it: string | undefined) => {
        change({ [name]: it ?? null });
      }}
      style={{ width: '100%' }}
    />
  );
  const only = (name: 'overdue' | 'again') => (
    <Checkbox
      checked={wanted[name] !== null}
      onChange={({ target }) => {
        change({ [name]: target.checked ? 'yes' : null });
      }}
    >
      {say(name)}
    </Checkbox>
  );
  return (
    <div style={{ display: 'grid', gap: 6, padding: 8 }}>
      {choose('kind', kinds)}
      {choose('unit', units)}
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 4, alignItems: 'center' }}>
        {only('overdue')}
        {only('again')}
        {isFiltered ? (
          <Button type="link" size="small" onClick={clear}>
            {say('clear')}
          </Button>
        ) : null}
      </div>
    </div>
  );
};

import { Input } from 'antd';
import { useDeferredValue } from 'react';
import type { Schemas } from '../../../api/client.js';
import { given } from '../../../api/given.js';
import { Choose } from '../../../parts/choose/choose.js';
import { useInAddress } from '../../../parts/choose/use-in-address.js';
import { useWords } from '../../../words/words.js';
import { LEVEL1 } from '#domain/target-filing/content.js';
import { LIBRARY } from './library.words.js';

/** What is chosen in the address. */
export const useFilters = () => {
  const { get, oneOf } = useInAddress();
  const q = useDeferredValue(get('q')?.trim());
  const active = oneOf('state', ['active', 'withdrawn']);
  const chosen = given({ q: q === '' ? undefined : q, sector: get('sector'), level1: oneOf('level1', LEVEL1) });
  return { chosen, active: active === undefined ? undefined : active === 'active' ? ('true' as const) : ('false' as const) };
};

interface FiltersProps {
  readonly sectors: Schemas['IndicatorSectors']['sectors'];
}

/** Search, sector, level, state. */
export const Filters = ({ sectors }: FiltersProps) => {
  const say = useWords(LIBRARY);
  const { get, oneOf, set } = useInAddress();
  return (
    <>
      <Input
        size="small"
        allowClear
        style={{ width: 220 }}
        aria-label={say('search')}
        placeholder={say('search')}
        value={get('q') ?? ''}
        onChange={({ target }) => {
          set({ q: target.value });
        }}
      />
      <Choose
        name={say('sector')}
        value={get('sector')}
        onChoose={(sector) => {
          set({ sector });
        }}
        options={sectors.map(({ sector, entries }) => ({ value: sector, label: say('sectorCount', { sector, count: entries }) }))}
      />
      <Choose
        name={say('level1')}
        value={oneOf('level1', LEVEL1)}
        onChoose={(level1) => {
          set({ level1 });
        }}
        options={LEVEL1.map((value) => ({ value, label: value }))}
      />
      <Choose
        name={say('state')}
        value={oneOf('state', ['active', 'withdrawn'])}
        onChoose={(state) => {
          set({ state });
        }}
        options={(['active', 'withdrawn'] as const).map((value) => ({ value, label: say(value) }))}
      />
    </>
  );
};

import { Checkbox } from 'antd';
import { Choose } from '../../parts/choose/choose.js';
import { ChoosePlace } from '../../parts/choose/choose-place.js';
import { useInAddress } from '../../parts/choose/use-in-address.js';
import { STATE_WORDS } from '../../parts/states/states.js';
import { useWords } from '../../words/words.js';
import { ITEM_STATES } from './items.js';
import { RECTIFICATION } from './rectification.words.js';

/** By state, place and lateness; kept in the address. */
export const ItemFilters = () => {
  const say = useWords(RECTIFICATION);
  const state = useWords(STATE_WORDS);
  const { get, set } = useInAddress();
  return (
    <>
      <Choose
        name={say('state')}
        value={get('state')}
        onChoose={(it) => {
          set({ state: it });
        }}
        options={ITEM_STATES.map((value) => ({ value, label: state(value) }))}
      />
      <ChoosePlace get={get} set={set} />
      <Checkbox
        checked={get('overdue') === 'true'}
        onChange={({ target }) => {
          set({ overdue: target.checked ? 'true' : undefined });
        }}
      >
        {say('overdueOnly')}
      </Checkbox>
    </>
  );
};

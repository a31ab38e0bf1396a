import { Checkbox } from 'antd';
import { Choose, ChooseDepartment } from '../../parts/choose/choose.js';
import { useInAddress } from '../../parts/choose/use-in-address.js';
import { useWords } from '../../words/words.js';
import { LINKAGE } from './linkage.words.js';
import { TREATMENTS } from './proposals.js';

/** By department, treatment, objection and difference; kept in the address. */
export const ProposalFilters = () => {
  const say = useWords(LINKAGE);
  const { get, set } = useInAddress();
  const flag = (name: 'overridden' | 'objected', label: string) => (
    <Checkbox
      checked={get(name) === 'true'}
      onChange={({ target }) => {
        set({ [name]: target.checked ? 'true' : undefined });
      }}
    >
      {label}
    </Checkbox>
  );
  return (
    <>
      <ChooseDepartment
        value={get('department')}
        onChoose={(it) => {
          set({ department: it });
        }}
      />
      <Choose
        name={say('treatment')}
        value={get('treatment')}
        onChoose={(it) => {
          set({ treatment: it });
        }}
        options={TREATMENTS.map((value) => ({ value, label: say(value) }))}
      />
      {flag('objected', say('objectedOnly'))}
      {flag('overridden', say('overriddenOnly'))}
    </>
  );
};

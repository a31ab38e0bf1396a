import { ChooseDepartment, ChooseUnit } from './choose.js';

type Place = 'department' | 'unit';

interface ChoosePlaceProps {
  readonly get: (name: Place) => string | undefined;
  readonly set: (change: Partial<Record<Place, string | undefined>>) => void;
}

/** A department and one of its units, kept in the address; another department forgets the unit. */
export const ChoosePlace = ({ get, set }: ChoosePlaceProps) => (
  <>
    <ChooseDepartment
      value={get('department')}
      onChoose={(it) => {
        set({ department: it, unit: undefined });
      }}
    />
    <ChooseUnit
      department={get('department')}
      value={get('unit')}
      onChoose={(it) => {
        set({ unit: it });
      }}
    />
  </>
);

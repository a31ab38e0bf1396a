import { api } from '../../../api/client.js';
import type { RoleName } from '../../../words/roles.js';

export type PlaceField = 'district' | 'unit' | 'sectorOffice' | 'agency';

const FIELDS: Readonly<Record<RoleName, PlaceField | null>> = {
  bureau: 'district',
  observer: 'district',
  expert: 'district',
  department: 'unit',
  unit: 'unit',
  'sector-office': 'sectorOffice',
  agency: 'agency',
  system: null,
};

/** Where a role is held: in a district, a unit, an office, an agency; null: everywhere. */
export const placeField = (role: RoleName): PlaceField | null => FIELDS[role];

const asOption = (it: { readonly id: string; readonly name: string; readonly code?: string }) => ({
  value: it.id,
  label: [it.code, it.name].filter(Boolean).join(' '),
});

/** The places where a role can be held, for a choice. */
export const usePlaces = (role: RoleName | undefined) => {
  const field = role ? placeField(role) : null;
  const params = { params: { query: { limit: 500 } } };
  const districts = api.useQuery('get', '/api/v1/districts', params, { enabled: field === 'district' });
  const units = api.useQuery('get', '/api/v1/units', params, { enabled: field === 'unit' });
  const offices = api.useQuery('get', '/api/v1/sector-offices', params, { enabled: field === 'sectorOffice' });
  const agencies = api.useQuery('get', '/api/v1/agencies', params, { enabled: field === 'agency' });
  switch (field) {
    case 'district':
      return (districts.data?.items ?? []).map(({ id, code, name }) => asOption({ id, code, name }));
    case 'unit':
      return (units.data?.items ?? [])
        .filter(({ dissolvedOn, parent }) => dissolvedOn === null && (role !== 'department' || parent === null))
        .map(asOption);
    case 'sectorOffice':
      return (offices.data?.items ?? []).map(asOption);
    case 'agency':
      return (agencies.data?.items ?? []).map(asOption);
    case null:
      return [];
  }
};

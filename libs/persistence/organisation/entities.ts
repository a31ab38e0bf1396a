import { DelegationEntity, PersonEntity, RoleGrantEntity, SessionEntity } from './people.entities.js';
import { AgencyEntity, BudgetUnitEntity, DistrictEntity, SectorOfficeEntity } from './places.entities.js';

/** Entities of the organisation's tables, for the data source. */
export const ORGANISATION_ENTITIES = [
  DistrictEntity,
  SectorOfficeEntity,
  AgencyEntity,
  BudgetUnitEntity,
  PersonEntity,
  RoleGrantEntity,
  SessionEntity,
  DelegationEntity,
];

import { DISTRICT_ONLY, NOBODY, OF_DISTRICT } from '#persistence/access/columns.js';
import { equals, uuidEquals } from './list.js';
import type { ListSpec } from './list.js';
import type { SortKey } from './keyset.js';

const uuid = (sql: string): [SortKey] => [{ sql, type: 'uuid' }];

export const CAMPAIGN_LIST: ListSpec = {
  action: 'campaigns.read',
  select: `c.id, c.district_id as district, d.name as "districtName", c.fiscal_year as "fiscalYear", c.policy_id as policy,
    c.policy_hash as "policyHash", c.status, c.launched_at as "launchedAt", c.closed_at as "closedAt", c.version`,
  from: 'campaign c join district d on d.id = c.district_id',
  sees: OF_DISTRICT('c.district_id'),
  sorts: { fiscalYear: { sql: 'c.fiscal_year', type: 'integer' } },
  id: uuid('c.id'),
  filters: { district: uuidEquals('c.district_id'), fiscalYear: equals('c.fiscal_year', 'integer'), status: equals('c.status') },
};

export const STAGE_LIST: ListSpec = {
  action: 'campaigns.read',
  select: `s.id, s.key, s.name, s.plan, s.position, s.status, s.opens_on::text as "opensOn", s.due_on::text as "dueOn",
    s.opened_at as "openedAt", s.closed_at as "closedAt", s.statistics`,
  from: 'stage s',
  sees: NOBODY,
  sorts: { position: { sql: 's.position', type: 'integer' } },
  id: uuid('s.id'),
  filters: { campaign: uuidEquals('s.campaign_id'), status: equals('s.status') },
};

export const POLICY_LIST: ListSpec = {
  action: 'policies.read',
  select: `p.id, p.district_id as district, p.fiscal_year as "fiscalYear", p.version, p.hash, p.created_at as "createdAt"`,
  from: 'policy p',
  sees: DISTRICT_ONLY('p.district_id'),
  sorts: { createdAt: { sql: 'p.created_at', type: 'timestamptz' } },
  id: uuid('p.id'),
  filters: { district: uuidEquals('p.district_id'), fiscalYear: equals('p.fiscal_year', 'integer') },
};

/** A policy with its text. */
export const POLICY_DOCUMENT: ListSpec = { ...POLICY_LIST, select: `${POLICY_LIST.select}, p.yaml, p.content` };

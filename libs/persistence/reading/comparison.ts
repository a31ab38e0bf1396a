import type { DataSource } from 'typeorm';
import { PROJECTS } from '#persistence/access/columns.js';
import { Parameters, visible } from '#persistence/access/visible.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { readRows } from './rows.js';

/** One project that somebody else than its unit has scored; `self` is null where the unit has no score. Scores are exact text. */
export interface ScoredProject {
  readonly project: string;
  readonly projectCode: string;
  readonly projectName: string;
  readonly unit: string;
  readonly unitName: string;
  readonly department: string;
  readonly departmentName: string;
  readonly agency: string | null;
  readonly agencyName: string | null;
  readonly self: string | null;
  readonly other: string;
  readonly selfDocument: string | null;
  readonly otherDocument: string;
}

export interface ScoredFilter {
  readonly department?: string | undefined;
  readonly unit?: string | undefined;
  readonly agency?: string | undefined;
}

/** By whom a self-score was looked at again: an agency's key evaluation, or the bureau's spot check. */
export type Against = 'evaluation' | 'spot-check';

const EXACT = (alias: string): string => `coalesce(${alias}.explanation ->> 'exact', ${alias}.score::text)`;

/** Projects of a campaign with both scores, as far as the viewer sees them, in the order of their codes. */
export const readScored = (
  source: DataSource,
  viewer: Viewer,
  campaign: string,
  against: Against,
  { department, unit, agency }: ScoredFilter,
): Promise<readonly ScoredProject[]> => {
  const parameters = new Parameters();
  const [of, kind] = [parameters.add(campaign), parameters.add(against)];
  const only = Object.entries({ 'p.department_id': department, 'p.unit_id': unit, 'e.agency_id': agency }).flatMap(([column, id]) =>
    id === undefined ? [] : [`${column} = ${parameters.add(id)}::uuid`],
  );
  const where = [`r.campaign_id = ${of}::uuid`, `r.kind = ${kind}`, visible(viewer, 'results.read', PROJECTS('p'), parameters), ...only];
  return readRows<ScoredProject>(
    source,
    `select p.id as project, p.code as "projectCode", p.name as "projectName", p.unit_id as unit, u.name as "unitName",
       p.department_id as department, d.name as "departmentName", e.agency_id as agency, a.name as "agencyName",
       ${EXACT('s')} as self, ${EXACT('r')} as other, s.document_id as "selfDocument", r.document_id as "otherDocument"
     from result r join project p on p.id = r.project_id
     join budget_unit u on u.id = p.unit_id join budget_unit d on d.id = p.department_id
     left join result s on s.campaign_id = r.campaign_id and s.project_id = r.project_id and s.kind = 'self-evaluation'
     left join evaluation e on r.kind = 'evaluation' and e.campaign_id = r.campaign_id and e.project_id = r.project_id
     left join agency a on a.id = e.agency_id
     where ${where.join(' and ')} order by p.code, p.id`,
    parameters.values,
  );
};

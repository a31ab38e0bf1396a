import { DataSource } from 'typeorm';
import { Organisation1700000000001 } from './migrations/1-organisation.js';
import { Campaign1700000000002 } from './migrations/2-campaign.js';
import { Obligation1700000000003 } from './migrations/3-obligation.js';
import { Stages1700000000004 } from './migrations/4-stages.js';
import { Api1700000000005 } from './migrations/5-api.js';
import { Published1700000000006 } from './migrations/6-published.js';
import { WarningColours1700000000007 } from './migrations/7-warning-colours.js';
import { Terms1700000000008 } from './migrations/8-terms.js';
import { AcrossStages1700000000009 } from './migrations/9-across-stages.js';
import { KeyEvaluation1700000000010 } from './migrations/10-key-evaluation.js';
import { Monitoring1700000000011 } from './migrations/11-monitoring.js';
import { TargetFiling1700000000012 } from './migrations/12-target-filing.js';
import { OrganisationChanges1700000000013 } from './migrations/13-organisation-changes.js';
import { ResultsInUse1700000000014 } from './migrations/14-results-in-use.js';
import { ProjectSearch1700000000015 } from './migrations/15-project-search.js';
import { EvaluationDepth1700000000016 } from './migrations/16-evaluation-depth.js';
import { DecisionsInForce1700000000017 } from './migrations/17-decisions-in-force.js';
import { CalendarsAndLineage1700000000018 } from './migrations/18-calendars-and-lineage.js';
import { LiveAndPublic1700000000019 } from './migrations/19-live-and-public.js';
import { Rehearsals1700000000020 } from './migrations/20-rehearsals.js';
import { Objections1700000000022 } from './migrations/22-objections.js';
import { Reallocation1700000000023 } from './migrations/23-reallocation.js';

export const MIGRATIONS = [
  Organisation1700000000001,
  Campaign1700000000002,
  Obligation1700000000003,
  Stages1700000000004,
  Api1700000000005,
  Published1700000000006,
  WarningColours1700000000007,
  Terms1700000000008,
  AcrossStages1700000000009,
  KeyEvaluation1700000000010,
  Monitoring1700000000011,
  TargetFiling1700000000012,
  OrganisationChanges1700000000013,
  ResultsInUse1700000000014,
  ProjectSearch1700000000015,
  EvaluationDepth1700000000016,
  DecisionsInForce1700000000017,
  CalendarsAndLineage1700000000018,
  LiveAndPublic1700000000019,
  Rehearsals1700000000020,
  Objections1700000000022,
  Reallocation1700000000023,
];

/** Brings the database at `url` to the present schema; each migration in a transaction of its own. Harmless when it is there already. */
export async function migrate(url: string, schema = 'public'): Promise<void> {
  const source = new DataSource({ type: 'postgres', url, schema, migrations: MIGRATIONS, installExtensions: false });
  await source.initialize();
  try {
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await source.destroy();
  }
}

import type { DataSource } from 'typeorm';
import { obligationWorkflowId } from '#contracts/obligation/obligation.contract.js';
import type { Engine } from '#temporal/engine.js';
import { ObligationStarter, inParallel } from './obligation-starter.js';

/** What was recorded within so long before everything stopped may not have reached the engine any more. */
const WINDOW = '10 minutes';

/**
 * After a crash: obligations whose rows were written last compare themselves with their tables, and rows without a workflow get one. Harmless
 * at every start. Answers how many were asked.
 */
export async function resync(source: DataSource, engine: Engine): Promise<number> {
  const unstarted: { id: string }[] = await source.query('select id from obligation where started_at is null');
  await new ObligationStarter(source, engine).start(unstarted.map(({ id }) => id));
  const doubtful: { id: string }[] = await source.query(
    `select distinct substr(stream, 12)::uuid as id from audit_entry
     where stream like 'obligation/%' and sequence > 0 and recorded_at > (select max(recorded_at) - interval '${WINDOW}' from audit_entry)`,
  );
  await inParallel(doubtful, async ({ id }) => void (await engine.tell(obligationWorkflowId(id), 'resync', null)));
  return doubtful.length;
}

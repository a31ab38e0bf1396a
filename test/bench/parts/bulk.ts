import { v7 as uuid } from 'uuid';
import type { Command } from '#domain/obligation/command.js';
import type { Ground } from '../ground.js';
import { inLanes, timed } from '../measure.js';
import type { Report } from '../report.js';
import type { Filing } from '../year.js';
import { launchYear } from './launch.js';

const AT_ONCE = 50;
const documentsOf = ({ documents }: Filing) => documents.map((id) => ({ id }));

/** Submission and the two approvals: what a unit, its department and the performance office do in one click each. */
export const STEPS: readonly (readonly [string, (filing: Filing) => Command])[] = [
  ['submit', (it) => ({ name: 'submit', requestId: uuid(), actor: it.debtor, documents: documentsOf(it) })],
  ['first approval', (it) => ({ name: 'review', verdict: 'approve', requestId: uuid(), actor: it.department, documents: documentsOf(it) })],
  ['second approval', (it) => ({ name: 'review', verdict: 'approve', requestId: uuid(), actor: it.bureau, documents: documentsOf(it) })],
];

async function group(ground: Ground, report: Report, obligations: number, documents: number): Promise<void> {
  const filings = await launchYear(ground, { units: obligations, projects: documents - obligations });
  const what = `${String(Math.round(documents / obligations))} documents an obligation`;
  let total = 0;
  const before = ground.cpu();
  for (const [name, command] of STEPS) {
    const act = async (i: number): Promise<void> => {
      const answers = await ground.engine.act(filings[i]!.obligation, command(filings[i]!));
      if (answers.some(({ outcome }) => outcome === 'refused')) throw new Error(`${name}: ${JSON.stringify(answers[0])}`);
    };
    const ms = await timed(() => inLanes(filings.length, AT_ONCE, act));
    total += ms;
    report.add({ part: 'bulk', what: `${what}: ${name}`, value: (documents * 1000) / ms, unit: '/s' });
  }
  report.cost('bulk', `${what}: update`, 3 * filings.length, before, ground.cpu());
  const target = Math.round(documents / obligations) === 14 ? { target: 1500, better: 'more' as const } : {};
  report.add({ part: 'bulk', what: `${what}: documents decided`, value: (3 * documents * 1000) / total, unit: '/s', ...target });
  report.add({ part: 'bulk', what: `${what}: updates`, value: (3 * filings.length * 1000) / total, unit: '/s' });
  const [left]: { count: string }[] = await ground.source.query(
    `select count(*) from document where obligation_id = any ($1) and status <> 'approved'`,
    [filings.map(({ obligation }) => obligation)],
  );
  if (left!.count !== '0') throw new Error(`${left!.count} documents are not approved.`);
}

/** (c) Documents submitted and decided a second: 4,188 documents, submission and two approvals, by list. */
export async function bulk(ground: Ground, report: Report, units: number): Promise<void> {
  const fire = await ground.hire('product');
  const documents = Math.round((units * 4188) / 304);
  await group(ground, report, units, documents);
  await group(ground, report, Math.round(documents / 50), documents);
  await group(ground, report, Math.round(documents / 100), documents);
  await fire();
}

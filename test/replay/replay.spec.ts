import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import type { WorkflowBundleOption } from '@temporalio/worker';
import { recorded, recordedNames } from '../support/histories.js';

const codePath = fileURLToPath(new URL('../../dist/workflow-bundle.js', import.meta.url));
const names = recordedNames();

// What is broken on purpose below is not to be read in the log.
Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter: 'ERROR' } } });

type Recorded = ReturnType<typeof recorded>;

const typeOf = ({ events }: Recorded): string => events![0]!.workflowExecutionStartedEventAttributes!.workflowType!.name!;
const idOf = ({ events }: Recorded): string => events![0]!.workflowExecutionStartedEventAttributes!.workflowId!;

/** Sentences about every history that the workflow code of today does not lead through again. */
const broken = async (workflowBundle: WorkflowBundleOption, histories: ReadonlyMap<string, Recorded>): Promise<string[]> => {
  const all = [...histories].map(([, history]) => ({ workflowId: idOf(history), history }));
  const faults: string[] = [];
  for await (const { workflowId, error } of Worker.runReplayHistories({ workflowBundle, replayName: 'recorded' }, all)) {
    if (error) faults.push(`${workflowId}: ${error.message}`);
  }
  return faults;
};

// Red means: deploying this commit would break years that are running. Add patched(); never record anew to get green.
it('leads through every recorded history again', async () => {
  expect(names.length).toBeGreaterThan(0);
  expect(await broken({ codePath }, new Map(names.map((name) => [name, recorded(name)])))).toEqual([]);
}, 120_000);

it('has a history of every workflow there is', () => {
  const types = new Set(names.map((name) => typeOf(recorded(name))));
  expect([...types].sort()).toEqual([
    'agencyReplacement',
    'annualCycle',
    'budgetLinkage',
    'dataRequest',
    'keyEvaluation',
    'obligation',
    'organisationChange',
    'rectification',
    'stage',
  ]);
});

it('notices code that does something else than it did', async () => {
  const code = readFileSync(codePath, 'utf8');
  const changed = code.replaceAll('linkages.proposeLinkage(', 'linkages.carryLinkage(');
  expect(changed).not.toBe(code);
  const faults = await broken({ code: changed }, new Map([['budget-linkage', recorded('budget-linkage')]]));
  expect(faults).toEqual([expect.stringContaining('TMPRL1100')]);
});

it('notices a history that this code has not made', async () => {
  const history = recorded('obligation-approved');
  const marker = history.events!.findIndex(({ markerRecordedEventAttributes }) => markerRecordedEventAttributes);
  history.events!.splice(marker, 1);
  history.events!.forEach((event, i) => Object.assign(event, { eventId: i + 1 }));
  expect(await broken({ codePath }, new Map([['forged', history]]))).toHaveLength(1);
});

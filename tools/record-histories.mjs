/**
 * Records what test/replay replays: rehearses a year, lets the workflow tests live through the rest, and keeps one history of each kind.
 * Not part of any test run. Who records over what is there gives up the proof that years begun with the code before go on with the code of
 * today: a new way through a workflow is recorded beside the old one, `node tools/record-histories.mjs -standing-timer`.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkNode, fail } from './console.mjs';

checkNode();

const project = fileURLToPath(new URL('..', import.meta.url));
const folder = join(project, 'test', 'replay', 'histories');
const LIVED = [
  'rehearsal',
  'lives',
  'key-evaluation',
  'evaluation-and-feedback',
  'agency-replacement',
  'rectification',
  'year',
  'budget-adjustment',
  'organisation-change',
  'recalendar',
  'mid-year-projects',
  'crash',
].map((it) => `test/workflow/${it}.spec.ts`);

try {
  mkdirSync(folder, { recursive: true });
  const env = { ...process.env, JIHENG_RECORD_HISTORIES: folder, JIHENG_RECORD_SUFFIX: process.argv[2] ?? '' };
  const tests = spawn(process.execPath, [join(project, 'tools', 'test.mjs'), ...LIVED], { cwd: project, stdio: 'inherit', env });
  const code = await new Promise((resolve) => tests.on('close', resolve));
  if (code !== 0) throw new Error('The histories are not to be trusted: a test that they come from failed.');
  for (const name of readdirSync(folder)) console.log(`${name}  ${statSync(join(folder, name)).size} bytes`);
} catch (error) {
  fail(error);
}

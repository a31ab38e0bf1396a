/** `npm run bench [-- parts … --large --json FILE]`: measures what docs/performance.md tells, on an embedded stack in a temporary folder. */
import { parseArgs } from 'node:util';
import { prepareGround } from './ground.js';
import type { Ground } from './ground.js';
import { bulk } from './parts/bulk.js';
import { launch } from './parts/launch.js';
import { raw } from './parts/raw.js';
import { reads } from './parts/reads.js';
import { screens } from './parts/screens.js';
import { single } from './parts/single.js';
import { storm } from './parts/storm.js';
import { Report } from './report.js';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' }, large: { type: 'boolean', default: false } },
});
const scale = options.large ? 10 : 1;
const UNITS = 304 * scale;
const PROJECTS = 2_461 * scale;

const PARTS: Readonly<Record<string, (ground: Ground, report: Report) => Promise<void>>> = {
  raw: (ground, report) => raw(ground, report, UNITS),
  launch: (ground, report) => launch(ground, report, { units: UNITS, projects: PROJECTS }),
  bulk: (ground, report) => bulk(ground, report, UNITS),
  single,
  storm: (ground, report) => storm(ground, report, UNITS),
  reads,
  screens,
};

const unknown = positionals.filter((it) => !(it in PARTS));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}: choose of ${Object.keys(PARTS).join(', ')}.`);
  process.exit(2);
}

const report = new Report();
const ground = await prepareGround();
try {
  for (const [name, measure] of Object.entries(PARTS))
    if (positionals.length === 0 || positionals.includes(name)) await measure(ground, report);
  if (options.json !== undefined) await report.save(options.json, { large: options.large, parts: positionals });
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await ground.close();
}
process.exit();

import type { Command } from 'commander';
import type { Finding } from '#embedded/diagnosis.js';

const SIGN: Record<Finding['state'], string> = { ok: '✓', note: '·', missing: '✗' };

async function doctor(options: { json?: boolean }): Promise<void> {
  const { diagnose } = await import('#embedded/diagnosis.js');
  const findings = await diagnose(process.env);
  const healthy = findings.every((it) => it.state !== 'missing');
  if (options.json) console.log(JSON.stringify({ healthy, findings }, null, 2));
  else {
    const width = Math.max(...findings.map((it) => it.what.length)) + 2;
    for (const { what, state, detail } of findings) console.log(`${SIGN[state]} ${what.padEnd(width)}${detail}`);
    console.log(healthy ? '\nNothing is missing.' : '\nWhat is marked ✗ has to be put right before `npm start`.');
  }
  if (!healthy) process.exitCode = 1;
}

export function register(program: Command): void {
  program.command('doctor').description('tell what is found, used and missing on this machine').option('--json', 'as JSON').action(doctor);
}

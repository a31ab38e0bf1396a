import type { Command } from 'commander';
import { FAMILIES } from './families.js';
import { textOf } from './text-of.js';

/** One answered case: enough to compute it anew (`jiheng explain`). */
export interface ExportedResult {
  readonly family: string;
  /** As it was written. */
  readonly case: unknown;
  readonly result: unknown;
}

async function run(name: string, file: string, { json }: { json?: boolean }): Promise<void> {
  const { readCases } = await import('#contracts/rules/case-file.js');
  const { schema, run: answer, print, objects } = await FAMILIES[name]!.load();
  const cases = readCases(await textOf(file), schema).map(({ read, written }) => ({ family: name, case: written, result: answer(read) }));
  if (json) console.log(JSON.stringify({ cases } satisfies { cases: ExportedResult[] }, null, 2));
  else console.log(cases.map(({ result }) => print(result)).join('\n\n'));
  if (objects && cases.some(({ result }) => objects(result))) process.exitCode = 2;
}

export function register(program: Command): void {
  for (const [name, { description }] of Object.entries(FAMILIES)) {
    program
      .command(`${name} <file>`)
      .description(`${description} (docs/formats/${name}.md)`)
      .option('--json', 'as JSON, each case with its explained result')
      .action((file: string, options: { json?: boolean }) => run(name, file, options));
  }
}

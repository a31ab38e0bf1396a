import type { Command } from 'commander';
import { textOf } from './text-of.js';

async function explain(file: string, { json }: { json?: boolean }): Promise<void> {
  const { printRecomputed, recompute } = await import('./explain.js');
  const cases = await recompute(await textOf(file));
  console.log(json ? JSON.stringify({ cases }, null, 2) : cases.map(printRecomputed).join('\n\n'));
  if (cases.some((it) => !it.identical)) process.exitCode = 2;
}

export function register(program: Command): void {
  program
    .command('explain <result>')
    .description(
      "compute a rule family's stored results anew (its --json), say where they differ, and explain each figure (docs/formats/explain.md)",
    )
    .option('--json', 'as JSON: identical or the differences, and the explanations')
    .action(explain);
}

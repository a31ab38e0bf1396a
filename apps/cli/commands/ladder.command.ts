import type { Command } from 'commander';

async function ladder(file: string, { json }: { json?: boolean }): Promise<void> {
  const { readFile } = await import('node:fs/promises');
  const { readCases } = await import('#contracts/rules/case-file.js');
  const { ladderCase } = await import('./ladder/case.schema.js');
  const { follow } = await import('./ladder/follow.js');
  const { printed } = await import('./ladder/print.js');
  const text = await readFile(file === '-' ? '/dev/stdin' : file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${file} cannot be read: ${error.code ?? error.message}.`);
  });
  const followed = readCases(text, ladderCase).map(({ read }) => follow(read));
  console.log(json ? JSON.stringify({ cases: followed }, null, 2) : followed.map(printed).join('\n\n'));
}

export function register(program: Command): void {
  program
    .command('ladder <file>')
    .description("follow an obligation's deadline ladder along events, without a server (docs/formats/ladder.md)")
    .option('--json', 'as JSON, instants with +08:00')
    .action(ladder);
}

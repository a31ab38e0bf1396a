import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { Problem, problemBody } from '#contracts/errors/problem.js';
import type { ImportedExecution, YearWish } from './execution.js';
import { fiscalYear } from './fiscal-year.js';

interface Options extends YearWish {
  readonly origin?: string;
  readonly check?: boolean;
  readonly json?: boolean;
}

/** A refusal of the domain, in a sentence for whoever typed the command. */
const inWords = (file: string, error: unknown): unknown => {
  if (!(error instanceof Problem)) return error;
  const { en, zh } = problemBody(error, 'en');
  const at = error.errors.map((it) => `  ${it.path}: ${it.en}（${it.zh}）`);
  return new Error([`${file}: ${en}（${zh}）`, ...at].join('\n'));
};

async function imported(file: string, { origin, check = false, ...wish }: Options): Promise<ImportedExecution> {
  const [{ readTable }, { campaignOf, importExecution }, { withDatabase, engineOf }, { Clock }] = await Promise.all([
    import('#platform/tables/read-table.js'),
    import('./execution.js'),
    import('../../database.js'),
    import('#platform/clock.js'),
  ]);
  const table = await readTable(await readFile(file));
  return withDatabase(async (source, servers) => {
    const [clock, ends] = [new Clock(), [] as (() => Promise<void>)[]];
    const feed = async () => {
      const { createExecutionFeed } = await import('#activities/monitoring/create-execution-feed.js');
      const { engine, close } = await engineOf(servers);
      ends.push(close);
      return createExecutionFeed(source, engine, clock);
    };
    try {
      const campaign = await campaignOf(source, wish);
      return await importExecution({ source, clock, feed }, { campaign, table, origin: origin ?? basename(file), check });
    } finally {
      for (const end of ends) await end();
    }
  });
}

async function run(file: string, options: Options): Promise<void> {
  const it = await imported(file, options).catch((error: unknown) => {
    throw inWords(file, error);
  });
  const { executionAsText } = await import('./execution-as-text.js');
  console.log(options.json ? JSON.stringify(it, null, 2) : executionAsText(it, options.check ?? false));
  if (it.rows.some(({ outcome }) => outcome === 'wrong')) process.exitCode = 1;
}

/** `jiheng import execution FILE`. */
export function register(parent: Command): void {
  parent
    .command('execution <file>')
    .description('import execution figures (预算执行数) from a workbook (.xlsx) or CSV file: project code, day, yuan; all or nothing')
    .option('--district <code>', 'code of the district, where more than one has a year under way')
    .option('--year <year>', 'budget year, where more than one is under way', fiscalYear)
    .option('--campaign <id>', 'the year by its id')
    .option('--origin <text>', 'where the figures come from; default: the name of the file')
    .option('--check', 'say what would become of each row, and write nothing')
    .option('--json', 'as JSON')
    .action(run);
}

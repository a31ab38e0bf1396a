import type { Command } from 'commander';
import type { ImportedDistrict } from '#persistence/organisation/import-district.js';
import { register as registerExecution } from './import/execution.command.js';
import { fiscalYear } from './import/fiscal-year.js';

interface Options {
  readonly year?: number;
  readonly json?: boolean;
}

const printed = ({ fiscalYear: year, counts }: ImportedDistrict, name: string): string => {
  const lines = Object.entries(counts).map(
    ([list, { created, updated }]) => `  ${list.padEnd(14)}${String(created).padStart(6)} new ${String(updated).padStart(6)} changed`,
  );
  return [`${name}, ${String(year)}`, ...lines].join('\n');
};

async function importDistrictFrom(what: string, { year, json }: Options): Promise<void> {
  const { readDistrict } = await import('./import/read-district.js');
  const district = await readDistrict(what);
  const [{ withDatabase }, { importDistrict }] = await Promise.all([
    import('../database.js'),
    import('#persistence/organisation/import-district.js'),
  ]);
  const options = year === undefined ? {} : { fiscalYear: year };
  const imported = await withDatabase((source) => source.transaction((manager) => importDistrict(manager, district, Date.now(), options)));
  console.log(json ? JSON.stringify(imported, null, 2) : printed(imported, district.district.name));
}

export function register(program: Command): void {
  const command = program
    .command('import <file>')
    .enablePositionalOptions()
    .description(
      'import a district: a file (jiheng-district@1, YAML or JSON) or a fixture such as gangcheng-2023 or jiangbei-size; all or nothing',
    )
    .option('--year <year>', 'budget year of the projects, if not the one in the file', fiscalYear)
    .option('--json', 'as JSON')
    .action(importDistrictFrom);
  registerExecution(command);
}

import { writeFile } from 'node:fs/promises';
import { Option } from 'commander';
import type { Command } from 'commander';
import type { Outcome } from '../../rehearsal/outcome.js';

interface Wishes {
  readonly district: 'gangcheng' | 'huaxi' | 'jiangbei-size';
  readonly year: string;
  readonly json?: true | string;
  readonly keep: boolean;
  readonly scenario?: string;
  readonly until?: string;
  readonly visit?: true | string;
}

export function register(program: Command): void {
  program
    .command('rehearse')
    .description('把一个年度在虚拟时间里演练一遍 Run a whole year in virtual time on the real engine')
    .addOption(new Option('--district <name>', 'whose year').choices(['gangcheng', 'huaxi', 'jiangbei-size']).default('gangcheng'))
    .option('--year <year>', 'fiscal year', '2023')
    .option('--scenario <name>', 'a part of a year that goes wrong: `jiheng rehearse --scenario list` names them')
    .option('--json [file]', 'print everything as JSON, or write it to a file')
    .option('--keep', 'keep schema and namespace to be looked at', false)
    .option('--until <day>', 'stop after this day (2023-10-15)')
    .option('--visit [port]', 'afterwards the pages can be opened and worked with until Ctrl-C')
    .action(async ({ district, year, json, keep, scenario: name, until, visit: port }: Wishes) => {
      const { SCENARIOS } = await import('../../rehearsal/scenarios/scenarios.js');
      const { staged } = await import('../../rehearsal/scenarios/scenario.js');
      const scenario = name === undefined ? undefined : SCENARIOS[name];
      if (name !== undefined && !scenario) {
        const list = Object.entries(SCENARIOS).map(([known, { zh, en }]) => `${known.padEnd(28)}${zh} ${en}`);
        if (name === 'list') return console.log(list.join('\n'));
        throw new Error(`There is no scenario ${name}. There are:\n${list.join('\n')}`);
      }
      const { temporalConnectionOptions } = await import('#platform/configuration-temporal.js');
      const [{ readConfiguration }, { useStack }, { loadScript }, { openYear }, { REHEARSAL_PASSWORD }, { asText }, { interruption }] =
        await Promise.all([
          import('#platform/configuration.js'),
          import('#embedded/stack.js'),
          import('../../rehearsal/script.js'),
          import('../../rehearsal/rehearsed-year.js'),
          import('../../rehearsal/house.js'),
          import('../../rehearsal/as-text.js'),
          import('../interruption.js'),
        ]);
      const progress = (line: string): void => void process.stderr.write(`» ${line}\n`);
      const whole = await loadScript(district, Number(year));
      const script = scenario ? staged(whole, scenario) : whole;
      const configuration = readConfiguration();
      const stack = await useStack(configuration, { progress });
      const temporal = await temporalConnectionOptions(configuration.temporal, stack.temporalAddress);
      const servers = { databaseUrl: stack.databaseUrl, temporal };
      const options = { progress, scenario, port: typeof port === 'string' ? Number(port) : undefined };
      const running = await openYear(script, servers, options);
      const end = async (): Promise<void> => {
        await running.close(keep);
        await stack.stop();
      };
      const go = async (): Promise<Outcome> => {
        await running.until(until);
        if (port !== undefined) {
          progress(`${running.address} (${REHEARSAL_PASSWORD}: the password of every account; Ctrl-C ends)`);
          await interruption().asked;
        }
        return running.outcome();
      };
      const outcome = await go().finally(end);
      if (until !== undefined) return;
      const text = JSON.stringify(outcome, null, 2);
      if (typeof json === 'string') await writeFile(json, text);
      console.log(json === true ? text : asText(outcome));
      const sound = outcome.closed && outcome.openItems.length === 0 && outcome.projects.every(({ agrees }) => agrees !== false);
      if (!sound) process.exitCode = 1;
    });
}

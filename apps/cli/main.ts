import { Command } from 'commander';
import { reportFailure } from './failure.js';
import { register as doctor } from './commands/doctor.command.js';
import { register as ladder } from './commands/ladder.command.js';
import { register as rehearse } from './commands/rehearse.command.js';
import { register as importDistrict } from './commands/import.command.js';
import { register as verify } from './commands/verify.command.js';
import { register as plan } from './commands/plan.command.js';
import { register as start } from './commands/start.command.js';
import { register as explain } from './rules/explain.command.js';
import { register as rules } from './rules/rule.command.js';

/** Every command of `jiheng`; each file loads its heavy parts only when it runs. */
const commands = [start, rehearse, doctor, importDistrict, ladder, plan, verify, rules, explain];

const program = new Command('jiheng')
  .description('绩衡 drives the yearly budget-performance cycle of a district.')
  .showHelpAfterError('(jiheng --help shows what there is)')
  .configureHelp({ sortSubcommands: true });
for (const register of commands) register(program);

try {
  await program.parseAsync();
} catch (error) {
  reportFailure(error);
}

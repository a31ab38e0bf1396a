/** `npm start`: from a fresh clone to a running system. */
import { checkNode, fail } from './console.mjs';

checkNode();
try {
  const { prepare } = await import('./prepare.mjs');
  await prepare({ temporal: true });
  process.argv.splice(2, 0, 'start');
  // In this very process, so that signals need no forwarding.
  await import('../dist/apps/cli/main.js');
} catch (error) {
  fail(error);
}

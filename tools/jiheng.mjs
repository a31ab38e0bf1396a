#!/usr/bin/env node
/** The command `jiheng`: installs and builds what is missing, then runs the command line's own program. */
import { checkNode, fail } from './console.mjs';

checkNode();
try {
  const { prepare } = await import('./prepare.mjs');
  await prepare();
  await import('../dist/apps/cli/main.js');
} catch (error) {
  fail(error);
}

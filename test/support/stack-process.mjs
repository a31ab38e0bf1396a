/** A process of its own that runs a stack on the folder JIHENG_DATA: for tests that kill it. */
import { setInterval } from 'node:timers';
import { startStack } from '../../dist/libs/embedded/stack.js';
import { readConfiguration } from '../../dist/libs/platform/configuration.js';

const stack = await startStack(readConfiguration(), { durable: process.env.JIHENG_TEST_DURABLE !== 'no' });
console.log(JSON.stringify({ ...stack.pids(), databaseUrl: stack.databaseUrl, temporalAddress: stack.temporalAddress }));
setInterval(() => undefined, 60_000);

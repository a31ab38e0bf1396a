/**
 * Preloaded into the threads that run workflows. The SDK hooks into every promise of a workflow and keeps a formatted stack trace of it for
 * the query `__stack_trace`; it does without where the hook cannot be had. Other hooks (those of AsyncLocalStorage) stay.
 */
import { promiseHooks } from 'node:v8';

const { createHook } = promiseHooks;

promiseHooks.createHook = (hooks) => {
  if (/promiseStackStore/.test(String(hooks.init))) throw new Error('Stack traces of promises are off.');
  return createHook(hooks);
};

// What is wanted needs no warning each time a thread starts.
const { warn } = console;
console.warn = (...said) => {
  if (!String(said[0]).startsWith('v8.promiseHooks.createHook is not available')) warn(...said);
};

/**
 * Preloaded into the threads that run workflows. The SDK hooks into every promise of a workflow and keeps a formatted stack trace of it for
 * the query `__stack_trace`; it does without where the hook cannot be had. Other hooks (those of AsyncLocalStorage) stay.
 */
const v8 = require('node:v8');

const { createHook } = v8.promiseHooks;

v8.promiseHooks.createHook = (hooks) => {
  if (/promiseStackStore/.test(String(hooks.init))) throw new Error('Stack traces of promises are off.');
  return createHook(hooks);
};

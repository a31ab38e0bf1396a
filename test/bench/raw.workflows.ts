import { condition, defineSignal, defineUpdate, setHandler } from '@temporalio/workflow';

/** What the engine costs by itself: workflows that do nothing. */
export async function nothing(): Promise<void> {
  await Promise.resolve();
}

/** Answers `echo` until it is told to end. */
export async function idle(): Promise<void> {
  let ended = false;
  setHandler(defineUpdate<number, [number]>('echo'), (it) => it);
  setHandler(defineSignal('end'), () => void (ended = true));
  await condition(() => ended);
}

/** Signals within this many milliseconds are one wish: a terminal and npm both pass on one Ctrl-C. */
const ONE_WISH = 1_000;

export interface Interruption {
  /** Resolves at the first SIGINT, SIGTERM or SIGHUP. */
  readonly asked: Promise<void>;
  readonly isAsked: () => boolean;
  /** Counts as the first signal: something cannot go on. */
  readonly ask: () => void;
}

/** Turns the first Ctrl-C into a wish to end cleanly, and the second one into an end. */
export function interruption(): Interruption {
  let since: number | undefined;
  let resolve: () => void = () => undefined;
  const asked = new Promise<void>((it) => (resolve = it));
  const ask = (): void => {
    since ??= Date.now();
    resolve();
  };
  const onSignal = (): void => {
    if (since !== undefined && Date.now() - since > ONE_WISH) {
      console.error('Ended at once; the next start cleans up.');
      process.exit(130);
    }
    ask();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  return { asked, isAsked: () => since !== undefined, ask };
}

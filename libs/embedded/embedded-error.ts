/** Something about this machine keeps a part from running: what happened, and what to do. */
export class EmbeddedError extends Error {
  override readonly name = 'EmbeddedError';
}

/** Text for a failure whose cause the part's own log shows; the frequent causes get their own sentence. */
export function explain(part: string, log: string, said: string): EmbeddedError {
  if (/No space left on device|ENOSPC|disk full/i.test(said)) {
    return new EmbeddedError(`${part} stopped because the disk is full: free some space below ${log} and start again.`);
  }
  if (/address already in use|EADDRINUSE/i.test(said)) {
    return new EmbeddedError(`${part} found its port taken by another program: start again, and another one is chosen.`);
  }
  const last = said.trim().split('\n').slice(-3).join(' ').slice(0, 400);
  return new EmbeddedError(`${part} did not start: ${last || 'it said nothing'}. Its log is ${log}.`);
}

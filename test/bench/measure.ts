/** Runs `work` for 0 … count - 1, `atOnce` at a time; the first failure is thrown. */
export async function inLanes(count: number, atOnce: number, work: (i: number) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, lane));
}

/** Milliseconds that the work took. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export interface Latencies {
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Of all of them together, a second. */
  readonly rate: number;
}

/** Latency of each of `count` calls at `atOnce` clients. */
export async function latencies(count: number, atOnce: number, work: (i: number) => Promise<unknown>): Promise<Latencies> {
  const each: number[] = [];
  const total = await timed(() => inLanes(count, atOnce, async (i) => void each.push(await timed(() => work(i)))));
  each.sort((a, b) => a - b);
  const quantile = (q: number): number => each[Math.min(each.length - 1, Math.floor(each.length * q))]!;
  return { p50: quantile(0.5), p99: quantile(0.99), rate: (count * 1000) / total };
}

/** Asks every `everyMs` until the answer is yes. @throws Error after `patienceMs`. */
export async function until(asked: () => Promise<boolean>, everyMs = 10, patienceMs = 300_000): Promise<void> {
  const end = performance.now() + patienceMs;
  while (!(await asked())) {
    if (performance.now() > end) throw new Error(`Waited ${String(patienceMs / 1000)} s in vain.`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second, as Linux gives them to programs on every machine. */
const TICKS = 100;

interface Process {
  readonly parent: number;
  /** Milliseconds of processor time, with that of children that have ended. */
  readonly ms: number;
}

/** What the kernel says of every process; empty where there is no /proc. */
function processes(): ReadonlyMap<number, Process> {
  const found = new Map<number, Process>();
  let names: string[];
  try {
    names = readdirSync('/proc');
  } catch {
    return found;
  }
  for (const name of names.filter((it) => /^\d+$/.test(it))) {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      // The program's name stands in brackets and may hold blanks.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const ticks = [11, 12, 13, 14].reduce((sum, i) => sum + Number(fields[i]), 0);
      found.set(Number(name), { parent: Number(fields[1]), ms: (ticks * 1000) / TICKS });
    } catch {
      // It has ended meanwhile.
    }
  }
  return found;
}

/** Processor time (ms) that each of the named processes, with its children, has used so far. */
export function processorTime(pids: Readonly<Record<string, number | undefined>>): Readonly<Record<string, number>> {
  const all = processes();
  const sums = Object.entries(pids).map(([name, pid]) => {
    const own = pid === undefined ? undefined : all.get(pid);
    const children = [...all.values()].filter(({ parent }) => name !== 'client' && parent === pid);
    return [name, [own, ...children].reduce((sum, it) => sum + (it?.ms ?? 0), 0)] as const;
  });
  return Object.fromEntries(sums);
}

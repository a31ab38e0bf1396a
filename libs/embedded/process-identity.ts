import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * A process, told apart from a later one with the same number by when it began, and from anybody else's by a text
 * that its command line holds (our data folder).
 */
export interface ProcessRecord {
  readonly pid: number;
  readonly began: string;
  readonly marker: string;
}

/** When the process began, in whatever words this system has for it; undefined when there is none (or a zombie). */
export async function beganAt(pid: number): Promise<string | undefined> {
  if (process.platform === 'linux') {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
    // The name in parentheses may hold blanks; the state follows it, the start time is the 20th field after it.
    const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields === undefined || fields[0] === 'Z' ? undefined : fields[19];
  }
  const { stdout } = await run('ps', ['-o', 'lstart=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout.trim() || undefined;
}

async function commandOf(pid: number): Promise<string> {
  if (process.platform === 'linux') return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).replaceAll('\0', ' ');
  const { stdout } = await run('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout;
}

export async function record(pid: number, marker: string): Promise<ProcessRecord> {
  return { pid, began: (await beganAt(pid)) ?? '', marker };
}

/** Whether the recorded process, and no other with its number, still runs. */
export async function stillRuns(it: ProcessRecord): Promise<boolean> {
  return (await beganAt(it.pid)) === it.began && (await commandOf(it.pid)).includes(it.marker);
}

/** Whether a process of this number runs and its command line holds the marker. */
export async function runsWith(pid: number, marker: string): Promise<boolean> {
  return (await beganAt(pid)) !== undefined && (await commandOf(pid)).includes(marker);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Asks a recorded process to end, and ends it after `patience` ms; never touches another one. */
export async function endRecorded(it: ProcessRecord, gently: NodeJS.Signals, patience: number): Promise<void> {
  if (!(await stillRuns(it))) return;
  signal(it.pid, gently);
  for (const end = Date.now() + patience; Date.now() < end;) {
    if (!(await stillRuns(it))) return;
    await sleep(50);
  }
  if (await stillRuns(it)) signal(it.pid, 'SIGKILL');
  for (let i = 0; i < 100 && (await stillRuns(it)); i += 1) await sleep(50);
}

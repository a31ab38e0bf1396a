import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return undefined;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return Number(readFileSync(file, 'utf8')) || -1;
  }
}

/** Runs `work` while no other process does; a lock that a killed process left behind is taken over. */
export async function withLock(what, folder, progress, work) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'getting.lock');
  for (let told = false, holder; (holder = take(file)) !== undefined;) {
    if (holder > 0 && holder !== process.pid && alive(holder)) {
      if (!told) progress(`Process ${holder} is getting ${what} already; waiting for it.`);
      told = true;
      await sleep(1_000);
    } else {
      // A moment's grace for one who has created the file and not yet written into it.
      if (holder < 0) await sleep(200);
      rmSync(file, { force: true });
    }
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

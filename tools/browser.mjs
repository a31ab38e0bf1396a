/** Finds a Chrome-family browser and a Chinese font for the journeys; installs Debian's where that is possible. */
import { spawnSync } from 'node:child_process';
import { say } from './console.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

const answer = (command, args) => {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : '';
};

const installed = () => process.env.JIHENG_BROWSER || NAMES.map((name) => answer('which', [name])).find((it) => it !== '');
/** Without one every Chinese character is an empty box. */
const hasChinese = () => answer('fc-list', [':lang=zh']) !== '';

function install() {
  say('Installing a browser and a Chinese font (apt-get install chromium fonts-wqy-zenhei).');
  const run = (...args) =>
    spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  run('update', '-qq');
  run('install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-wqy-zenhei', 'fontconfig');
}

/** The path of the browser. @throws Error that says what to install */
export async function findBrowser() {
  const isDebian = answer('which', ['apt-get']) !== '';
  if ((!installed() || !hasChinese()) && isDebian && process.getuid?.() === 0) install();
  const path = installed();
  if (!path) throw new Error('No Chrome-family browser was found. Install chromium, or name one in JIHENG_BROWSER.');
  if (!hasChinese()) throw new Error('No Chinese font was found. Install one (fonts-wqy-zenhei), or every character is an empty box.');
  return path;
}

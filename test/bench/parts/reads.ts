import { Agent, get } from 'node:http';
import type { Ground } from '../ground.js';
import { latencies } from '../measure.js';
import { writeMillion } from '../million.js';
import type { Reader } from '../million.js';
import type { Report } from '../report.js';

const CLIENTS = 20;
const EACH = 2_000;
const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });

/** Reads one page to its end. @throws Error for anything but 200 or for a page without a row. */
const read = (url: string, { cookie }: Reader, mayBeEmpty = false): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = get(url, { agent, headers: { cookie } }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (it: string) => (body += it));
      response.on('end', () => {
        const right = response.statusCode === 200 && (mayBeEmpty || !body.startsWith('{"items":[]'));
        if (right) resolve();
        else reject(new Error(`${url}: ${String(response.statusCode)} ${body.slice(0, 300)}`));
      });
    });
    request.on('error', reject);
  });

/** (f) The lists that people look at all day, over HTTP from an API process, pages of 50. */
export async function reads(ground: Ground, report: Report): Promise<void> {
  const { documents, campaign, fiscalYear, clerks, reviewers, bureau, words } = await writeMillion(ground);
  const { url, stop } = await ground.serve();
  const of = <T>(all: readonly T[], i: number): T => all[i % all.length]!;
  const board = `${url}/campaigns/${campaign}/not-submitted?limit=50`;
  const LISTS: readonly (readonly [string, (i: number) => Promise<void>])[] = [
    ['a clerk’s open tasks', (i) => read(`${url}/tasks?limit=50`, of(clerks, i))],
    ['a reviewer’s open tasks', (i) => read(`${url}/tasks?limit=50`, of(reviewers, i))],
    ['who has not submitted, the bureau', () => read(board, bureau)],
    ['who has not submitted, a department', (i) => read(board, of(reviewers, i))],
    [
      'project search by name',
      (i) => read(`${url}/projects?limit=50&fiscalYear=${String(fiscalYear)}&q=${encodeURIComponent(of(words, i))}`, bureau),
    ],
  ];
  for (const [what, list] of LISTS) {
    await latencies(400, CLIENTS, list);
    const before = ground.cpu();
    const { p50, p99, rate } = await latencies(EACH, CLIENTS, list);
    const title = `${documents.toLocaleString('en')} documents: ${what}`;
    report.add({ part: 'reads', what: `${title}, p50`, value: p50, unit: 'ms' });
    report.add({ part: 'reads', what: `${title}, p99`, value: p99, unit: 'ms', target: 25 });
    report.add({ part: 'reads', what: `${title}`, value: rate, unit: '/s' });
    report.cost('reads', what, EACH, before, ground.cpu());
  }
  agent.destroy();
  await stop();
}

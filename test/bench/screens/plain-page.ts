import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface PlainPages {
  readonly url: string;
  stop(): Promise<void>;
}

const row = (texts: readonly string[], index: number): string =>
  `<tr data-index="${String(index)}">${texts.map((it) => `<td>${it.replace(/[&<]/g, ' ')}</td>`).join('')}</tr>`;

const page = (rows: readonly (readonly string[])[]): string =>
  `<!doctype html><html lang="zh"><meta charset="utf-8"><title>plain</title><style>td{height:34px;padding:0 8px;white-space:nowrap}</style>` +
  `<h1 data-plain>${String(rows.length)}</h1><table>${rows.map(row).join('')}</table></html>`;

/** What a browser does with the same texts when nothing runs in the page: `/few` as a first screen has them, `/many` as a list does. */
export async function servePlainPages(rows: readonly (readonly string[])[], few: number): Promise<PlainPages> {
  const [first, all] = [page(rows.slice(0, few)), page(rows)];
  const server = createServer((request, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8').end(request.url === '/few' ? first : all);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, stop };
}

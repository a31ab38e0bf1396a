import { readFileSync, writeFileSync } from 'node:fs';
import { openApiDocument } from '#api/openapi/document.js';
import { accessTable } from '#api/openapi/access-table.js';

const docs = new URL('../../../docs/', import.meta.url);

/** With UPDATE_DOCS=1 the committed texts are written anew; their diff is then reviewed like code. */
const committed = (name: string, text: string): string => {
  if (process.env['UPDATE_DOCS']) writeFileSync(new URL(name, docs), text);
  return readFileSync(new URL(name, docs), 'utf8');
};

it('docs/openapi.json is what the API really validates by', () => {
  const text = `${JSON.stringify(openApiDocument(), null, 2)}\n`;
  expect(committed('openapi.json', text)).toBe(text);
});

it('docs/access.md is the table that the API really decides by', () => {
  const text = accessTable();
  expect(committed('access.md', text)).toBe(text);
});

it('names every operation once and refers to nothing that is missing', () => {
  const document = openApiDocument();
  const operations = Object.values(document.paths).flatMap((it) => Object.values(it as Record<string, { operationId: string }>));
  const ids = operations.map(({ operationId }) => operationId);
  expect(new Set(ids).size).toBe(ids.length);
  const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/([^"]+)"/g)];
  const components = document.components as unknown as Record<string, Record<string, unknown>>;
  expect(refs.filter(([, kind, name]) => components[kind!]?.[name!] === undefined).map(([all]) => all)).toEqual([]);
});

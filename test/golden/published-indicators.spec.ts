import { readFileSync, readdirSync } from 'node:fs';
import { readLibraryTable } from '#contracts/import/indicator-library.js';
import type { EntryFields } from '#domain/target-filing/library.js';
import { readTable } from '#platform/tables/read-table.js';

const at = (path: string): URL => new URL(`../../${path}`, import.meta.url);
const { entries, errors } = readLibraryTable(await readTable(readFileSync(at('policies/indicators/published.csv'))));

interface Published {
  readonly id: string;
}

/** Every record of the published reports by its id, as the text that it holds. */
const published = new Map(
  readdirSync(at('fixtures'), { withFileTypes: true })
    .filter((it) => it.isDirectory())
    .flatMap(({ name }) =>
      readdirSync(at(`fixtures/${name}`)).flatMap((file) => {
        const content = JSON.parse(readFileSync(at(`fixtures/${name}/${file}`), 'utf8')) as unknown;
        const lists = [content, ...Object.values(content as object)].filter(Array.isArray) as Published[][];
        return lists.flat().flatMap((it) => (typeof it?.id === 'string' ? [[it.id, JSON.stringify(it)] as const] : []));
      }),
    ),
);

const recordOf = ({ source }: EntryFields): string => published.get(/，([a-z]{2}\d\d-\w+)$/.exec(source)?.[1] ?? '') ?? '';

it('ships templates of twelve sectors, each of which is read as an upload is', () => {
  expect(errors).toEqual([]);
  expect(entries).toHaveLength(46);
  expect(new Set(entries.map(({ entry }) => entry.sector)).size).toBe(12);
});

it.each(entries.map(({ entry }) => [entry.sector, entry.level3, entry] as const))('%s: %s stands in a published report', (_, __, entry) => {
  const record = recordOf(entry);
  expect(record).not.toBe('');
  // 召开一次 is printed in words.
  const value = entry.usualValue === '1' ? '一次' : entry.usualValue;
  if (entry.operator !== '定性') expect(record).toContain(value);
});

it('names the district, the year and the document of each', () => {
  const unnamed = entries.filter(({ entry }) => !/^(重庆市江北区|重庆市北碚区|贵阳市花溪区)20\d\d年.*报告/.test(entry.source));
  expect(unnamed).toEqual([]);
});

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { KINDS, ofKind, tables } from './figures.js';
import { SOUND, writtenByHand } from './labelled.js';
import type { Labelled } from './labelled.js';
import { variations } from './variations.js';

const VARIATIONS = new URL('variations.yaml', import.meta.url);
const PAGE = new URL('../../../docs/target-quality.md', import.meta.url);
const [BEGIN, END] = ['<!-- figures -->', '<!-- /figures -->'];
const writes = process.env['UPDATE_DOCS'] === '1';

const made = variations(SOUND);
if (writes)
  writeFileSync(
    VARIATIONS,
    `# Written by variations.ts from sound.yaml (UPDATE_DOCS=1), one a line.\n${made.map((it) => `- ${JSON.stringify(it)}\n`).join('')}`,
  );
const all = [...writtenByHand(), ...(parse(readFileSync(VARIATIONS, 'utf8')) as Labelled[])];

describe('the labelled targets', () => {
  it('are what the generator makes, at least 200, and every kind is there', () => {
    expect(all.slice(-made.length)).toEqual(JSON.parse(JSON.stringify(made)));
    expect(all.length).toBeGreaterThanOrEqual(200);
    for (const kind of KINDS) expect(ofKind(all, kind).length).toBeGreaterThan(10);
    expect(new Set(all.map((it) => it.id)).size).toBe(all.length);
  });

  it('are labelled without asking a rule', () => {
    for (const file of ['labelled.ts', 'variations.ts']) {
      const imports = [...readFileSync(new URL(file, import.meta.url), 'utf8').matchAll(/^import (type )?.* from '(#[^']+)';$/gm)];
      expect(imports.length).toBeGreaterThan(0);
      expect(imports.filter(([, type]) => type === undefined).map(([, , from]) => from)).toEqual([]);
    }
  });

  it('give the figures of docs/target-quality.md', () => {
    expect(existsSync(PAGE)).toBe(true);
    const page = readFileSync(PAGE, 'utf8');
    const [before, rest] = page.split(BEGIN) as [string, string];
    const after = rest.split(END)[1]!;
    const present = `${before}${BEGIN}\n\n${tables(all)}\n\n${END}${after}`;
    if (writes) writeFileSync(PAGE, present);
    expect(readFileSync(PAGE, 'utf8')).toBe(present);
  });
});

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { caseFileSchema, readCases } from '#contracts/rules/case-file.js';
import { FAMILIES } from './families.js';

const DOCS = new URL('../../../docs/formats/', import.meta.url);

/** The examples of docs/formats are run; the schema there is the present code's. `UPDATE_DOCS=1` writes it. */
describe.each(Object.entries(FAMILIES))('docs/formats/%s', (name, { load }) => {
  it('has the JSON Schema of the present code', async () => {
    const { schema } = await load();
    const file = new URL(`${name}.schema.json`, DOCS);
    const present = `${JSON.stringify(caseFileSchema(`jiheng ${name}`, schema), null, 2)}\n`;
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(file, present);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(present));
  });

  it('has examples that are read and answered, and answered the same from their export', async () => {
    const { schema, run, print } = await load();
    expect(existsSync(new URL(`${name}.md`, DOCS))).toBe(true);
    const examples = [...readFileSync(new URL(`${name}.md`, DOCS), 'utf8').matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml]) => yaml!);
    expect(examples.length).toBeGreaterThanOrEqual(1);
    for (const { read, written } of examples.flatMap((yaml) => readCases(yaml, schema))) {
      const result = run(read);
      expect(print(result)).not.toBe('');
      const [again] = readCases(JSON.stringify(written), schema);
      expect(JSON.stringify(run(again!.read))).toBe(JSON.stringify(result));
    }
  });
});

import { readFileSync } from 'node:fs';
import { printRecomputed, recompute } from './explain.js';
import { score } from './score.family.js';
import { readCases } from '#contracts/rules/case-file.js';

const DOCS = new URL('../../../docs/formats/', import.meta.url);
const [EXAMPLE] = [...readFileSync(new URL('score.md', DOCS), 'utf8').matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml]) => yaml!);
const [{ read, written }] = readCases(EXAMPLE!, score.schema) as [{ read: Parameters<typeof score.run>[0]; written: unknown }];
const stored = (): { family: string; case: unknown; result: ReturnType<typeof score.run> } =>
  JSON.parse(JSON.stringify({ family: 'score', case: written, result: score.run(read) })) as never;

describe('jiheng explain', () => {
  it('finds a stored result identical when it is computed anew', async () => {
    const [answer] = await recompute(JSON.stringify({ cases: [stored()] }));
    expect(answer).toMatchObject({ family: 'score', identical: true, differences: [] });
    expect(answer!.explanations).toHaveLength(7);
  });

  it('names every place where it differs', async () => {
    const changed = stored();
    const { value } = changed.result.total;
    const [answer] = await recompute(
      JSON.stringify({
        cases: [{ ...changed, result: { ...changed.result, total: { ...changed.result.total, value: { ...value, score: '99' } } } }],
      }),
    );
    expect(answer!.identical).toBe(false);
    expect(answer!.differences).toEqual([{ path: 'total.value.score', stored: '99', computed: value!.score }]);
    expect(printRecomputed(answer!, 0)).toContain('total.value.score：');
  });

  it('finds a figure that was changed after it was scored', async () => {
    const changed = JSON.stringify({ cases: [stored()] }).replace('"value":1800', '"value":600');
    const [answer] = await recompute(changed);
    expect(answer!.differences.map((it) => it.path)).toContain('total.value.score');
  });

  it('prints inputs with their origin, steps with formula and result, both languages', async () => {
    const [answer] = await recompute(JSON.stringify({ cases: [stored()] }));
    const text = printRecomputed(answer!, 0);
    expect(text).toContain('输入 全年执行数 executed amount（executed）= 78.5    ［2023年决算 · 区教育局 · 2024-02-01］');
    expect(text).toContain('78.5 ÷ 100 = 157/200');
    expect(text).toContain('依据 财预〔2020〕10号');
    expect(text).toMatch(/recomputed: identical/);
  });

  it('refuses what no family wrote', async () => {
    await expect(recompute('{"cases":[{"family":"guess","case":{},"result":{}}]}')).rejects.toThrow('there is no such rule family');
    await expect(recompute('{"cases":[{"family":"score","case":{"facts":{}},"result":{}}]}')).rejects.toThrow(
      'rubric: this field is missing',
    );
  });
});

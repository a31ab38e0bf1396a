import { createHash } from 'node:crypto';
import type { SeedOrigin } from './seed.js';
import { drawSpotCheck, verifySpotCheck } from './spot-check.js';
import type { SpotCheck } from './spot-check.js';

const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
const candidates = Array.from({ length: 30 }, (_, i) => ({
  id: `P${String(i + 10)}`,
  department: i % 2 ? '教育局' : '交通局',
  amount: '500000',
}));
const lottery: SeedOrigin = {
  method: 'public-value',
  source: '双色球第2024040期',
  namedOn: '2024-04-01',
  publishedOn: '2024-04-11',
  value: '03 08 17 22 29 31+05',
};
const party = (
  by: string,
  text: string,
  more: object = {},
): { by: string; commitment: string; committedOn: string; revealed: string | null; revealedOn: string | null } => ({
  by,
  commitment: sha(text),
  committedOn: '2024-04-09',
  revealed: text,
  revealedOn: '2024-04-11',
  ...more,
});
const check = (origin: SeedOrigin | null, more: Partial<SpotCheck> = {}): SpotCheck => ({
  candidates,
  frozenOn: '2024-04-10',
  rule: { rate: '10', strata: ['department'] },
  origin,
  ...more,
});
const reasonOf = (origin: SeedOrigin | null): string | undefined => drawSpotCheck(check(origin)).sample.reason;

describe('the frozen list', () => {
  it('has the hash that sha256sum prints of its lines', () => {
    const lines = candidates.map(({ id, department, amount }) => `["${id}","${department}","${amount}"]\n`);
    const { listHash, seed, sample } = drawSpotCheck(check(null));
    expect([listHash, seed, sample.value, sample.reason]).toEqual([sha(lines.join('')), null, null, 'SEED_PENDING']);
  });
});

describe('a seed from a public value', () => {
  it('is the hash of list, source and value, and the sample follows from it', () => {
    const { listHash, seed, sample, drawn } = drawSpotCheck(check(lottery));
    expect(seed).toBe(sha(`jiheng-draw-1\n${listHash}\npublic-value\n双色球第2024040期\n03 08 17 22 29 31+05\n`));
    expect(sample.value).toEqual(drawn.map(({ id }) => id));
    expect(sample.value).toHaveLength(3);
    expect(sample.steps[0]).toMatchObject({ result: seed });
    expect(sample.inputs.find(({ name }) => name === 'value')!.origin).toEqual({ document: '双色球第2024040期', at: '2024-04-11' });
    expect(sample.steps.slice(1, 3).map(({ formula }) => formula)).toEqual(['15 × 10% = 3/2', '15 × 10% = 3/2']);
    expect(sample.steps.slice(3).map(({ result }) => result)).toEqual(sample.value);
  });

  it('changes with the list', () => {
    const [first, ...rest] = candidates;
    const other = drawSpotCheck(check(lottery, { candidates: [{ ...first!, amount: '500001' }, ...rest] }));
    expect(other.seed).not.toBe(drawSpotCheck(check(lottery)).seed);
  });

  it('is refused where somebody could have known it, or chosen its source, when the list was made', () => {
    expect(reasonOf({ ...lottery, publishedOn: '2024-04-10' })).toBe('VALUE_NOT_AFTER_LIST');
    expect(reasonOf({ ...lottery, namedOn: '2024-04-11' })).toBe('SOURCE_NAMED_LATE');
  });
});

describe('a seed of several parties', () => {
  const joint = (...parties: ReturnType<typeof party>[]): SeedOrigin => ({ method: 'commit-reveal', parties });
  const [finance, audit] = [party('财政局', '财政局的随机文字 4711'), party('审计局', '审计局的随机文字 0815')];

  it('does not depend on their order', () => {
    const { seed, listHash } = drawSpotCheck(check(joint(finance, audit)));
    expect(drawSpotCheck(check(joint(audit, finance))).seed).toBe(seed);
    const lines = ['jiheng-draw-1', listHash, 'commit-reveal', '审计局=审计局的随机文字 0815', '财政局=财政局的随机文字 4711'];
    expect(seed).toBe(sha(lines.map((it) => `${it}\n`).join('')));
  });

  it('needs everybody to keep to what they committed to, and nobody to speak early', () => {
    expect(reasonOf(joint(finance))).toBe('TOO_FEW_PARTIES');
    expect(reasonOf(joint(finance, finance))).toBe('PARTY_TWICE');
    expect(reasonOf(joint(finance, { ...audit, revealed: null, revealedOn: null }))).toBe('NOT_REVEALED');
    expect(reasonOf(joint(finance, { ...audit, revealed: '另一段随机文字 0815' }))).toBe('COMMITMENT_BROKEN');
    expect(reasonOf(joint(finance, { ...audit, revealedOn: '2024-04-10' }))).toBe('REVEALED_EARLY');
    expect(reasonOf(joint(finance, { ...audit, committedOn: '2024-04-11' }))).toBe('REVEALED_EARLY');
  });
});

describe('a published draw', () => {
  const { listHash, seed, drawn } = drawSpotCheck(check(lottery));
  const ids = drawn.map(({ id }) => id);

  it('is confirmed when list, seed and sample hold', () => {
    expect(verifySpotCheck(check(lottery), { listHash, seed: seed!, drawn: [...ids].reverse() })).toMatchObject({ value: true, steps: [] });
    expect(verifySpotCheck(check(null), { drawn: ids })).toMatchObject({ value: null, reason: 'SEED_PENDING' });
  });

  it('is found out when a project was swapped, or the list changed afterwards', () => {
    const spare = candidates.find(({ id }) => !ids.includes(id))!.id;
    const swapped = verifySpotCheck(check(lottery), { drawn: [spare, ...ids.slice(1)] });
    expect([swapped.value, swapped.steps.map(({ result }) => result)]).toEqual([false, [ids[0], spare]]);
    const shorter = check(lottery, { candidates: candidates.slice(1) });
    expect(verifySpotCheck(shorter, { listHash }).value).toBe(false);
    expect(verifySpotCheck(check(lottery), { seed: listHash }).value).toBe(false);
  });
});

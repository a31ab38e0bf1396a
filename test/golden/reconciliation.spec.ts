import type { Finding } from '#domain/reconciliation/finding.js';
import type { StatementAnswer } from '#domain/reconciliation/statement.js';
import { reconcileSchema } from '#contracts/rules/reconcile.schema.js';
import { reconcile } from '#domain/reconciliation/reconcile.js';
import { BESIDES, EXPECTED, OPEN_FAULTS } from './reconciliation/expected.js';
import type { Seen } from './reconciliation/expected.js';
import { aggregates, caseOf, derived, inconsistencies, reconciled, REPORTS, statementsOf } from './reconciliation/published-reports.js';
import { READINGS } from './reconciliation/readings.js';

const answered = REPORTS.map((report) => ({ report, ...reconciled(report) }));
const answers = new Map<string, StatementAnswer>(answered.flatMap(({ statements }) => statements.map((it) => [it.id, it])));
const findings: readonly Finding[] = answered.flatMap((it) => it.findings);

const stands = (place: string, at: string): boolean => at === place || (place === 'texts' && at.startsWith('texts'));
const sees = (finding: Finding, it: Seen): boolean =>
  'finding' in it && finding.code === it.finding && finding.at.some((at) => stands(it.at, at));

/** Points whose verdict the published copy leaves out are counted by their verdict in the original. */
const VERDICT_LEFT_OUT = ['bb19-d020', 'bb19-d021', 'bb19-d022', 'bb19-d025', 'bb19-d027', 'bb19-d028'];

describe('the statements of five published reports', () => {
  const published = REPORTS.flatMap((report) => aggregates(report));
  const WANTED = new Map<unknown, string>([
    [true, 'consistent'],
    [false, 'inconsistent'],
    ['not-recomputable', 'not-recomputable'],
  ]);

  it('are judged as the published copy judges them, all 228: no false alarm, nothing missed', () => {
    const judged = published.filter(({ consistent }) => consistent !== undefined);
    expect(judged).toHaveLength(228);
    expect(judged.filter((it) => answers.get(it.id)?.verdict !== WANTED.get(it.consistent)).map(({ id }) => id)).toEqual([]);
  });

  it('recompute to the published copy’s figures, exact and at the decimals printed', () => {
    const wrong = published.filter(({ id, recomputed, check }) => {
      if (!check || recomputed === null || recomputed === undefined) return false;
      return answers.get(id)?.recomputed !== recomputed;
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('that the copy leaves open are all recomputed: nine do not agree, 55 do', () => {
    const open = published.filter(({ consistent }) => consistent === undefined).map(({ id }) => id);
    expect([...open].sort()).toEqual(Object.keys(READINGS).sort());
    const verdicts = open.map((id) => [id, answers.get(id)!.verdict] as const);
    expect(verdicts.filter(([, it]) => it === 'inconsistent').map(([id]) => id)).toEqual(Object.keys(OPEN_FAULTS));
    expect(verdicts.filter(([, it]) => it === 'consistent')).toHaveLength(55);
  });

  it('yield the derived values', () => {
    const wrong = REPORTS.flatMap((report) => {
      const all = reconciled(report, [...aggregates(report), ...derived(report)]).statements;
      return derived(report).filter((it) => all.find(({ id }) => id === it.id)?.recomputed?.replace('≈', '') !== it.recomputed);
    });
    expect(wrong.map(({ id }) => id)).toEqual(VERDICT_LEFT_OUT);
  });

  it('no longer agree once a digit is changed', () => {
    const unnoticed = REPORTS.flatMap((report) => {
      const changed = statementsOf(report).map((it) =>
        answers.get(it.id)?.verdict === 'consistent' && /\d$/.test(it.value ?? '')
          ? { ...it, value: it.value!.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)) }
          : it,
      );
      const touched = new Set(
        changed.filter((it, i) => it !== statementsOf(report)[i] && it.value !== statementsOf(report)[i]!.value).map(({ id }) => id),
      );
      return reconciled(report, changed).statements.filter(({ id, verdict }) => touched.has(id) && verdict === 'consistent');
    });
    // 10701 + 50 = 10751: a sum of statements agrees again when a part and the sum are changed alike.
    expect(unnoticed.map(({ id }) => id)).toEqual(['jb21-a016']);
  });
});

describe('the inconsistencies of fixtures/inconsistencies.json', () => {
  it('are all listed, each found or with the reason why no machine sees it', () => {
    expect(Object.keys(EXPECTED)).toEqual(inconsistencies().map(({ id }) => id));
    const missed = Object.entries(EXPECTED).flatMap(([id, seen]) =>
      seen
        .filter((it) => !('unseen' in it))
        .filter((it) =>
          'statement' in it ? answers.get(it.statement)?.verdict !== 'inconsistent' : !findings.some((one) => sees(one, it)),
        )
        .map((it) => [id, it]),
    );
    expect(missed).toEqual([]);
    const found = Object.values(EXPECTED).filter((seen) => !seen.some((it) => 'unseen' in it));
    expect([found.length, inconsistencies().length]).toEqual([44, 51]);
  });

  it('are, with a few true ones beside, all that is found: no false alarm', () => {
    const known = [...Object.values(EXPECTED).flat(), ...BESIDES.map(([finding, at]): Seen => ({ finding, at }))];
    expect(findings.filter((one) => !known.some((it) => sees(one, it))).map(({ code, at }) => [code, at])).toEqual([]);
    const statements = [...answers.values()].filter(({ verdict }) => verdict === 'inconsistent').map(({ id }) => id);
    const faulty = [
      ...Object.values(EXPECTED)
        .flat()
        .flatMap((it) => ('statement' in it ? [it.statement] : [])),
      ...Object.keys(OPEN_FAULTS),
      'bb19-i30:score',
    ];
    expect(statements.filter((id) => !faulty.includes(id))).toEqual([]);
  });
});

it('five reports are read, checked and explained within five seconds', () => {
  const cases = REPORTS.map((report) => reconcileSchema.parse(caseOf(report, statementsOf(report))));
  const started = performance.now();
  cases.forEach((it) => reconcile(it));
  expect(performance.now() - started).toBeLessThan(5_000);
});

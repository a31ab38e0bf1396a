import fc from 'fast-check';
import { linkSchema } from '#contracts/rules/link.schema.js';
import { linkProjects } from '#domain/budget-linkage/link.js';
import type { LinkageProject, LinkageTable } from '#domain/budget-linkage/table.js';
import type { LinkageRule } from '#domain/policy/policy.js';
import { compare, exact, show } from '#domain/score/exact.js';
import { sumYuan } from '#domain/score/money.js';

const fen = fc.bigInt({ min: 0n, max: 10n ** 13n }).map((it) => show(exact(`${String(it)}/100`), 2));
const percent = fc.integer({ min: 0, max: 1000 }).map((it) => show(exact(`${String(it)}/10`), 1));
const facts = fc.record({
  grade: fc.constantFrom('优', '良', '中', '差', null),
  executionRate: fc.option(fc.integer({ min: 0, max: 30 }).map((it) => `${String(it)}/20`)),
  idleFunds: fc.option(fen),
  'rectification.overdue': fc.option(fc.boolean()),
});
const projects: fc.Arbitrary<LinkageProject[]> = fc
  .array(fc.record({ department: fc.constantFrom('甲', '乙', '丙'), base: fen, facts }), { minLength: 1, maxLength: 25 })
  .map((all) => all.map((it, i) => ({ ...it, id: String(i), name: String(i) })));
const rule: fc.Arbitrary<LinkageRule> = fc.oneof(
  fc.record({ when: fc.constantFrom('grade == 中', 'executionRate < 60%'), treatment: fc.constant('compress' as const), by: percent }),
  fc.record({ when: fc.constant('grade == 优'), treatment: fc.constant('prioritise' as const), raise: percent }),
  fc.record({ when: fc.constant('grade == 差'), treatment: fc.constant('cancel' as const) }),
  fc.record({ when: fc.constant('grade == 良'), treatment: fc.constant('maintain' as const) }),
  fc.record({
    when: fc.constant('idleFunds > 0'),
    treatment: fc.constant('compress' as const),
    takeBack: percent,
    adds: fc.constant(true),
  }),
  fc.record({
    when: fc.constant('rectification.overdue'),
    treatment: fc.constant('compress' as const),
    by: percent,
    adds: fc.constant(true),
  }),
);
const bounds = fc.record({ maxCut: percent, floor: fen, ceiling: fen }, { requiredKeys: [] });
const table: fc.Arbitrary<LinkageTable> = fc.record({
  version: fc.constant('1'),
  source: fc.constant('test'),
  rules: fc.array(rule, { minLength: 1, maxLength: 8 }),
  bounds,
});

describe('budget linkage, whatever projects and tables', () => {
  it('adds up: departments and treatments to the district, amounts to sums', () => {
    fc.assert(
      fc.property(projects, table, (given, by) => {
        const { projects: linked, departments, district } = linkProjects(given, by);
        for (const side of ['before', 'after', 'change'] as const) {
          const parts = [...Object.values(district.byTreatment), district.undecided];
          expect(sumYuan(parts.map((it) => it[side]))).toBe(district[side]);
          expect(sumYuan(departments.map((it) => it[side]))).toBe(district[side]);
        }
        expect(sumYuan(linked.map(({ after }) => after))).toBe(district.after);
        expect(Object.values(district.byTreatment).reduce((n, it) => n + it.projects, district.undecided.projects)).toBe(given.length);
      }),
    );
  });

  it('does not depend on the order of the projects', () => {
    fc.assert(
      fc.property(projects, table, (given, by) => {
        const turned = linkProjects([...given].reverse(), by);
        const straight = linkProjects(given, by);
        expect(turned.district).toEqual(straight.district);
        expect([...turned.projects].reverse()).toEqual(straight.projects);
      }),
    );
  });

  it('keeps within its bounds, and below nothing never', () => {
    fc.assert(
      fc.property(projects, table, (given, by) => {
        const { maxCut, floor, ceiling } = by.bounds;
        for (const { before, after, treatment } of linkProjects(given, by).projects) {
          expect(compare(after, '0')).toBeGreaterThanOrEqual(0);
          if (treatment === 'cancel') continue;
          if (maxCut !== undefined && ceiling === undefined) {
            const least = exact(before)
              .mul(exact('100').sub(exact(maxCut)))
              .div(100);
            expect(compare(exact(after).add(exact('0.005')), least)).toBeGreaterThanOrEqual(0);
          }
          if (floor !== undefined && compare(after, before) < 0) expect(compare(after, floor)).toBeGreaterThanOrEqual(0);
          if (ceiling !== undefined && compare(after, before) > 0) expect(compare(after, ceiling)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  it('gives no more where a rule cuts more', () => {
    fc.assert(
      fc.property(projects, percent, percent, (given, one, other) => {
        const [less, more] = compare(one, other) <= 0 ? [one, other] : [other, one];
        const by = (cut: string): LinkageTable => ({
          version: '1',
          source: 'test',
          rules: [{ when: 'grade == 中', treatment: 'compress', by: cut }],
          bounds: {},
        });
        const [milder, harder] = [linkProjects(given, by(less)), linkProjects(given, by(more))];
        harder.projects.forEach(({ after }, i) => expect(compare(after, milder.projects[i]!.after)).toBeLessThanOrEqual(0));
      }),
    );
  });
});

it('refuses whatever is no case, and never runs on', () => {
  fc.assert(
    fc.property(fc.anything(), (given) => {
      expect(linkSchema.safeParse(given).success).toBe(false);
    }),
  );
});

it('links 4,188 projects, each with its explanation, within five seconds', () => {
  const rules: LinkageRule[] = [
    { when: 'executionRate < 60%', treatment: 'compress', by: '20' },
    { when: 'grade == 优', treatment: 'prioritise', raise: '5' },
    { when: 'grade == 中', treatment: 'compress', by: '10' },
    { when: 'rectification.overdue', treatment: 'compress', by: '5', adds: true },
  ];
  const many = Array.from({ length: 4_188 }, (_, i): LinkageProject => {
    const facts = { grade: '优良中差'.charAt(i % 4), executionRate: `${String(i % 100)}/100`, 'rectification.overdue': i % 7 === 0 };
    return { id: String(i), name: String(i), department: String(i % 81), base: `${String(1_000 + i)}.37`, facts };
  });
  const started = performance.now();
  expect(linkProjects(many, { version: '1', source: 'test', rules, bounds: {} }).district.projects).toBe(4_188);
  expect(performance.now() - started).toBeLessThan(5_000);
});

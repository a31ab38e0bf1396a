import { policyDifference } from '#domain/policy/policy-difference.js';
import type { PolicyChange } from '#domain/policy/policy-difference.js';
import { ToneTag } from '../../../parts/states/state-tag.js';
import type { Tone } from '../../../parts/states/states.js';
import { PlainTable } from '../../../parts/table/plain-table.js';
import { useLanguage, useWords } from '../../../words/words.js';
import { PolicyValue, useFieldName } from './policy-value.js';
import { POLICIES } from './policies.words.js';

export interface Finding {
  readonly path: string;
  readonly line?: number | undefined;
  readonly zh: string;
  readonly en: string;
}

const LOOKS: Readonly<Record<PolicyChange['kind'], readonly [Tone, 'kindAdded' | 'kindRemoved' | 'kindChanged']>> = {
  added: ['act', 'kindAdded'],
  removed: ['quiet', 'kindRemoved'],
  changed: ['warn', 'kindChanged'],
};

/** Findings of the section that a change stands in; rows have other names in a path than in a file. */
const beside = (findings: readonly Finding[], { path: [section] }: PolicyChange): readonly Finding[] =>
  findings.filter(({ path }) => path.split('.')[0] === section);

interface DifferenceTableProps {
  readonly before: { readonly title: string; readonly content: unknown };
  readonly after: { readonly title: string; readonly content: unknown };
  /** What is wrong with the newer one. */
  readonly findings: readonly Finding[];
}

/** Two policies side by side, field by field in words, with what was found beside each. */
export const DifferenceTable = ({ before, after, findings }: DifferenceTableProps) => {
  const say = useWords(POLICIES);
  const name = useFieldName();
  const language = useLanguage();
  const changes = policyDifference(before.content, after.content);
  const said = new Set<Finding>();
  const once = (it: PolicyChange): readonly Finding[] => beside(findings, it).filter((one) => !said.has(one) && said.add(one));
  const rows = changes.map((it) => ({ ...it, findings: once(it) }));
  return (
    <PlainTable
      name={say('difference')}
      rows={rows}
      rowKey={({ path }) => path.join('/')}
      empty={say('sameContent')}
      columns={[
        { key: 'section', title: say('section'), width: 130, cell: ({ path }) => name(path[0] ?? '') },
        { key: 'field', title: say('field'), width: 200, cell: ({ path }) => path.slice(1).map(name).join(' › ') || say('wholeSection') },
        { key: 'kind', title: say('kind'), width: 70, cell: ({ kind }) => <ToneTag tone={LOOKS[kind][0]}>{say(LOOKS[kind][1])}</ToneTag> },
        { key: 'before', title: before.title, cell: (it) => <PolicyValue value={it.before} /> },
        { key: 'after', title: after.title, cell: (it) => <PolicyValue value={it.after} /> },
        ...(findings.length === 0
          ? []
          : [
              {
                key: 'findings',
                title: say('found'),
                cell: (it: (typeof rows)[number]) =>
                  it.findings.map((one, index) => (
                    <div key={index} style={{ color: '#8a5a00' }}>
                      {one.line === undefined ? '' : `${say('line', { line: one.line })} `}
                      {one[language]}
                    </div>
                  )),
              },
            ]),
      ]}
    />
  );
};

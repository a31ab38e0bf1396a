import { show } from '#domain/score/exact.js';
import type { Schemas } from '../../api/client.js';
import { useLanguage, useWords } from '../../words/words.js';
import { Panel } from '../page.js';
import { PlainTable } from '../table/plain-table.js';
import { COMPARISON } from './comparison.words.js';

type Group = Schemas['ComparedGroup'];

const GroupTable = ({ title, groups }: { readonly title: string; readonly groups: readonly Group[] }) => {
  const say = useWords(COMPARISON);
  const language = useLanguage();
  return (
    <PlainTable
      name={title}
      rows={groups}
      rowKey={({ id, name }) => id ?? name}
      columns={[
        { key: 'name', title, cell: ({ name }) => name },
        { key: 'mean', title: say('mean'), align: 'right', cell: ({ gap }) => (gap ? show(gap.mean) : '—') },
        { key: 'says', title: say('says'), cell: (it) => it[language] },
      ]}
    />
  );
};

/** Whether self-scores lean as a whole, by department and by agency. */
export const Groups = ({ comparison }: { readonly comparison: Schemas['ScoreComparison'] }) => {
  const say = useWords(COMPARISON);
  const language = useLanguage();
  const { overall, departments, agencies } = comparison;
  return (
    <Panel title={say('overall')}>
      <div style={{ display: 'flex', flexDirection: 'column', gap: 12 }}>
        <p style={{ margin: 0 }}>{overall[language]}</p>
        {departments.length > 0 ? <GroupTable title={say('departments')} groups={departments} /> : null}
        {agencies.length > 0 ? <GroupTable title={say('agencies')} groups={agencies} /> : null}
      </div>
    </Panel>
  );
};

import type { Schemas } from '../../../api/client.js';
import { whole } from '../../../api/pages.js';
import type { Column } from '../../../parts/table/column.js';
import { ListTable } from '../../../parts/table/list-table.js';
import { useWords } from '../../../words/words.js';
import { useStageName } from '../../stages/use-stage-name.js';
import { LAUNCH } from './launch.words.js';

type Preview = Schemas['LaunchPreview'];
interface Row {
  readonly department: string | null;
  readonly name: string;
  readonly byStage: Readonly<Record<string, number>>;
}

const rowsOf = ({ stages }: Preview, none: string): readonly Row[] => {
  const rows = new Map<string | null, Row>();
  for (const { key, departments } of stages)
    for (const { department, departmentName, documents } of departments) {
      const before = rows.get(department);
      rows.set(department, { department, name: departmentName ?? none, byStage: { ...before?.byStage, [key]: documents } });
    }
  return [...rows.values()];
};

/** How many documents each department will owe in each stage. */
export const DepartmentsTable = ({ preview }: { readonly preview: Preview }) => {
  const say = useWords(LAUNCH);
  const nameOf = useStageName(preview.stages);
  const rows = rowsOf(preview, say('noDepartment'));
  const stages = preview.stages.filter(({ departments }) => departments.length > 0);
  const columns: readonly Column<Row>[] = [
    { key: 'department', title: say('department'), width: 220, fixed: true, text: ({ name }) => name },
    ...stages.map((stage): Column<Row> => ({
      key: stage.key,
      title: nameOf(stage),
      width: 120,
      align: 'right',
      text: ({ byStage }) => String(byStage[stage.key] ?? ''),
    })),
  ];
  const totals = Object.fromEntries(stages.map(({ key, documents }) => [key, String(documents)]));
  return (
    <ListTable
      id="launch-departments"
      name={say('byDepartment')}
      columns={columns}
      list={whole(rows)}
      rowKey={({ department }) => department ?? 'none'}
      empty={say('emptyPreview')}
      totals={totals}
    />
  );
};

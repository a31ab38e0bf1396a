import { Alert } from 'antd';
import type { Schemas } from '../../api/client.js';
import { PlainTable } from '../../parts/table/plain-table.js';
import { useLanguage, useWords } from '../../words/words.js';
import { IMPORT } from './import.words.js';
import { placeOf } from './pasted.js';
import type { Pasted } from './pasted.js';

const SHOWN = 8;

/** The first rows as they were read. */
export const Preview = ({ rows }: Pick<Pasted, 'rows'>) => {
  const say = useWords(IMPORT);
  const shown = rows.slice(0, SHOWN);
  const title = say('preview', { count: rows.length, shown: shown.length });
  return (
    <>
      <p className="monitoring-note">{title}</p>
      <PlainTable
        name={title}
        rows={shown}
        rowKey={({ project }, index) => `${String(index)}/${project}`}
        columns={[
          { key: 'project', title: say('project'), cell: ({ project }) => project },
          { key: 'day', title: say('day'), cell: ({ day }) => day },
          { key: 'executed', title: say('executed'), align: 'right', cell: ({ executed }) => executed },
        ]}
      />
    </>
  );
};

interface OutcomeProps {
  readonly fed: Schemas['ExecutionFed'];
  /** Nothing was fed yet. */
  readonly isCheck: boolean;
}

/** What was fed, or would be, and which rows are wrong. */
export const Outcome = ({ fed, isCheck }: OutcomeProps) => {
  const say = useWords(IMPORT);
  const language = useLanguage();
  const { errors, ...counts } = fed;
  if (errors.length === 0) return <Alert type="success" showIcon title={say(isCheck ? 'checked' : 'done', counts)} />;
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title={say(isCheck ? 'checked' : 'done', counts)}
        description={say(isCheck ? 'checkErrors' : 'errors')}
      />
      <PlainTable
        name={say('errors')}
        rows={[...errors].sort((a, b) => placeOf(a.path) - placeOf(b.path))}
        rowKey={({ path, code }) => `${path}/${code}`}
        columns={[
          { key: 'where', title: say('where'), cell: ({ path }) => say('row', { row: String(placeOf(path) + 2) }) },
          { key: 'problem', title: say('problem'), cell: (it) => it[language] },
        ]}
      />
    </>
  );
};

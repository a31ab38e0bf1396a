import { Link } from 'react-router';
import { Money, inTenThousands } from '../../parts/money.js';
import { ToneTag } from '../../parts/states/state-tag.js';
import type { Column } from '../../parts/table/column.js';
import { useWords } from '../../words/words.js';
import { PROJECTS } from './projects.words.js';
import { budgetOf } from './standing.js';
import type { Project } from './standing.js';

/** Columns of a list of projects by what changes in the year. */
export const useProjectColumns = (): readonly Column<Project>[] => {
  const say = useWords(PROJECTS);
  const stateOf = ({ status }: Project): string => say(status === 'cancelled' ? 'cancelledState' : 'active');
  return [
    {
      key: 'name',
      title: say('name'),
      width: 340,
      fixed: true,
      text: ({ code, name }) => `${code} ${name}`,
      show: ({ id, code, name }) => (
        <Link to={`/projects/${id}`}>
          {code} {name}
        </Link>
      ),
    },
    { key: 'unit', title: say('unit'), width: 200, text: ({ unitName }) => unitName },
    { key: 'attribute', title: say('attribute'), width: 90, text: ({ attribute }) => say(attribute) },
    {
      key: 'budget',
      title: say('budgetWan'),
      width: 130,
      align: 'right',
      text: (it) => inTenThousands(budgetOf(it)),
      show: (it) => <Money yuan={budgetOf(it)} />,
    },
    {
      key: 'executed',
      title: say('executedWan'),
      width: 130,
      align: 'right',
      text: ({ executedAmount }) => (executedAmount === null ? '' : inTenThousands(executedAmount)),
      show: ({ executedAmount }) => <Money yuan={executedAmount} />,
    },
    {
      key: 'state',
      title: say('state'),
      width: 90,
      text: stateOf,
      show: (it) => <ToneTag tone={it.status === 'cancelled' ? 'quiet' : 'act'}>{stateOf(it)}</ToneTag>,
    },
  ];
};

import { Alert } from 'antd';
import { Link } from 'react-router';
import { compare, exact, show } from '#domain/score/exact.js';
import type { Schemas } from '../../api/client.js';
import { Money, inTenThousands } from '../../parts/money.js';
import { Panel } from '../../parts/page.js';
import { COMMON } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import { useTreatmentName } from './columns.js';
import { LINKAGE } from './linkage.words.js';
import { TREATMENTS } from './proposals.js';

type Answer = Schemas['LinkageWhatIf'];
type Sum = Answer['present']['district']['undecided'];

interface Row {
  readonly key: string;
  readonly name: string;
  readonly present: Sum;
  readonly other: Sum;
}

const SumsTable = ({ name, first, rows }: { readonly name: string; readonly first: string; readonly rows: readonly Row[] }) => {
  const say = useWords(LINKAGE);
  return (
    <div className="linkage-scroll" tabIndex={0} role="region" aria-label={name}>
      <table className="linkage-table">
        <caption>{`${name}${say('tenThousand')}`}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            <th scope="col">{say('before')}</th>
            <th scope="col">{`${say('present')} · ${say('count')}`}</th>
            <th scope="col">{`${say('present')} · ${say('after')}`}</th>
            <th scope="col">{`${say('other')} · ${say('count')}`}</th>
            <th scope="col">{`${say('other')} · ${say('after')}`}</th>
            <th scope="col">{say('change')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name: called, present, other }) => (
            <tr key={key}>
              <th scope="row">{called}</th>
              <td className="amount">
                <Money yuan={other.before} />
              </td>
              <td className="amount">{present.projects}</td>
              <td className="amount">
                <Money yuan={present.after} />
              </td>
              <td className="amount">{other.projects}</td>
              <td className="amount">
                <Money yuan={other.after} />
              </td>
              <td className="amount">
                <Money yuan={show(exact(other.after).sub(exact(present.after)), 2)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const Changed = ({ answer }: { readonly answer: Answer }) => {
  const say = useWords(LINKAGE);
  const common = useWords(COMMON);
  const treatment = useTreatmentName();
  if (answer.changed.length === 0) return <p style={{ margin: 0 }}>{say('noChange')}</p>;
  const said = ({ treatment: it, after }: Answer['changed'][number]['from']) => (
    <>
      {it === null ? say('undecided') : treatment(it)} <Money yuan={after} />
    </>
  );
  return (
    <div className="linkage-scroll" tabIndex={0} role="region" aria-label={say('changed')}>
      <table className="linkage-table" aria-label={say('changed')}>
        <thead>
          <tr>
            <th scope="col">{common('project')}</th>
            <th scope="col">{`${say('present')}${say('tenThousand')}`}</th>
            <th scope="col">{`${say('other')}${say('tenThousand')}`}</th>
          </tr>
        </thead>
        <tbody>
          {answer.changed.map((it) => (
            <tr key={it.id}>
              <td>{it.name}</td>
              <td>{said(it.from)}</td>
              <td>{said(it.to)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {answer.changedProjects > answer.changed.length ? <p>{say('changedShown', { count: answer.changed.length })}</p> : null}
    </div>
  );
};

const useSentence = (): ((it: Answer) => string) => {
  const say = useWords(LINKAGE);
  return ({ difference, changedProjects: count }) => {
    const side = compare(difference, '0');
    if (side === 0) return say('same', { count });
    const amount = inTenThousands(show(exact(difference).abs(), 2));
    return say('difference', { more: say(side > 0 ? 'more' : 'less'), amount, count });
  };
};

/** What another table would make of the year, beside the table in force. */
export const WhatIfResult = ({ answer, departments }: { readonly answer: Answer; readonly departments: ReadonlyMap<string, string> }) => {
  const say = useWords(LINKAGE);
  const common = useWords(COMMON);
  const sentence = useSentence();
  const { present, other } = answer;
  const treatments: readonly Row[] = [
    ...TREATMENTS.map((it) => ({
      key: it,
      name: say(it),
      present: present.district.byTreatment[it],
      other: other.district.byTreatment[it],
    })),
    { key: 'undecided', name: say('undecided'), present: present.district.undecided, other: other.district.undecided },
    { key: 'total', name: common('total'), present: present.district, other: other.district },
  ];
  const byDepartment = other.departments.flatMap((it): Row[] => {
    const before = present.departments.find(({ department }) => department === it.department);
    return before ? [{ key: it.department, name: departments.get(it.department) ?? it.department, present: before, other: it }] : [];
  });
  const exceeded = other.bound && compare(other.bound.exceededBy, '0') > 0 ? other.bound.exceededBy : null;
  return (
    <>
      <Alert type="info" showIcon title={sentence(answer)} />
      {exceeded === null ? null : <Alert type="warning" showIcon title={say('exceeded', { amount: inTenThousands(exceeded) })} />}
      <div className="linkage-results">
        <Panel>
          <SumsTable name={say('byTreatment')} first={say('treatment')} rows={treatments} />
        </Panel>
        <Panel title={say('changed')} extra={<Link to="/stages/budget-linkage/proposals">{say('proposals')}</Link>}>
          <Changed answer={answer} />
        </Panel>
      </div>
      <Panel>
        <SumsTable name={say('byDepartment')} first={common('department')} rows={byDepartment} />
      </Panel>
    </>
  );
};

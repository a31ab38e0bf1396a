import { Tooltip } from 'antd';
import { exact, show } from '#domain/score/exact.js';
import type { Schemas } from '../../../api/client.js';
import { Panel } from '../../../parts/page.js';
import { useLanguage, useWords } from '../../../words/words.js';
import { OVERVIEW } from './overview.words.js';

type Assessment = Schemas['DepartmentAssessment'];

/** Departments assessed by the year's policy; each point with its sentence. */
export const AssessmentsPanel = ({ assessments }: { readonly assessments: readonly Assessment[] }) => {
  const say = useWords(OVERVIEW);
  const language = useLanguage();
  const [first] = assessments;
  if (!first) return null;
  return (
    <Panel title={say('assessment')}>
      <div className="figures-scroll" tabIndex={0} role="group" aria-label={say('assessment')}>
        <table className="figures" aria-label={say('assessment')}>
          <thead>
            <tr>
              <th scope="col">{say('department')}</th>
              <th scope="col" className="figure">
                {say('score')}
              </th>
              {first.items.map((it) => (
                <th key={it.measure} scope="col" className="figure">
                  {say(it.measure)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {assessments.map((it) => (
              <tr key={it.department}>
                <th scope="row">{it.departmentName}</th>
                <td className="figure">
                  <Tooltip title={it.sentence[language]}>
                    <strong tabIndex={0}>{it.shown ?? '—'}</strong>
                  </Tooltip>
                </td>
                {it.items.map((item) => (
                  <td key={item.measure} className="figure">
                    <Tooltip title={`${item.sentence[language]}（${item.source}）`}>
                      <span tabIndex={0}>{item.points === null ? '—' : show(exact(item.points), 2)}</span>
                    </Tooltip>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
};

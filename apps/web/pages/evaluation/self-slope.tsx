import { useMemo } from 'react';
import { api } from '../../api/client.js';
import { useLanguage, useWords } from '../../words/words.js';
import { Chart } from '../../parts/chart/chart.js';
import { slopeOption } from '../../parts/chart/slope-option.js';
import { Explanations } from '../../parts/explanation/explanation.js';
import { Panel } from '../../parts/page.js';
import { EVALUATION } from './evaluation.words.js';
import type { Evaluation } from './use-evaluation.js';

/** The unit's own score of the project beside the agency's, with the rule that compares them. */
export const SelfSlope = ({ evaluation }: { readonly evaluation: Evaluation }) => {
  const say = useWords(EVALUATION);
  const language = useLanguage();
  const params = { path: { campaign: evaluation.campaign }, query: { limit: 500, against: 'evaluation' as const } };
  const { data } = api.useQuery('get', '/api/v1/campaigns/{campaign}/comparison', { params });
  const compared = data?.items.find((it) => it.project === evaluation.project);
  const option = useMemo(() => {
    if (!compared?.self) return null;
    const { self, other, beyond, projectName: name } = compared;
    const slope = { key: 'it', name, from: Number(self.shown), to: Number(other.shown), stands: beyond === true };
    return slopeOption([slope], [say('selfScore'), say('agencyScore')], say('scoreUnit'));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the words follow the language
  }, [compared, language]);
  if (evaluation.score === null) return null;
  return (
    <Panel title={say('selfAgainst')}>
      {compared?.self && option ? (
        <div className="evaluation-two">
          <Chart
            name={say('selfAgainst')}
            height={220}
            option={option}
            table={{
              columns: [say('selfScore'), say('agencyScore'), say('gap')],
              rows: [{ key: 'it', cells: [compared.self.shown, compared.other.shown, compared.gap?.shown ?? '—'] }],
            }}
          />
          <Explanations of={compared.explanation} />
        </div>
      ) : (
        <p>{say('noSelf')}</p>
      )}
    </Panel>
  );
};

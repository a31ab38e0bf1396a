import { Descriptions } from 'antd';
import { Link } from 'react-router';
import { show } from '#domain/score/exact.js';
import { api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { hasRole, useMe } from '../../app/session/session.js';
import { InstantText } from '../../parts/day.js';
import { Explanations } from '../../parts/explanation/explanation.js';
import { Panel, Read } from '../../parts/page.js';
import { PlainTable } from '../../parts/table/plain-table.js';
import { useWords } from '../../words/words.js';
import { Declare } from './declare.js';
import { EVALUATION } from './evaluation.words.js';
import { Independence } from './independence.js';
import { RateAgency } from './rate-agency.js';
import { Reassign } from './reassign.js';
import type { TabProps } from './tab-props.js';
import type { Evaluation } from './use-evaluation.js';

const ENDED = ['accepted', 'abandoned'];

const Declaration = ({ of, evaluation }: { readonly of: Schemas['ConflictDeclaration'] | null; readonly evaluation: Evaluation }) => {
  const say = useWords(EVALUATION);
  const me = useMe();
  const register = api.useQuery('get', '/api/v1/agencies/{agency}/register', { params: { path: { agency: evaluation.agency } } });
  if (!of)
    return hasRole(me, 'agency') && !ENDED.includes(evaluation.status) ? (
      <Declare evaluation={evaluation} />
    ) : (
      <p>{say('noDeclaration')}</p>
    );
  const lead = register.data?.leadEvaluators.find(({ id }) => id === of.leadEvaluator);
  return (
    <div className="evaluation-stack">
      <Descriptions
        size="small"
        column={{ xs: 1, md: 2 }}
        items={[
          { key: 'lead', label: say('leadEvaluator'), children: lead ? `${lead.name}（${lead.certificate}）` : '—' },
          { key: 'at', label: say('declaredAt'), children: <InstantText at={of.declaredAt} /> },
        ]}
      />
      <PlainTable
        name={say('interests')}
        rows={of.interests}
        rowKey={({ about }, index) => `${String(index)}/${about}`}
        empty={say('noInterests')}
        columns={[
          { key: 'about', title: say('interestAbout'), cell: ({ about }) => about },
          { key: 'text', title: say('interestText'), cell: ({ text }) => text },
        ]}
      />
    </div>
  );
};

const Rating = ({ of, evaluation }: { readonly of: Schemas['AgencyRating'] | null; readonly evaluation: Evaluation }) => {
  const say = useWords(EVALUATION);
  const me = useMe();
  if (of)
    return (
      <div className="evaluation-stack">
        <p>
          {say('score')} <strong>{show(of.points)}</strong> · <InstantText at={of.ratedAt} />
        </p>
        {of.remark ? <p>{of.remark}</p> : null}
        <Explanations of={of.explanation} />
      </div>
    );
  return evaluation.status === 'accepted' && hasRole(me, 'bureau') ? <RateAgency evaluation={evaluation} /> : <p>{say('ratingEmpty')}</p>;
};

/** Who evaluates: how the agency was checked, what it declared, how its work was rated; and another agency, if need be. */
export const AssignmentTab = ({ evaluation }: TabProps) => {
  const say = useWords(EVALUATION);
  const me = useMe();
  const assignment = api.useQuery('get', '/api/v1/evaluations/{evaluation}/assignment', {
    params: { path: { evaluation: evaluation.id } },
  });
  return (
    <Read query={assignment}>
      {({ independence, declaration, rating }) => (
        <div className="evaluation-stack">
          <Panel
            title={say('independence')}
            extra={hasRole(me, 'bureau') && !ENDED.includes(evaluation.status) ? <Reassign evaluation={evaluation} /> : null}
          >
            <p>
              {say('agency')} <Link to={`/agencies/${evaluation.agency}`}>{evaluation.agencyName}</Link>
            </p>
            <Independence of={independence} />
          </Panel>
          <Panel title={say('declaration')}>
            <Declaration of={declaration} evaluation={evaluation} />
          </Panel>
          <Panel title={say('rating')}>
            <Rating of={rating} evaluation={evaluation} />
          </Panel>
        </div>
      )}
    </Read>
  );
};

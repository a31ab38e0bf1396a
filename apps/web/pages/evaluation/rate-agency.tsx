import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { compare, isDecimal } from '#domain/score/exact.js';
import { api, once } from '../../api/client.js';
import { Read } from '../../parts/page.js';
import { ProblemAlert } from '../../parts/problem.js';
import { PlainTable } from '../../parts/table/plain-table.js';
import { useCampaign } from '../../app/year/year.js';
import { useWords } from '../../words/words.js';
import { EVALUATION } from './evaluation.words.js';
import type { Evaluation } from './use-evaluation.js';

interface Criterion {
  readonly name: string;
  readonly full: string;
}
interface Given {
  readonly points: string;
  readonly basis: string;
}

const at = (of: unknown, key: string): unknown => (typeof of === 'object' && of !== null ? Reflect.get(of, key) : undefined);

/** Criteria that have a name in words; a policy may list others, which stand as it writes them. */
const NAMED = ['plan', 'field-work', 'scoring', 'report'] as const;

const useCriterionName = () => {
  const say = useWords(EVALUATION);
  return (name: string): string => {
    const known = NAMED.find((it) => it === name);
    return known ? say(`criterion-${known}`) : name;
  };
};

/** In the order in which an evaluation goes; what is not named stands last. */
const placeOf = ({ name }: Criterion): number => (NAMED as readonly string[]).indexOf(name) + 1 || NAMED.length + 1;

/** Criteria of the policy: `keyEvaluation.agencyRating.criteria`. */
const criteriaIn = (policy: unknown): readonly Criterion[] => {
  const criteria = at(at(at(policy, 'keyEvaluation'), 'agencyRating'), 'criteria');
  if (typeof criteria !== 'object' || criteria === null) return [];
  return Object.entries(criteria)
    .map(([name, full]): Criterion => ({ name, full: String(full) }))
    .sort((a, b) => placeOf(a) - placeOf(b));
};

const isGiven = (given: Given | undefined, full: string): boolean =>
  given !== undefined &&
  given.basis.trim() !== '' &&
  isDecimal(given.points) &&
  compare(given.points, '0') >= 0 &&
  compare(given.points, full) <= 0;

const RatingForm = ({ evaluation, criteria }: { readonly evaluation: Evaluation; readonly criteria: readonly Criterion[] }) => {
  const say = useWords(EVALUATION);
  const named = useCriterionName();
  const queries = useQueryClient();
  const [header] = useState(once);
  const [given, setGiven] = useState<Readonly<Record<string, Given>>>({});
  const [remark, setRemark] = useState('');
  const rate = api.useMutation('post', '/api/v1/evaluations/{evaluation}/rating', { onSuccess: () => void queries.invalidateQueries() });
  const change = (name: string, part: Partial<Given>): void => {
    setGiven((before) => ({ ...before, [name]: { points: '', basis: '', ...before[name], ...part } }));
  };
  const isWhole = criteria.every(({ name, full }) => isGiven(given[name], full));
  return (
    <div className="evaluation-stack">
      <Alert type="info" showIcon title={say('rateIntro')} />
      <PlainTable
        name={say('rate')}
        rows={criteria}
        rowKey={({ name }) => name}
        columns={[
          { key: 'name', title: say('criterion'), cell: ({ name }) => named(name) },
          { key: 'full', title: say('fullPoints'), align: 'right', cell: ({ full }) => full },
          {
            key: 'points',
            title: say('score'),
            width: 110,
            cell: ({ name }) => (
              <Input
                aria-label={`${named(name)} ${say('score')}`}
                inputMode="decimal"
                value={given[name]?.points ?? ''}
                onChange={({ target }) => {
                  change(name, { points: target.value });
                }}
              />
            ),
          },
          {
            key: 'basis',
            title: say('basis'),
            cell: ({ name }) => (
              <Input
                aria-label={`${named(name)} ${say('basis')}`}
                value={given[name]?.basis ?? ''}
                maxLength={500}
                onChange={({ target }) => {
                  change(name, { basis: target.value });
                }}
              />
            ),
          },
        ]}
      />
      <label className="evaluation-field">
        {say('remark')}
        <Input.TextArea
          rows={2}
          value={remark}
          maxLength={500}
          onChange={({ target }) => {
            setRemark(target.value);
          }}
        />
      </label>
      {rate.error ? <ProblemAlert error={rate.error} /> : null}
      <div>
        <Button
          type="primary"
          disabled={!isWhole}
          loading={rate.isPending}
          onClick={() => {
            const scores = criteria.map(({ name }) => ({ criterion: name, ...(given[name] ?? { points: '', basis: '' }) }));
            const body = { scores, ...(remark.trim() === '' ? {} : { remark: remark.trim() }) };
            rate.mutate({ params: { path: { evaluation: evaluation.id }, header }, body });
          }}
        >
          {say('submit')}
        </Button>
      </div>
    </div>
  );
};

/** The bureau rates the agency's work by the criteria of the year's policy, once. */
export const RateAgency = ({ evaluation }: { readonly evaluation: Evaluation }) => {
  const say = useWords(EVALUATION);
  const { policy } = useCampaign();
  const query = api.useQuery('get', '/api/v1/policies/{policy}', { params: { path: { policy } } });
  return (
    <Read query={query}>
      {({ content }) => {
        const criteria = criteriaIn(content);
        return criteria.length === 0 ? <p>{say('noCriteria')}</p> : <RatingForm evaluation={evaluation} criteria={criteria} />;
      }}
    </Read>
  );
};

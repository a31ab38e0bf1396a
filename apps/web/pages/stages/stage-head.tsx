import { Segmented } from 'antd';
import { Link } from 'react-router';
import { isStage } from './stage-name.js';
import { api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { seesFigures } from '../../app/session/sees-figures.js';
import { useMe } from '../../app/session/session.js';
import { useCampaign } from '../../app/year/year.js';
import { DayText } from '../../parts/day.js';
import { STAGE_WORDS } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import { useStageName } from './use-stage-name.js';
import { STAGE_PAGE } from './stages.words.js';

type Stage = Schemas['Stage'];

const afterOf = ({ plan }: Stage): string | undefined =>
  typeof plan === 'object' && plan !== null && 'after' in plan && typeof plan.after === 'string' ? plan.after : undefined;

/** Days of a stage in the year: opens, due, or after which other stage it begins. */
export const StageDays = ({ stage }: { readonly stage: Stage }) => {
  const say = useWords(STAGE_PAGE);
  const name = useWords(STAGE_WORDS);
  const after = afterOf(stage);
  return (
    <span style={{ display: 'inline-flex', gap: 16, flexWrap: 'wrap', color: '#595f69' }}>
      {stage.opensOn === null && after !== undefined ? (
        <span>{say('after', { stage: isStage(after) ? name(after) : after })}</span>
      ) : (
        <span>
          {say('opens')} <DayText day={stage.opensOn} />
        </span>
      )}
      {stage.dueOn === null ? null : (
        <span>
          {say('dueOn')} <DayText day={stage.dueOn} />
        </span>
      )}
    </span>
  );
};

const COUNTS = ['owed', 'filed', 'approved', 'returned', 'late'] as const;

/** How much is owed, filed, approved, returned and late; each number leads to its rows. */
const StageCounts = ({ stage }: { readonly stage: Stage }) => {
  const say = useWords(STAGE_PAGE);
  const name = useWords(STAGE_WORDS);
  const { id } = useCampaign();
  const { data } = api.useQuery('get', '/api/v1/campaigns/{campaign}/overview', { params: { path: { campaign: id } } });
  const counts = data?.stages.find((it) => it.stage === stage.id);
  if (!counts) return null;
  return (
    <ul
      aria-label={say('counts', { stage: name(stage.name) })}
      style={{ display: 'flex', gap: 20, margin: 0, padding: 0, listStyle: 'none', flexWrap: 'wrap' }}
    >
      {COUNTS.map((it) => (
        <li key={it} title={it === 'approved' ? say('approvedToo') : undefined}>
          {say(it)}{' '}
          <Link
            className="numbers"
            to={`/stages/${stage.name}/documents?part=${encodeURIComponent(stage.key)}&counted=${it}`}
            style={{ fontWeight: 600 }}
          >
            {counts[it]}
          </Link>
        </li>
      ))}
    </ul>
  );
};

/** For those who see the figures. */
export const StageFigures = (props: { readonly stage: Stage }) => (seesFigures(useMe()) ? <StageCounts {...props} /> : null);

interface PartsProps {
  readonly stages: readonly Stage[];
  readonly current: Stage;
  readonly onChoose: (key: string) => void;
}

/** Where the plan has a stage more than once: which of them is shown. */
export const StageParts = ({ stages, current, onChoose }: PartsProps) => {
  const say = useWords(STAGE_PAGE);
  const nameOf = useStageName(stages);
  if (stages.length < 2) return null;
  return (
    <Segmented
      aria-label={say('part')}
      value={current.key}
      onChange={onChoose}
      options={stages.map((it) => ({ value: it.key, label: [nameOf(it), it.opensOn].filter(Boolean).join(' · ') }))}
    />
  );
};

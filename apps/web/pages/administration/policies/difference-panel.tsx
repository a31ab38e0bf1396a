import { Alert, Select } from 'antd';
import { api } from '../../../api/client.js';
import type { Schemas } from '../../../api/client.js';
import { useInAddress } from '../../../parts/choose/use-in-address.js';
import { Panel, Read } from '../../../parts/page.js';
import { useWords } from '../../../words/words.js';
import { DifferenceTable } from './difference-table.js';
import type { Finding } from './difference-table.js';
import { POLICIES } from './policies.words.js';

type Policy = Schemas['Policy'];

interface DifferencePanelProps {
  readonly policies: readonly Policy[];
  readonly policy: Policy;
  readonly content: unknown;
  /** What stands in the editor otherwise than handed in, once it was checked; null: nothing, or its shape does not hold. */
  readonly typed: unknown;
  readonly isTyped: boolean;
  readonly findings: readonly Finding[];
}

/** The policy that is shown, or what was typed of it, against another version or another year's. */
export const DifferencePanel = ({ policies, policy, content, typed, isTyped, findings }: DifferencePanelProps) => {
  const say = useWords(POLICIES);
  const { get, set } = useInAddress();
  const titleOf = ({ fiscalYear, version }: Policy): string => say('one', { year: fiscalYear, version });
  const others = isTyped ? policies : policies.filter(({ id }) => id !== policy.id);
  const against = others.find(({ id }) => id === get('against')) ?? (isTyped ? policy : undefined);
  const enabled = against !== undefined;
  const params = { path: { policy: against?.id ?? '' } };
  const other = api.useQuery('get', '/api/v1/policies/{policy}', { params }, { enabled, refetchOnWindowFocus: false });
  const after = isTyped ? { title: say('typed'), content: typed } : { title: titleOf(policy), content };
  return (
    <Panel title={say('difference')}>
      <div style={{ display: 'grid', gap: 8, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <Select
          aria-label={say('against')}
          placeholder={say('against')}
          style={{ width: 'min(100%, 260px)' }}
          value={against?.id ?? null}
          onChange={(it: string) => {
            set({ against: it });
          }}
          options={others.map((it) => ({ value: it.id, label: titleOf(it) }))}
        />
        {others.length === 0 ? <p style={{ margin: 0 }}>{say('onlyOne')}</p> : null}
        {isTyped && typed === null ? <Alert type="info" showIcon title={say('checkFirst')} /> : null}
        {against && (!isTyped || typed !== null) ? (
          <Read query={other}>
            {(it) => <DifferenceTable before={{ title: titleOf(against), content: it.content }} after={after} findings={findings} />}
          </Read>
        ) : null}
      </div>
    </Panel>
  );
};

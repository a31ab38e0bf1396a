import { Button } from 'antd';
import { api } from '../../../api/client.js';
import type { Schemas } from '../../../api/client.js';
import { PAGES, listed } from '../../../api/pages.js';
import { useRefresh } from '../../../api/refresh.js';
import { useYear } from '../../../app/year/year.js';
import { InstantText } from '../../../parts/day.js';
import { Panel } from '../../../parts/page.js';
import { ProblemAlert } from '../../../parts/problem.js';
import { useWords } from '../../../words/words.js';
import { LAUNCH } from './launch.words.js';

type Policy = Schemas['Policy'];

/** The newest version of each year's policy. */
const newestOf = (policies: readonly Policy[]): readonly Policy[] =>
  policies.filter(
    (it) => !policies.some((other) => other.fiscalYear === it.fiscalYear && other.district === it.district && other.version > it.version),
  );

/** Policies from which a year can be drafted; `onDraft` goes to what was drafted. */
export const PoliciesPanel = ({ district, onDraft }: { readonly district: string; readonly onDraft: (campaign: string) => void }) => {
  const say = useWords(LAUNCH);
  const { campaigns } = useYear();
  const refresh = useRefresh();
  const list = listed(api.useInfiniteQuery('get', '/api/v1/policies', { params: { query: { district, limit: 100 } } }, PAGES));
  const create = api.useMutation('post', '/api/v1/campaigns');
  const campaignOf = (policy: Policy) => campaigns.find((it) => it.fiscalYear === policy.fiscalYear && it.district === policy.district);
  const draft = async (policy: string): Promise<void> => {
    const made = await create.mutateAsync({ body: { policy } });
    await refresh('/api/v1/campaigns');
    onDraft(made.id);
  };
  const actionOf = (policy: Policy) => {
    const campaign = campaignOf(policy);
    if (campaign?.status === 'draft')
      return (
        <Button
          size="small"
          type="primary"
          onClick={() => {
            onDraft(campaign.id);
          }}
        >
          {say('openDraft')}
        </Button>
      );
    if (campaign) return <span style={{ color: '#595f69' }}>{say('drafted')}</span>;
    return (
      <Button size="small" type="primary" loading={create.isPending} onClick={() => void draft(policy.id).catch(() => undefined)}>
        {say('draft')}
      </Button>
    );
  };
  return (
    <Panel title={say('policies')}>
      {list.error ? <ProblemAlert error={list.error} retry={list.readAgain} /> : null}
      {create.error ? <ProblemAlert error={create.error} /> : null}
      {list.rows.length === 0 && !list.isFirst ? <p style={{ margin: 0 }}>{say('noPolicies')}</p> : null}
      {list.rows.length > 0 ? (
        <div className="figures-scroll" tabIndex={0} role="group" aria-label={say('policies')}>
          <table className="figures" aria-label={say('policies')}>
            <tbody>
              {newestOf(list.rows).map((it) => (
                <tr key={it.id}>
                  <th scope="row">{say('policy', { year: it.fiscalYear, version: it.version })}</th>
                  <td>
                    {say('policySaved')} <InstantText at={it.createdAt} />
                  </td>
                  <td style={{ textAlign: 'end', minWidth: 120 }}>{actionOf(it)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </Panel>
  );
};

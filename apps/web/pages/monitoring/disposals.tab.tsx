import { Segmented } from 'antd';
import { Link } from 'react-router';
import { api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { PAGES, listed } from '../../api/pages.js';
import { hasRole, useMe } from '../../app/session/session.js';
import { useInAddress } from '../../parts/choose/use-in-address.js';
import { InstantText, Limit } from '../../parts/day.js';
import { StateTag } from '../../parts/states/state-tag.js';
import { STATE_WORDS } from '../../parts/states/states.js';
import type { Column } from '../../parts/table/column.js';
import { ListTable } from '../../parts/table/list-table.js';
import { COMMON } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import type { StageTabProps } from '../stages/stage-tab.js';
import { CarryOut, isCarriedOut } from './carry-out.js';
import { CARRY_OUT } from './carry-out.words.js';
import { useDocumentsOf } from './documents.js';
import type { Document } from './documents.js';
import { MONITORING } from './monitoring.words.js';

type Disposal = Schemas['Disposal'];

const stateOf = ({ settledAt }: Disposal): 'settled' | 'toSettle' => (settledAt === null ? 'toSettle' : 'settled');

const FollowUp = ({ disposal, report }: { readonly disposal: Disposal; readonly report: Document | undefined }) => {
  const say = useWords(MONITORING);
  if (disposal.followUp === null) return <span>{say('needsNoFollowUp')}</span>;
  return (
    <span style={{ display: 'inline-flex', gap: 8, alignItems: 'center' }}>
      <Link to={`/documents/${disposal.followUp}`}>{say('followUp')}</Link>
      {report ? <Limit until={report.limitAt ?? report.dueAt} done={report.limitAt === null} /> : null}
    </span>
  );
};

/** When it was carried out, or the button that does; nothing where nothing is the bureau's to do. */
const Carried = ({ disposal }: { readonly disposal: Disposal }) => {
  const say = useWords(CARRY_OUT);
  const isBureau = hasRole(useMe(), 'bureau');
  const { carriedOutAt, reallocatedToName, reallocatedAmount } = disposal;
  if (carriedOutAt === null) return isBureau ? <CarryOut disposal={disposal} /> : null;
  return (
    <>
      <InstantText at={carriedOutAt} />
      {reallocatedToName === null ? null : <div>{say('given', { amount: reallocatedAmount ?? '', project: reallocatedToName })}</div>}
    </>
  );
};

const useColumns = (reports: ReadonlyMap<string, Document>): readonly Column<Disposal>[] => {
  const say = useWords(MONITORING);
  const carry = useWords(CARRY_OUT);
  const common = useWords(COMMON);
  const state = useWords(STATE_WORDS);
  return [
    {
      key: 'project',
      title: common('project'),
      width: 240,
      fixed: true,
      text: ({ projectCode, projectName }) => `${projectCode} ${projectName}`,
      show: ({ answer, projectCode, projectName }) => (
        <Link to={`/documents/${answer}`}>
          {projectCode} {projectName}
        </Link>
      ),
    },
    { key: 'disposal', title: say('disposal'), width: 130, text: ({ disposal }) => say(disposal) },
    { key: 'correction', title: say('correction'), width: 300, text: ({ correction }) => correction },
    {
      key: 'settlement',
      title: say('settlement'),
      width: 110,
      text: (it) => state(stateOf(it)),
      show: (it) => <StateTag state={stateOf(it)} />,
    },
    {
      key: 'followUp',
      title: say('followUp'),
      width: 280,
      text: ({ followUp }) => (followUp === null ? say('needsNoFollowUp') : say('followUp')),
      show: (it) => <FollowUp disposal={it} report={reports.get(it.followUp ?? '')} />,
    },
    {
      key: 'carriedOut',
      title: carry('carriedOut'),
      width: 180,
      text: ({ disposal, carriedOutAt }) => (isCarriedOut(disposal) ? (carriedOutAt ?? '') : ''),
      show: (it) => <Carried disposal={it} />,
    },
    {
      key: 'orderedAt',
      title: say('orderedAt'),
      width: 140,
      text: ({ orderedAt }) => orderedAt,
      show: ({ orderedAt }) => <InstantText at={orderedAt} />,
    },
    {
      key: 'settledAt',
      title: say('settledAt'),
      width: 140,
      text: ({ settledAt }) => settledAt ?? '',
      show: ({ settledAt }) => <InstantText at={settledAt} />,
    },
  ];
};

/** What was ordered after a warning or by key monitoring, and whether it was done. */
export const Component = ({ campaign }: StageTabProps) => {
  const say = useWords(MONITORING);
  const { get, set } = useInAddress();
  const openOnly = get('open') === 'true';
  const query = { campaign: campaign.id, limit: 200, ...(openOnly ? { open: 'true' as const } : {}) };
  const list = listed(api.useInfiniteQuery('get', '/api/v1/disposals', { params: { query } }, PAGES));
  const reports = useDocumentsOf(campaign.id, 'disposal-report');
  return (
    <ListTable
      id="disposals"
      name={say('disposals')}
      columns={useColumns(reports)}
      list={list}
      rowKey={({ id }) => id}
      empty={say('disposalsEmpty')}
      filters={
        <Segmented
          size="small"
          aria-label={say('settlement')}
          value={openOnly ? 'open' : 'all'}
          onChange={(it) => {
            set({ open: it === 'open' ? 'true' : undefined });
          }}
          options={[
            { value: 'all', label: say('all') },
            { value: 'open', label: say('openDisposals') },
          ]}
        />
      }
    />
  );
};

import { Checkbox } from 'antd';
import { Link, useNavigate } from 'react-router';
import { api } from '../../api/client.js';
import { ChooseUnit } from '../../parts/choose/choose.js';
import { useInAddress } from '../../parts/choose/use-in-address.js';
import { ListTable } from '../../parts/table/list-table.js';
import { useWords } from '../../words/words.js';
import type { StageTabProps } from '../stages/stage-tab.js';
import { useNoticeColumns } from './columns.js';
import { FEEDBACK } from './feedback.words.js';
import { useNotices } from './notices.js';

/** Drafts that the bureau has not signed: they are in nobody's hands yet. */
const ToSign = ({ stage }: { readonly stage: string }) => {
  const say = useWords(FEEDBACK);
  const query = { stage, kind: 'feedback-notice' as const, limit: 500 };
  const { data } = api.useQuery('get', '/api/v1/documents', { params: { query } });
  const count = data?.items.filter(({ status }) => status === 'open' || status === 'returned' || status === 'in-review').length ?? 0;
  return count === 0 ? null : <Link to="/stages/feedback/documents?kind=feedback-notice">{say('toSign', { count })}</Link>;
};

/** 反馈通知: what was told to whom, who has acknowledged it, and how far the correction is. */
export const Component = ({ campaign, stage }: StageTabProps) => {
  const say = useWords(FEEDBACK);
  const navigate = useNavigate();
  const { get, set } = useInAddress();
  const notices = useNotices(campaign.id, get('unit'));
  const waiting = get('waiting') === 'true';
  const rows = notices.rows.filter(({ acknowledgedAt }) => !waiting || acknowledgedAt === null);
  return (
    <ListTable
      id="feedback-notices"
      name={say('notices')}
      columns={useNoticeColumns()}
      list={{ ...notices, rows }}
      rowKey={({ id }) => id}
      empty={say('empty')}
      onOpen={({ id }) => void navigate(`/feedback/${id}`)}
      filters={
        <>
          <ChooseUnit
            department={undefined}
            value={get('unit')}
            onChoose={(it) => {
              set({ unit: it });
            }}
          />
          <Checkbox
            checked={waiting}
            onChange={({ target }) => {
              set({ waiting: target.checked ? 'true' : undefined });
            }}
          >
            {say('toReceive')}
          </Checkbox>
          <ToSign stage={stage.id} />
        </>
      }
    />
  );
};

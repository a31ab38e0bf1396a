import { Button, Empty, Skeleton } from 'antd';
import { useParams } from 'react-router';
import { api } from '../../api/client.js';
import { useYear, dayOfInstant } from '../../app/year/year.js';
import type { Campaign } from '../../app/year/year.js';
import { LinkButton } from '../../parts/link-button.js';
import { Page, Panel, Read } from '../../parts/page.js';
import { ProblemAlert } from '../../parts/problem.js';
import { StateTag } from '../../parts/states/state-tag.js';
import { useWords } from '../../words/words.js';
import { useMyTask } from '../documents/use-document.js';
import { stateOf } from '../rectification/items.js';
import { NoYear } from '../year/no-year.js';
import { ReceiptTag } from './columns.js';
import type { Notice } from './columns.js';
import { FEEDBACK } from './feedback.words.js';
import './notice.css';
import { useNotices } from './notices.js';

const Problems = ({ notice, campaign }: { readonly notice: Notice; readonly campaign: string }) => {
  const say = useWords(FEEDBACK);
  const query = { campaign, notice: notice.id, limit: 200 };
  const items = api.useQuery('get', '/api/v1/rectification-items', { params: { query } });
  return (
    <Read query={items}>
      {({ items: [...found] }) =>
        found.length === 0 ? (
          <p>{say('noProblems')}</p>
        ) : (
          <div className="notice-problems" tabIndex={0} role="region" aria-label={say('problems')}>
            <table aria-label={say('problems')}>
              <thead>
                <tr>
                  <th scope="col">#</th>
                  <th scope="col">{say('problem')}</th>
                  <th scope="col">{say('recommendation')}</th>
                  <th scope="col">{say('state')}</th>
                </tr>
              </thead>
              <tbody>
                {found
                  .sort((a, b) => a.number - b.number)
                  .map((it) => (
                    <tr key={it.finding}>
                      <td>{it.number}</td>
                      <td>{it.problem}</td>
                      <td>{it.recommendation ?? '—'}</td>
                      <td>
                        <StateTag state={stateOf(it)} />
                      </td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </div>
        )
      }
    </Read>
  );
};

const remarkOf = ({ content }: Notice): string | null =>
  typeof content === 'object' && content !== null && 'remark' in content && typeof content.remark === 'string' ? content.remark : null;

const Letter = ({ notice, campaign }: { readonly notice: Notice; readonly campaign: Campaign }) => {
  const say = useWords(FEEDBACK);
  const { projectName: project, projectCode: code, unitName: unit, score, grade, rectifyBy, acknowledgedAt } = notice;
  const remark = remarkOf(notice);
  const about = { project, code, year: campaign.fiscalYear };
  return (
    <article className="notice-letter">
      <p className="notice-number">{notice.number}</p>
      <p>{say('to', { unit })}</p>
      <p className="notice-indent">
        {score !== null && grade !== null ? say('body', { ...about, score, grade }) : say('bodyNoScore', about)}
      </p>
      <Problems notice={notice} campaign={campaign.id} />
      {notice.problems === 0 ? null : (
        <p className="notice-indent">{rectifyBy === null ? say('demandPlan') : say('demand', { day: rectifyBy })}</p>
      )}
      {remark === null ? null : <p className="notice-indent">{`${say('remark')}：${remark}`}</p>}
      <p className="notice-sign">
        {say('issuer', { district: campaign.districtName })}
        <br />
        {dayOfInstant(notice.issuedAt)}
      </p>
      <p>{acknowledgedAt === null ? say('notReceived') : say('received', { day: dayOfInstant(acknowledgedAt) })}</p>
    </article>
  );
};

const Actions = ({ notice }: { readonly notice: Notice }) => {
  const say = useWords(FEEDBACK);
  const mine = useMyTask(notice.receipt ?? '')?.doing === 'file';
  return (
    <>
      {notice.receipt === null ? null : (
        <LinkButton to={`/documents/${notice.receipt}`} type={mine ? 'primary' : 'default'}>
          {say(mine ? 'sign' : 'openReceipt')}
        </LinkButton>
      )}
      <LinkButton to={`/stages/rectification/checklist?notice=${notice.id}`}>{say('checklist')}</LinkButton>
      <Button
        onClick={() => {
          window.print();
        }}
      >
        {say('print')}
      </Button>
    </>
  );
};

const OfYear = ({ id, campaign }: { readonly id: string; readonly campaign: Campaign }) => {
  const say = useWords(FEEDBACK);
  const notices = useNotices(campaign.id);
  const notice = notices.rows.find((it) => it.id === id);
  if (notices.error) return <ProblemAlert error={notices.error} retry={notices.readAgain} />;
  if (notices.isFirst) return <Skeleton active style={{ padding: 24 }} />;
  if (!notice) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say('missing')} />;
  return (
    <Page
      title={say('title', { project: notice.projectName })}
      state={<ReceiptTag notice={notice} />}
      actions={<Actions notice={notice} />}
    >
      <Panel>
        <Letter notice={notice} campaign={campaign} />
      </Panel>
    </Page>
  );
};

/** 反馈通知 as it was issued: score, grade, problems, and what must be corrected by when. */
export const Component = () => {
  const { notice = '' } = useParams();
  const { campaign } = useYear();
  return campaign ? <OfYear id={notice} campaign={campaign} /> : <NoYear />;
};

import { AddressLink } from '../../parts/choose/address-link.js';
import { Segmented } from 'antd';
import { Link } from 'react-router';
import { api } from '../../api/client.js';
import { PAGES, listed } from '../../api/pages.js';
import { lastDayOf } from '../../app/year/year.js';
import { Choose } from '../../parts/choose/choose.js';
import { useInAddress } from '../../parts/choose/use-in-address.js';
import { InstantText, Limit } from '../../parts/day.js';
import { sentenceIn } from '../../parts/explanation/explanation.js';
import { StateTag } from '../../parts/states/state-tag.js';
import { STATE_WORDS } from '../../parts/states/states.js';
import type { Column } from '../../parts/table/column.js';
import { ListTable } from '../../parts/table/list-table.js';
import { COMMON } from '../../words/terms.js';
import { useLanguage, useWords } from '../../words/words.js';
import type { StageTabProps } from '../stages/stage-tab.js';
import { useDocumentsOf } from './documents.js';
import type { Document } from './documents.js';
import { MONITORING } from './monitoring.words.js';
import { WarningDrawer } from './warning-drawer.js';
import { warningState } from './warnings.js';
import type { Warning } from './warnings.js';

const COLOURS = ['red', 'yellow', 'blue'] as const;
const STATUSES = ['open', 'answered', 'informed'] as const;

type Answers = ReadonlyMap<string, Document>;

const answerOf = (answers: Answers, { answer }: Warning): Document | undefined => (answer === null ? undefined : answers.get(answer));

const AnswerCell = ({ answer }: { readonly answer: Document | undefined }) => {
  if (!answer) return <span>—</span>;
  return (
    <span style={{ display: 'inline-flex', gap: 8, alignItems: 'center' }}>
      <Link to={`/documents/${answer.id}`}>{answer.unitName ?? answer.title}</Link>
      <Limit until={answer.limitAt ?? answer.dueAt} done={answer.limitAt === null} />
    </span>
  );
};

const useColumns = (answers: Answers): readonly Column<Warning>[] => {
  const say = useWords(MONITORING);
  const common = useWords(COMMON);
  const state = useWords(STATE_WORDS);
  const language = useLanguage();
  return [
    {
      key: 'project',
      title: common('project'),
      width: 240,
      fixed: true,
      text: ({ projectCode, projectName }) => `${projectCode} ${projectName}`,
      show: ({ id, projectCode, projectName }) => (
        <AddressLink name="warning" value={id}>
          {projectCode} {projectName}
        </AddressLink>
      ),
    },
    {
      key: 'colour',
      title: say('colour'),
      width: 130,
      text: ({ colour }) => state(colour),
      show: ({ colour }) => <StateTag state={colour} />,
    },
    { key: 'rule', title: say('rule'), width: 330, text: ({ explanation }) => sentenceIn(explanation, language) },
    {
      key: 'status',
      title: say('warningStatus'),
      width: 125,
      text: (it) => state(warningState(it)),
      show: (it) => <StateTag state={warningState(it)} />,
    },
    {
      key: 'answer',
      title: say('answerBy'),
      width: 330,
      text: (it) => {
        const answer = answerOf(answers, it);
        return answer ? `${answer.unitName ?? ''} ${lastDayOf(answer.limitAt ?? answer.dueAt)}` : '';
      },
      show: (it) => <AnswerCell answer={answerOf(answers, it)} />,
    },
    { key: 'at', title: say('raisedAt'), width: 140, text: ({ at }) => at, show: ({ at }) => <InstantText at={at} /> },
    {
      key: 'second',
      title: say('secondRound'),
      width: 90,
      text: ({ secondRound }) => common(secondRound ? 'yes' : 'no'),
      hidden: true,
    },
  ];
};

/** What warned, why, who answers by when, and what came of it. */
export const Component = ({ campaign }: StageTabProps) => {
  const say = useWords(MONITORING);
  const state = useWords(STATE_WORDS);
  const { get, oneOf, set } = useInAddress();
  const [colour, status] = [oneOf('colour', COLOURS), oneOf('status', STATUSES)];
  const query = { campaign: campaign.id, limit: 200, ...(colour ? { colour } : {}), ...(status ? { status } : {}) };
  const list = listed(api.useInfiniteQuery('get', '/api/v1/warnings', { params: { query } }, PAGES));
  const answers = useDocumentsOf(campaign.id, 'warning-answer');
  const opened = list.rows.find(({ id }) => id === get('warning'));
  return (
    <>
      <ListTable
        id="warnings"
        name={say('warnings')}
        columns={useColumns(answers)}
        list={list}
        rowKey={({ id }) => id}
        empty={say('warningsEmpty')}
        current={opened?.id}
        onOpen={({ id }) => {
          set({ warning: id });
        }}
        filters={
          <>
            <Segmented
              size="small"
              aria-label={say('warningStatus')}
              value={status ?? 'all'}
              onChange={(it) => {
                set({ status: it === 'all' ? undefined : it });
              }}
              options={[
                { value: 'all', label: say('all') },
                { value: 'open', label: state('toAnswer') },
                { value: 'answered', label: state('answered') },
                { value: 'informed', label: state('informed') },
              ]}
            />
            <Choose
              name={say('colour')}
              value={colour}
              onChoose={(it) => {
                set({ colour: it });
              }}
              options={COLOURS.map((value) => ({ value, label: state(value) }))}
            />
          </>
        }
      />
      <WarningDrawer
        warning={opened}
        answer={opened ? answerOf(answers, opened) : undefined}
        onClose={() => {
          set({ warning: undefined });
        }}
      />
    </>
  );
};

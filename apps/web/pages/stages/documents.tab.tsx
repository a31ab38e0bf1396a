import { Link, useNavigate } from 'react-router';
import type { Schemas } from '../../api/client.js';
import { Choose } from '../../parts/choose/choose.js';
import { ChoosePlace } from '../../parts/choose/choose-place.js';
import { useInAddress } from '../../parts/choose/use-in-address.js';
import { InstantText, Limit } from '../../parts/day.js';
import { StateTag } from '../../parts/states/state-tag.js';
import { STATE_WORDS, isState } from '../../parts/states/states.js';
import type { Column } from '../../parts/table/column.js';
import { ListTable } from '../../parts/table/list-table.js';
import { lastDayOf } from '../../app/year/year.js';
import { COMMON, KIND_WORDS, STAGE_WORDS } from '../../words/terms.js';
import { useWords } from '../../words/words.js';
import { kindsOf } from './stage-kinds.js';
import type { StageTabProps } from './stage-tab.js';
import { STAGE_PAGE } from './stages.words.js';
import { COUNTED, DOCUMENT_STATES, useDocuments } from './use-documents.js';

type Document = Schemas['Document'];

/** Somebody has yet to file or to review it. */
const isWaiting = (status: Document['status']): boolean => status === 'open' || status === 'returned' || status === 'in-review';

const useColumns = (): readonly Column<Document>[] => {
  const say = useWords(STAGE_PAGE);
  const common = useWords(COMMON);
  const kind = useWords(KIND_WORDS);
  const state = useWords(STATE_WORDS);
  return [
    {
      key: 'title',
      title: say('title'),
      width: 290,
      fixed: true,
      text: ({ title }) => title,
      show: ({ id, title }) => <Link to={`/documents/${id}`}>{title}</Link>,
    },
    { key: 'unit', title: common('unit'), width: 160, text: ({ unitName }) => unitName ?? '' },
    {
      key: 'status',
      title: common('status'),
      width: 124,
      text: ({ status }) => (isState(status) ? state(status) : status),
      show: ({ status }) => <StateTag state={status} />,
    },
    {
      key: 'due',
      title: common('due'),
      width: 256,
      text: ({ dueAt }) => lastDayOf(dueAt),
      show: ({ status, dueAt, limitAt }) => <Limit until={status === 'in-review' ? (limitAt ?? dueAt) : dueAt} done={!isWaiting(status)} />,
    },
    { key: 'kind', title: say('kind'), width: 130, text: (it) => kind(it.kind) },
    { key: 'round', title: say('round'), width: 60, align: 'right', text: ({ round }) => String(round) },
    {
      key: 'changed',
      title: say('changedAt'),
      width: 150,
      text: ({ changedAt }) => changedAt,
      show: ({ changedAt }) => <InstantText at={changedAt} />,
    },
  ];
};

const Filters = ({ stage }: Pick<StageTabProps, 'stage'>) => {
  const say = useWords(STAGE_PAGE);
  const kind = useWords(KIND_WORDS);
  const state = useWords(STATE_WORDS);
  const { get, set } = useInAddress();
  const kinds = kindsOf(stage.name);
  return (
    <>
      <Choose
        name={say('counted')}
        value={get('counted')}
        onChoose={(it) => {
          set({ counted: it });
        }}
        options={COUNTED.map((value) => ({ value, label: say(value) }))}
        width={110}
      />
      {kinds.length > 1 ? (
        <Choose
          name={say('kind')}
          value={get('kind')}
          onChoose={(it) => {
            set({ kind: it });
          }}
          options={kinds.map((value) => ({ value, label: kind(value) }))}
        />
      ) : null}
      <Choose
        name={say('state')}
        value={get('status')}
        onChoose={(it) => {
          set({ status: it });
        }}
        options={DOCUMENT_STATES.map((value) => ({ value, label: state(value) }))}
      />
      <ChoosePlace get={get} set={set} />
    </>
  );
};

/** All that is owed in a stage, with filters that stay in the address. */
export const Component = ({ stage }: StageTabProps) => {
  const say = useWords(STAGE_PAGE);
  const name = useWords(STAGE_WORDS)(stage.name);
  const navigate = useNavigate();
  return (
    <ListTable
      id={`documents.${stage.name}`}
      name={name}
      columns={useColumns()}
      list={useDocuments(stage.id)}
      rowKey={({ id }) => id}
      empty={say('emptyDocuments')}
      onOpen={({ id }) => void navigate(`/documents/${id}`)}
      filters={<Filters stage={stage} />}
    />
  );
};

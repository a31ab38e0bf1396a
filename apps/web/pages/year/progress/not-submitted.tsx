import { App, Button } from 'antd';
import { Link } from 'react-router';
import { api } from '../../../api/client.js';
import type { Schemas } from '../../../api/client.js';
import { given } from '../../../api/given.js';
import { PAGES, listed } from '../../../api/pages.js';
import { hasRole, useMe } from '../../../app/session/session.js';
import { lastDayOf, useCampaign } from '../../../app/year/year.js';
import { Choose } from '../../../parts/choose/choose.js';
import { ChoosePlace } from '../../../parts/choose/choose-place.js';
import { useInAddress } from '../../../parts/choose/use-in-address.js';
import { Limit } from '../../../parts/day.js';
import type { Column } from '../../../parts/table/column.js';
import { ListTable } from '../../../parts/table/list-table.js';
import { COMMON } from '../../../words/terms.js';
import { useWords } from '../../../words/words.js';
import { useStageName } from '../../stages/use-stage-name.js';
import { useStages } from '../commands/stage-field.js';
import { PROGRESS } from './progress.words.js';
import { useRemind } from './use-remind.js';

type Row = Schemas['NotSubmitted'];
const KEPT_MS = 5 * 60_000;
type Stages = ReturnType<typeof useStages>;

/** An agency by its name; the bureau where there is neither unit nor agency. */
const useAgencyName = () => {
  const say = useWords(PROGRESS);
  const { district } = useCampaign();
  const { data } = api.useQuery('get', '/api/v1/agencies', { params: { query: { district, limit: 500 } } }, { staleTime: KEPT_MS });
  return (agency: string | null): string => {
    if (agency === null) return say('bureauPart');
    return data?.items.find(({ id }) => id === agency)?.name ?? say('agencyPart');
  };
};

const useColumns = (stages: Stages, remind: ReturnType<typeof useRemind>, mayRemind: boolean): readonly Column<Row>[] => {
  const say = useWords(PROGRESS);
  const common = useWords(COMMON);
  const nameOf = useStageName(stages);
  const agencyOf = useAgencyName();
  const stageOf = (row: Row) => stages.find(({ id }) => id === row.stage);
  const stageName = (row: Row): string => {
    const stage = stageOf(row);
    return stage ? nameOf(stage) : row.stageKey;
  };
  const linkOf = (row: Row): string => {
    const [stage, unit] = [stageOf(row), row.unit === null ? '' : `&unit=${row.unit}`];
    return `/stages/${stage?.name ?? ''}/documents?part=${encodeURIComponent(row.stageKey)}&counted=to-file${unit}`;
  };
  const act: Column<Row> = {
    key: 'act',
    title: common('actions'),
    width: 84,
    text: () => '',
    show: ({ obligation, title }) => (
      <Button
        size="small"
        aria-label={`${say('remind')} ${title}`}
        disabled={remind.isBusy}
        onClick={(event) => {
          event.stopPropagation();
          void remind.run({ obligations: [obligation] });
        }}
      >
        {say('remind')}
      </Button>
    ),
  };
  return [
    {
      key: 'title',
      title: say('task'),
      width: 290,
      fixed: true,
      text: ({ title }) => title,
      show: (row) => <Link to={linkOf(row)}>{row.title}</Link>,
    },
    {
      key: 'unit',
      title: common('unit'),
      width: 190,
      text: ({ unitName, agency }) => unitName ?? agencyOf(agency),
    },
    { key: 'stage', title: say('stage'), width: 120, text: stageName },
    { key: 'due', title: common('due'), width: 280, text: ({ dueAt }) => lastDayOf(dueAt), show: ({ dueAt }) => <Limit until={dueAt} /> },
    { key: 'missing', title: say('missingCount'), width: 64, align: 'right', text: ({ missing }) => String(missing) },
    { key: 'returned', title: say('returnedCount'), width: 76, align: 'right', text: ({ returned }) => String(returned) },
    ...(mayRemind ? [act] : []),
  ];
};

interface Place {
  readonly stage?: string;
  readonly department?: string;
  readonly unit?: string;
}

/** Reminds of everything that the filters hold, once that was confirmed. */
const RemindAll = ({ place, remind }: { readonly place: Place; readonly remind: ReturnType<typeof useRemind> }) => {
  const say = useWords(PROGRESS);
  const { modal } = App.useApp();
  const isNarrowed = Object.keys(place).length > 0;
  return (
    <Button
      size="small"
      type="primary"
      disabled={!isNarrowed || remind.isBusy}
      title={isNarrowed ? undefined : say('needFilter')}
      onClick={() => {
        void modal.confirm({
          title: say('remindAllTitle'),
          content: say('remindAllText'),
          okText: say('remindAll'),
          onOk: () => remind.run(place).then(() => undefined),
        });
      }}
    >
      {say('remindAll')}
    </Button>
  );
};

/** Who has not submitted, reminded with one click, by selection, or all of a stage or department. */
export const NotSubmitted = () => {
  const say = useWords(PROGRESS);
  const me = useMe();
  const { id } = useCampaign();
  const { get, set } = useInAddress();
  const stages = useStages(id);
  const nameOf = useStageName(stages);
  const remind = useRemind();
  const mayRemind = hasRole(me, 'bureau', 'sector-office', 'department');
  const place = given({ stage: stages.find(({ key }) => key === get('stage'))?.id, department: get('department'), unit: get('unit') });
  const params = { path: { campaign: id }, query: { limit: 500, ...place } };
  const list = listed(api.useInfiniteQuery('get', '/api/v1/campaigns/{campaign}/not-submitted', { params }, PAGES));
  const bulk = (selected: readonly Row[], clear: () => void) => (
    <Button
      size="small"
      type="primary"
      loading={remind.isBusy}
      onClick={() =>
        void remind.run({ obligations: selected.map(({ obligation }) => obligation) }).then((it) => (it ? clear() : undefined))
      }
    >
      {say('remindSelected', { count: selected.length })}
    </Button>
  );
  return (
    <ListTable
      id="not-submitted"
      name={say('missingName')}
      columns={useColumns(stages, remind, mayRemind)}
      list={list}
      rowKey={({ obligation }) => obligation}
      empty={say('emptyMissing')}
      {...(mayRemind ? { bulk } : {})}
      filters={
        <>
          <Choose
            name={say('stage')}
            value={get('stage')}
            onChoose={(it) => {
              set({ stage: it });
            }}
            options={stages.map((it) => ({ value: it.key, label: nameOf(it) }))}
          />
          <ChoosePlace get={get} set={set} />
          {mayRemind ? <RemindAll place={place} remind={remind} /> : null}
        </>
      }
    />
  );
};

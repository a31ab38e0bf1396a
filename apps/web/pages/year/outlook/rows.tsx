import { Link, useNavigate } from 'react-router';
import { RISKS } from '#domain/outlook/ahead.js';
import { api } from '../../../api/client.js';
import type { Schemas } from '../../../api/client.js';
import { given } from '../../../api/given.js';
import { PAGES, listed } from '../../../api/pages.js';
import { lastDayOf, useCampaign } from '../../../app/year/year.js';
import { Choose } from '../../../parts/choose/choose.js';
import { useInAddress } from '../../../parts/choose/use-in-address.js';
import { DayText } from '../../../parts/day.js';
import { ToneTag } from '../../../parts/states/state-tag.js';
import type { Column } from '../../../parts/table/column.js';
import { ListTable } from '../../../parts/table/list-table.js';
import { useJoin } from '../../../words/join.js';
import { COMMON } from '../../../words/terms.js';
import { useWords } from '../../../words/words.js';
import { useStageName } from '../../stages/use-stage-name.js';
import { useStages } from '../commands/stage-field.js';
import { OUTLOOK } from './outlook.words.js';
import { LOOK_OF } from './risks.js';

type Row = Schemas['AheadObligation'];
type Ahead = Schemas['Ahead'];

const useColumns = (nameOf: (stage: { readonly key: string; readonly name: Row['stageName'] }) => string): readonly Column<Row>[] => {
  const say = useWords(OUTLOOK);
  const common = useWords(COMMON);
  const join = useJoin();
  const comes = ({ at, what, risk, people }: Row['next'][number]): string =>
    say(people.length === 0 ? 'nextAlone' : 'nextLine', {
      at: lastDayOf(at),
      what: say(risk ?? (what === 'rung' ? 'rung' : what)),
      people: join(people),
    });
  return [
    {
      key: 'title',
      title: say('task'),
      width: 250,
      fixed: true,
      text: ({ title }) => title,
      show: ({ obligation, title }) => <Link to={`/history/tasks/${obligation}`}>{title}</Link>,
    },
    { key: 'unit', title: common('unit'), width: 170, text: ({ unitName, agencyName }) => unitName ?? agencyName ?? '' },
    { key: 'stage', title: say('stage'), width: 120, text: ({ stageKey: key, stageName: name }) => nameOf({ key, name }) },
    { key: 'due', title: common('due'), width: 150, text: ({ dueOn }) => dueOn, show: ({ dueOn }) => <DayText day={dueOn} /> },
    { key: 'owed', title: say('owed'), width: 64, align: 'right', text: ({ owed }) => String(owed) },
    { key: 'inReview', title: say('inReview'), width: 64, align: 'right', text: ({ inReview }) => String(inReview) },
    {
      key: 'risks',
      title: say('risk'),
      width: 190,
      text: ({ risks }) => join(risks.map((it) => say(it))),
      show: ({ risks }) => (
        <span style={{ display: 'inline-flex', gap: 4 }}>
          {risks.map((it) => (
            <ToneTag key={it} {...LOOK_OF[it]}>
              {say(it)}
            </ToneTag>
          ))}
        </span>
      ),
    },
    { key: 'next', title: say('next'), width: 330, text: ({ next }) => next.map(comes).join('；') },
    {
      key: 'reviewers',
      title: say('reviewer'),
      width: 180,
      text: ({ reviewers }) => join(reviewers.map(({ name }) => name)),
      hidden: true,
    },
  ];
};

/** The tasks behind the figures, each with what the clock says of it by then. */
export const Rows = ({ ahead, days }: { readonly ahead: Ahead; readonly days: string }) => {
  const say = useWords(OUTLOOK);
  const navigate = useNavigate();
  const { id } = useCampaign();
  const { get, oneOf, set } = useInAddress();
  const stages = useStages(id);
  const nameOf = useStageName(stages);
  const place = { risk: oneOf('risk', RISKS), day: get('day'), stage: get('stage'), reviewer: get('reviewer') };
  const params = { path: { campaign: id }, query: { limit: 200, days: Number(days), ...given(place) } };
  const list = listed(api.useInfiniteQuery('get', '/api/v1/campaigns/{campaign}/ahead/obligations', { params }, PAGES));
  const choose = (name: 'risk' | 'day' | 'stage' | 'reviewer', options: readonly { readonly value: string; readonly label: string }[]) => (
    <Choose
      name={say(name)}
      value={place[name]}
      onChoose={(it) => {
        set({ [name]: it });
      }}
      options={options}
    />
  );
  return (
    <ListTable
      id="outlook"
      name={say('listName')}
      columns={useColumns(nameOf)}
      list={list}
      rowKey={({ obligation }) => obligation}
      empty={say('empty')}
      onOpen={({ obligation }) => void navigate(`/history/tasks/${obligation}`)}
      filters={
        <>
          {choose(
            'risk',
            RISKS.map((value) => ({ value, label: say(value) })),
          )}
          {choose(
            'day',
            ahead.days.map(({ day }) => ({ value: day, label: day })),
          )}
          {choose(
            'stage',
            ahead.stages.map((it) => ({ value: it.stage, label: nameOf(it) })),
          )}
          {choose(
            'reviewer',
            ahead.reviewers.map(({ person, name }) => ({ value: person, label: name })),
          )}
        </>
      }
    />
  );
};

import { Input } from 'antd';
import { STAGES } from '#domain/stage/stage.js';
import { api } from '../../../api/client.js';
import type { Schemas } from '../../../api/client.js';
import { PAGES, listed } from '../../../api/pages.js';
import { useInAddress } from '../../../parts/choose/use-in-address.js';
import { InstantText } from '../../../parts/day.js';
import { useSentence } from '../../../parts/history/sentence.js';
import type { Column } from '../../../parts/table/column.js';
import { ListTable } from '../../../parts/table/list-table.js';
import { STAGE_WORDS } from '../../../words/terms.js';
import { useWords } from '../../../words/words.js';
import { REHEARSAL } from './rehearsal.words.js';

type Happening = Schemas['RehearsedHappening'];

/** All that happened in a rehearsed year, in its own time; searched on the server. */
export const Happenings = ({ rehearsal }: { readonly rehearsal: string }) => {
  const say = useWords(REHEARSAL);
  const stage = useWords(STAGE_WORDS);
  const sentence = useSentence();
  const { get, set } = useInAddress();
  const search = get('search');
  const params = { path: { rehearsal }, query: { limit: 200, ...(search === undefined ? {} : { search }) } };
  const list = listed(api.useInfiniteQuery('get', '/api/v1/rehearsals/{rehearsal}/timeline', { params }, PAGES));
  const aboutOf = ({ about }: Happening): string => {
    const named = STAGES.find((it) => it === about);
    return named ? stage(named) : about;
  };
  const columns: readonly Column<Happening>[] = [
    { key: 'at', title: say('at'), width: 150, fixed: true, text: ({ at }) => at, show: ({ at }) => <InstantText at={at} /> },
    { key: 'what', title: say('what'), width: 280, text: (it) => sentence(it) },
    { key: 'about', title: say('about'), width: 360, text: aboutOf },
    { key: 'who', title: say('who'), width: 140, text: ({ actor }) => actor ?? say('system') },
    { key: 'times', title: say('times'), width: 70, align: 'right', text: ({ times }) => String(times) },
  ];
  const filter = (
    <Input.Search
      allowClear
      size="small"
      style={{ width: 260 }}
      aria-label={say('search')}
      placeholder={say('search')}
      defaultValue={search ?? ''}
      maxLength={60}
      onSearch={(text) => {
        set({ search: text.trim() });
      }}
    />
  );
  return (
    <ListTable
      id="rehearsal-timeline"
      name={say('timeline')}
      columns={columns}
      list={list}
      filters={filter}
      rowKey={({ place }) => String(place)}
      empty={say('noHappenings')}
    />
  );
};

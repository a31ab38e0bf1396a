import { Link } from 'react-router';
import { api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { PAGES, listed } from '../../api/pages.js';
import { InstantText } from '../../parts/day.js';
import { ToneTag } from '../../parts/states/state-tag.js';
import type { Column } from '../../parts/table/column.js';
import { ListTable } from '../../parts/table/list-table.js';
import { useWords } from '../../words/words.js';
import { PROJECTS } from './projects.words.js';

type Change = Schemas['OrganisationChange'];

interface Named {
  readonly id: string;
  readonly text: string;
}
const once = (all: readonly Named[]): readonly Named[] => [...new Map(all.map((it) => [it.id, it])).values()];

/** Of a split or merger the projects on one side of it. */
const side = ({ lineage }: Change, of: 'from' | 'to'): readonly Named[] =>
  once(
    lineage.map((it) =>
      of === 'from' ? { id: it.from, text: `${it.fromCode} ${it.fromName}` } : { id: it.to, text: `${it.toCode} ${it.toName}` },
    ),
  );

const Projects = ({ all }: { readonly all: readonly Named[] }) => (
  <span style={{ display: 'flex', columnGap: 8, rowGap: 2, flexWrap: 'wrap' }}>
    {all.map(({ id, text }) => (
      <Link key={id} to={`/projects/${id}`} style={{ display: 'inline-block', minHeight: 24 }}>
        {text}
      </Link>
    ))}
  </span>
);
const texts = (all: readonly Named[]): string => all.map(({ text }) => text).join(' · ');

const useColumns = (): readonly Column<Change>[] => {
  const say = useWords(PROJECTS);
  const before = (it: Change): string => texts(side(it, 'from')) || (it.projectName ?? it.unitName);
  const after = (it: Change): string => texts(side(it, 'to')) || (it.successorName ?? '—');
  return [
    { key: 'at', title: say('at'), width: 150, fixed: true, text: ({ at }) => at, show: ({ at }) => <InstantText at={at} /> },
    { key: 'kind', title: say('kind'), width: 100, text: ({ kind }) => say(kind) },
    {
      key: 'what',
      title: say('what'),
      width: 300,
      text: before,
      show: (it) => {
        if (it.lineage.length > 0) return <Projects all={side(it, 'from')} />;
        return it.project ? <Link to={`/projects/${it.project}`}>{before(it)}</Link> : <Link to={`/units/${it.unit}`}>{it.unitName}</Link>;
      },
    },
    {
      key: 'to',
      title: say('to'),
      width: 300,
      text: after,
      show: (it) => {
        if (it.lineage.length > 0) return <Projects all={side(it, 'to')} />;
        return it.successor ? <Link to={`/units/${it.successor}`}>{it.successorName}</Link> : '—';
      },
    },
    { key: 'reason', title: say('reason'), width: 260, text: ({ reason }) => reason },
    {
      key: 'state',
      title: say('state'),
      width: 90,
      text: ({ followedAt }) => say(followedAt ? 'followed' : 'underWay'),
      show: ({ followedAt }) => <ToneTag tone={followedAt ? 'done' : 'warn'}>{say(followedAt ? 'followed' : 'underWay')}</ToneTag>,
    },
  ];
};

interface ChangesLogProps {
  readonly name: string;
  readonly of?: { readonly project?: string; readonly unit?: string; readonly district?: string };
}

/** 变动记录: projects that changed hands, ended or came of others, and units that were dissolved, latest first. */
export const ChangesLog = ({ name, of = {} }: ChangesLogProps) => {
  const say = useWords(PROJECTS);
  const query = { limit: 100, ...of };
  const list = listed(api.useInfiniteQuery('get', '/api/v1/organisation-changes', { params: { query } }, PAGES));
  return (
    <ListTable id="organisation-changes" name={name} columns={useColumns()} list={list} rowKey={({ id }) => id} empty={say('noChanges')} />
  );
};

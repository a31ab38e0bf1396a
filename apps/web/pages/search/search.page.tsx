import { Empty } from 'antd';
import { Link } from 'react-router';
import { api } from '../../api/client.js';
import { given } from '../../api/given.js';
import { useMe } from '../../app/session/session.js';
import { AddressLink } from '../../parts/choose/address-link.js';
import { useInAddress } from '../../parts/choose/use-in-address.js';
import { Page, Panel, Read } from '../../parts/page.js';
import { StateTag } from '../../parts/states/state-tag.js';
import { useWords } from '../../words/words.js';
import { KINDS, wayTo } from './hit.js';
import type { Hit, Kind } from './hit.js';
import { SearchBox } from './search-box.js';
import { SEARCH } from './search.words.js';

const MOST = 50;

const HitLine = ({ hit }: { readonly hit: Hit }) => {
  const me = useMe();
  const way = wayTo(hit, me);
  const { kind, code, name, detail, status, fiscalYear } = hit;
  const text = [code, name].filter(Boolean).join(' ');
  return (
    <li style={{ padding: '3px 0', overflowWrap: 'anywhere' }}>
      {way ? <Link to={way}>{text}</Link> : text}
      <span style={{ color: '#595f69', marginInline: 8 }}>{[detail, fiscalYear].filter((it) => it !== null && it !== '').join(' · ')}</span>
      {kind === 'document' && status ? <StateTag state={status} /> : null}
    </li>
  );
};

const Group = ({ kind, hits, more }: { readonly kind: Kind; readonly hits: readonly Hit[]; readonly more: boolean }) => {
  const say = useWords(SEARCH);
  return (
    <Panel
      title={say(kind)}
      extra={
        more ? (
          <AddressLink name="kind" value={kind}>
            {say('all', { kind: say(kind) })}
          </AddressLink>
        ) : null
      }
    >
      <ul style={{ margin: 0, padding: 0, listStyle: 'none' }}>
        {hits.map((hit) => (
          <HitLine key={hit.id} hit={hit} />
        ))}
      </ul>
    </Panel>
  );
};

const Results = ({ q, kind }: { readonly q: string; readonly kind: Kind | undefined }) => {
  const say = useWords(SEARCH);
  const query = { q, ...given({ kind, limit: kind === undefined ? undefined : MOST }) };
  const found = api.useQuery('get', '/api/v1/search', { params: { query } });
  return (
    <Read query={found}>
      {({ items, more }) =>
        items.length === 0 ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say('nothing', { q })} />
        ) : (
          <>
            {kind === undefined ? null : <Link to={`/search?q=${encodeURIComponent(q)}`}>{say('back')}</Link>}
            {KINDS.filter((it) => items.some((hit) => hit.kind === it)).map((it) => (
              <Group key={it} kind={it} hits={items.filter((hit) => hit.kind === it)} more={kind === undefined && more.includes(it)} />
            ))}
          </>
        )
      }
    </Read>
  );
};

/** What was found of all that one may see, by kind. */
export const Component = () => {
  const say = useWords(SEARCH);
  const { get, oneOf } = useInAddress();
  const q = (get('q') ?? '').trim().slice(0, 60);
  return (
    <Page title={say('title')}>
      <SearchBox key={q} initial={q} wide />
      {q === '' ? <p style={{ margin: 0, color: '#595f69' }}>{say('begin')}</p> : <Results q={q} kind={oneOf('kind', KINDS)} />}
    </Page>
  );
};

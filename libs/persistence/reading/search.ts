import type { DataSource } from 'typeorm';
import type { SearchHit, Searched } from '#contracts/api/search.routes.js';
import { Parameters, visible } from '#persistence/access/visible.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { readRows } from './rows.js';
import { ALIAS, LINKS, PLACES } from './search-places.js';

/** The best of one kind: what is called so, then what begins so, then what holds the words. */
const bestOf = (kind: Searched, viewer: Viewer, limit: number, parameters: Parameters, q: string): string => {
  const { action, sees, name, code, links, from, finds, year } = PLACES[kind];
  const columns = Object.entries(LINKS).map(([column, type]) => `${links[column] ?? `null::${type}`} as "${column}"`);
  const rank = `case when lower(${name}) = lower(${q}::text) or lower(${code}) = lower(${q}::text) then 0
    when starts_with(lower(${name}), lower(${q}::text)) or starts_with(lower(${code}), lower(${q}::text)) then 1 else 2 end`;
  return `(select '${kind}' as kind, ${ALIAS[kind]}.id, ${name} as name, ${code} as code, ${columns.join(', ')}
    from ${from} where ${finds(q)} and ${visible(viewer, action, sees, parameters)}
    order by ${rank}, ${year === undefined ? '' : `${year} desc, `}length(${name}), ${name}, ${ALIAS[kind]}.id limit ${String(limit + 1)})`;
};

/** Everything of these kinds that the viewer may see and that holds the words; `limit` of each kind, one more says that there is more. */
export const search = (
  source: DataSource,
  viewer: Viewer,
  words: string,
  kinds: readonly Searched[],
  limit: number,
): Promise<SearchHit[]> => {
  const parameters = new Parameters();
  const q = parameters.add(words);
  return readRows<SearchHit>(
    source,
    kinds.map((kind) => bestOf(kind, viewer, limit, parameters, q)).join(' union all '),
    parameters.values,
  );
};

import { api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { given } from '../../api/given.js';
import { PAGES, listed } from '../../api/pages.js';
import { useCalendar } from '../../app/year/year.js';
import { useInAddress } from '../../parts/choose/use-in-address.js';
import type { State } from '../../parts/states/states.js';

export type Item = Schemas['RectificationItem'];
export type Rung = Item['ladder'][number];

export const ITEM_STATES = ['rectifying', 'returned', 'in-review', 'struckOff', 'planned'] as const satisfies readonly State[];
export type ItemState = (typeof ITEM_STATES)[number];

/** Where an item stands, in the words of the checklist. */
export const stateOf = ({ struckOffAt, status }: Pick<Item, 'struckOffAt' | 'status'>): ItemState => {
  if (struckOffAt !== null) return 'struckOff';
  if (status === null) return 'planned';
  return status === 'returned' || status === 'in-review' ? status : 'rectifying';
};

/** Owed by the unit still, although its day has passed. */
export const isOverdue = ({ struckOffAt, dueAt, status }: Item, now: string | undefined): boolean =>
  struckOffAt === null && status !== 'in-review' && dueAt !== null && now !== undefined && Date.parse(dueAt) <= Date.parse(now);

/** The checklist of a year: all its items that one sees, by the filters in the address. */
export const useItems = (campaign: string) => {
  const { get, oneOf } = useInAddress();
  const { data: calendar } = useCalendar(campaign);
  const place = given({ department: get('department'), unit: get('unit'), notice: get('notice') });
  const query = { campaign, limit: 500, ...place };
  const list = listed(api.useInfiniteQuery('get', '/api/v1/rectification-items', { params: { query } }, PAGES));
  const state = oneOf('state', ITEM_STATES);
  const overdue = get('overdue') === 'true';
  const rows = list.rows.filter((it) => (state === undefined || stateOf(it) === state) && (!overdue || isOverdue(it, calendar?.now)));
  return { ...list, rows, all: list.rows };
};

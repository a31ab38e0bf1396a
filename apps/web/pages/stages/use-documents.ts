import { DOCUMENT_KINDS } from '#domain/stage/document-kind.js';
import { api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { given } from '../../api/given.js';
import { PAGES, listed } from '../../api/pages.js';
import { useCalendar } from '../../app/year/year.js';
import { useInAddress } from '../../parts/choose/use-in-address.js';

type Status = Schemas['Document']['status'];

/** States of a document, in the order in which one meets them. */
export const DOCUMENT_STATES = [
  'open',
  'returned',
  'in-review',
  'approved',
  'consented',
  'rejected',
  'lapsed',
  'cancelled',
] as const satisfies readonly Status[];

/** What documents can be counted as: the figures of the year lead to their rows by these. */
export const COUNTED = ['owed', 'filed', 'approved', 'returned', 'late', 'overdue', 'to-file', 'in-review', 'done'] as const;

type Counted = (typeof COUNTED)[number];

const asCounted = (it: Counted | undefined, now: string | undefined) => {
  if (it === 'late') return { lateAt: now };
  return it === 'overdue' ? { overdueAt: now } : { counted: it };
};

/** Documents of a stage of the plan, by the filters in the address. */
export const useDocuments = (stage: string) => {
  const { get, oneOf } = useInAddress();
  const now = useCalendar().data?.now;
  const filters = given({
    ...asCounted(oneOf('counted', COUNTED), now),
    kind: oneOf('kind', DOCUMENT_KINDS),
    status: oneOf('status', DOCUMENT_STATES),
    department: get('department'),
    unit: get('unit'),
  });
  const query = { stage, limit: 200, sort: 'dueAt' as const, ...filters };
  return listed(api.useInfiniteQuery('get', '/api/v1/documents', { params: { query } }, PAGES));
};

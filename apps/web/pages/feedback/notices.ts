import { api } from '../../api/client.js';
import { given } from '../../api/given.js';
import { PAGES, listed } from '../../api/pages.js';

/** The notices of a year that one sees, or those of one unit. */
export const useNotices = (campaign: string, unit?: string) => {
  const query = { campaign, limit: 500, ...given({ unit }) };
  return listed(api.useInfiniteQuery('get', '/api/v1/feedback-notices', { params: { query } }, PAGES));
};

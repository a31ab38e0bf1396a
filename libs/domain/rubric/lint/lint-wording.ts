import { finding } from './finding.js';
import type { Finding } from './finding.js';

const DOUBLE_NEGATION = /不得不(?:少于|低于|小于|多于|高于|大于|超过)/;

/** Taken literally, 不得不少于3个 says the opposite of what is meant (fixtures/jiangbei-2022 jb22-x07). Looks at every text of a document. */
export const lintWording = (document: unknown, path = ''): Finding[] => {
  if (typeof document === 'string') {
    const words = DOUBLE_NEGATION.exec(document)?.[0];
    return words === undefined
      ? []
      : [
          finding(
            'WORDING',
            'note',
            path,
            `“${words}”双重否定，字面含义与本意相反`,
            `"${words}" is a double negation: literally the opposite of what is meant`,
          ),
        ];
  }
  if (document === null || typeof document !== 'object') return [];
  return Object.entries(document).flatMap(([key, value]) => lintWording(value, path === '' ? key : `${path}.${key}`));
};

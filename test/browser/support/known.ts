import type { BrowsedYear } from './year.js';

interface Item {
  readonly id: string;
}

interface Document extends Item {
  readonly kind: string;
  readonly title: string;
  readonly obligation: string;
  readonly project: string | null;
  readonly unit: string | null;
}

/** Things of the year that pages are about. */
export interface Known {
  readonly document: (kind: string) => string;
  readonly district: string;
  readonly obligation: string;
  readonly project: string;
  readonly otherProject: string;
  readonly unit: string;
  readonly evaluation: string;
  readonly agency: string;
  readonly notice: string;
  readonly publication: string;
}

const first = (items: readonly Item[], what: string): string => {
  if (!items[0]) throw new Error(`The year has no ${what}.`);
  return items[0].id;
};

export const knownOf = async (year: BrowsedYear): Promise<Known> => {
  const bureau = year.client('bureau');
  const documents = await bureau.list<Document>('/documents');
  const targets = documents.filter(({ kind, title }) => kind === 'target' && title.includes('保洁'));
  const [{ code }] = (await bureau.list<{ readonly code: string }>('/districts')) as [{ readonly code: string }];
  const published = await bureau.list<Item>(`/public/districts/${code}/publications`);
  return {
    district: code,
    document: (kind) =>
      first(
        documents.filter((it) => it.kind === kind),
        kind,
      ),
    obligation: targets[0]?.obligation ?? '',
    project: targets[0]?.project ?? '',
    otherProject: first(
      (await bureau.list<Item>('/projects')).filter(({ id }) => id !== targets[0]?.project),
      'other project',
    ),
    unit: targets[0]?.unit ?? '',
    evaluation: first(await bureau.list<Item>('/evaluations'), 'evaluation'),
    agency: first(await bureau.list<Item>('/agencies'), 'agency'),
    notice: first(await bureau.list<Item>('/feedback-notices'), 'notice'),
    publication: first(published, 'publication'),
  };
};

import type { Schemas } from '../../api/client.js';

type Notification = Schemas['Notification'];

/** Where a message leads: to its letter, its one document, or its task; null where it is about nothing that can be opened. */
export const wayOf = ({ obligation, documents, letter }: Notification): string | null => {
  const [document] = documents;
  if (letter) return letter.type === 'linkage-document' ? '/stages/budget-linkage/letters' : '/stages/target-filing';
  if (document && documents.length === 1) return `/documents/${document}`;
  return obligation ? `/obligations/${obligation}` : null;
};

import { http } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';

/** The file itself. @throws the API's problem when it cannot be read */
export const bytesOf = async ({ document, id, mediaType }: Schemas['Attachment']): Promise<Blob> => {
  const params = { path: { document, attachment: id } };
  const { data, error } = await http.GET('/api/v1/documents/{document}/attachments/{attachment}', { params, parseAs: 'blob' });
  if (!data) throw error as unknown;
  return new Blob([data as Blob], { type: mediaType });
};

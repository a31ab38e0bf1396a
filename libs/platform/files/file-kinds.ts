/** Kinds of files that can be told by their content, with the endings of a name that go with each. */
export const FILE_KINDS = {
  pdf: { mediaType: 'application/pdf', endings: ['pdf'] },
  ofd: { mediaType: 'application/ofd', endings: ['ofd'] },
  docx: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', endings: ['docx'] },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx'] },
  pptx: { mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', endings: ['pptx'] },
  /** The older office formats share one container: their content does not tell which of them it is. */
  office: { mediaType: 'application/x-cfb', endings: ['doc', 'xls', 'ppt', 'wps', 'et'] },
  png: { mediaType: 'image/png', endings: ['png'] },
  jpg: { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  tif: { mediaType: 'image/tiff', endings: ['tif', 'tiff'] },
  zip: { mediaType: 'application/zip', endings: ['zip'] },
  text: { mediaType: 'text/plain', endings: ['txt', 'csv'] },
} as const satisfies Record<string, { readonly mediaType: string; readonly endings: readonly string[] }>;

export type FileKind = keyof typeof FILE_KINDS;

export const isFileKind = (it: string): it is FileKind => Object.hasOwn(FILE_KINDS, it);

/** Does the name end as files of this kind do? A programme whose name says "report" is refused by its content, a report named `.exe` by this. */
export const fitsName = (kind: FileKind, name: string): boolean => {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return (FILE_KINDS[kind].endings as readonly string[]).includes(ending);
};

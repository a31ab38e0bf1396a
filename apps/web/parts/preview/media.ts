/** Kinds of files by what their content was found to be. */
export type Media = 'pdf' | 'picture' | 'document' | 'sheet' | 'slides' | 'archive' | 'ofd' | 'text' | 'other';

const PICTURES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

const BY_ENDING: readonly (readonly [RegExp, Media])[] = [
  [/\.(docx?|wps|rtf)$/i, 'document'],
  [/\.(xlsx?|et|csv)$/i, 'sheet'],
  [/\.(pptx?|dps)$/i, 'slides'],
  [/\.ofd$/i, 'ofd'],
  [/\.(zip|rar|7z|tar|gz)$/i, 'archive'],
  [/\.txt$/i, 'text'],
];

/** What a file is: by its media type, which the server found in its content; office files, which are all archives, by how their names end. */
export const mediaOf = ({ name, mediaType }: { readonly name: string; readonly mediaType: string }): Media => {
  if (mediaType === 'application/pdf') return 'pdf';
  if (PICTURES.includes(mediaType)) return 'picture';
  return BY_ENDING.find(([ending]) => ending.test(name))?.[1] ?? 'other';
};

/** Can it be shown in the page? */
export const isShown = (media: Media): boolean => media === 'pdf' || media === 'picture';

/** The options by which a request carries a file as it is. */
export const asBytes = (file: Blob) => ({
  body: file as unknown as string,
  bodySerializer: (it: unknown) => it as Blob,
  headers: { 'Content-Type': 'application/octet-stream' },
});

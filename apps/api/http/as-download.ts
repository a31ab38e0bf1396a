/** `attachment; …` with the name in both notations of RFC 6266. */
export const asDownload = (name: string): string => {
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${name.replace(/[^\x20-\x7e]|["%\\]/g, '_')}"; filename*=UTF-8''${encoded}`;
};

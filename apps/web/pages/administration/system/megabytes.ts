const MEGABYTE = 1024 * 1024;

/** Bytes as megabytes with one decimal. */
export const inMegabytes = (bytes: number): string => (bytes / MEGABYTE).toFixed(1);

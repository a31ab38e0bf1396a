import { fromBufferPromise } from 'yauzl';

/** Of everything in the file together, unpacked: some hundred times what a table of 20,000 rows takes. */
const MOST_UNPACKED_BYTES = 64 * 1024 * 1024;
const WORKBOOK = 'xl/workbook.xml';

/**
 * Whether the bytes are a workbook (.xlsx) that unpacks to a size which memory bears. Every part is unpacked once and counted: what a part
 * says of its own size proves nothing.
 */
export async function isModestWorkbook(bytes: Buffer, mostUnpacked = MOST_UNPACKED_BYTES): Promise<boolean> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true }).catch(() => null);
  if (!zip) return false;
  let [size, isWorkbook] = [0, false];
  try {
    for await (const entry of zip.eachEntry()) {
      isWorkbook ||= entry.fileName === WORKBOOK;
      if (entry.fileName.endsWith('/')) continue;
      for await (const part of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
        size += part.length;
        if (size > mostUnpacked) return false;
      }
    }
    return isWorkbook;
  } catch {
    return false;
  } finally {
    zip.close();
  }
}

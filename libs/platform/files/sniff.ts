import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { openPromise } from 'yauzl';
import type { FileKind } from './file-kinds.js';

/** Entries of a zip that are looked at; a file with more of them is called a plain zip. */
const MOST_ENTRIES = 10_000;
const HEAD_BYTES = 65_536;

/** What an office document is known by inside its zip, where a program wrote it in an order that a look at its head does not tell. */
const PARTS: readonly (readonly [entry: string, kind: FileKind])[] = [
  ['word/document.xml', 'docx'],
  ['xl/workbook.xml', 'xlsx'],
  ['ppt/presentation.xml', 'pptx'],
  ['OFD.xml', 'ofd'],
];

/** A zip's kind by its directory; null when it holds macros or cannot be read. */
const insideZip = async (path: string): Promise<FileKind | null> => {
  const zip = await openPromise(path, { lazyEntries: true }).catch(() => null);
  if (!zip) return null;
  let kind: FileKind = 'zip';
  let seen = 0;
  try {
    for await (const { fileName } of zip.eachEntry()) {
      if (fileName.endsWith('vbaProject.bin')) return null;
      kind = PARTS.find(([entry]) => entry === fileName)?.[1] ?? kind;
      if ((seen += 1) >= MOST_ENTRIES) break;
    }
    return kind;
  } catch {
    return null;
  } finally {
    zip.close();
  }
};

const decodes = (head: Buffer, encoding: string): boolean => {
  try {
    // The head may end within a character.
    new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
};

/** Text in one of the two encodings in use, without control characters. */
const isText = async (path: string): Promise<boolean> => {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const head = buffer.subarray(0, bytesRead);
    const plain = head.every((it) => it >= 0x20 || it === 0x09 || it === 0x0a || it === 0x0d);
    return plain && (decodes(head, 'utf-8') || decodes(head, 'gb18030'));
  } finally {
    await file.close();
  }
};

const SAME: Readonly<Record<string, FileKind>> = { pdf: 'pdf', png: 'png', jpg: 'jpg', tif: 'tif', cfb: 'office' };
const ZIPPED = new Set(['zip', 'docx', 'xlsx', 'pptx']);

/** What a file is by its content, whatever its name says; null: none of the kinds that are known. */
export const sniff = async (path: string): Promise<FileKind | null> => {
  const found = await fileTypeFromFile(path);
  if (!found) return (await isText(path)) ? 'text' : null;
  return ZIPPED.has(found.ext) ? insideZip(path) : (SAME[found.ext] ?? null);
};

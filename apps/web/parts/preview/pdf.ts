import { GlobalWorkerOptions, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { CharacterMaps, StandardFonts } from './pdf-files.js';

export type { PDFDocumentProxy, PDFPageProxy };

let worker: Worker | undefined;

/** Opens a file in a worker that is served from the build. No code in it is run. @throws when it is no PDF, damaged, or locked */
export const openPdf = async (bytes: Blob): Promise<PDFDocumentProxy> => {
  worker ??= new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' });
  GlobalWorkerOptions.workerPort = worker;
  return getDocument({
    data: await bytes.arrayBuffer(),
    isEvalSupported: false,
    enableXfa: false,
    CMapReaderFactory: CharacterMaps,
    StandardFontDataFactory: StandardFonts,
  }).promise;
};

/** Draws a page so that it is as wide as said (CSS pixels), sharp on the screen that it is on. */
export const draw = async (page: PDFPageProxy, canvas: HTMLCanvasElement, width: number, ended: AbortSignal): Promise<void> => {
  const scale = width / page.getViewport({ scale: 1 }).width;
  const sharp = Math.min(2, window.devicePixelRatio || 1);
  const viewport = page.getViewport({ scale: scale * sharp });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  canvas.style.width = `${String(Math.floor(width))}px`;
  const canvasContext = canvas.getContext('2d');
  if (!canvasContext) return;
  const task = page.render({ canvasContext, viewport });
  ended.addEventListener('abort', () => {
    task.cancel();
  });
  await task.promise;
};

/** The words of a page, for those who hear it. */
export const textOf = async (page: PDFPageProxy): Promise<string> =>
  (await page.getTextContent()).items.map((it) => ('str' in it ? it.str + (it.hasEOL ? '\n' : '') : '')).join('');

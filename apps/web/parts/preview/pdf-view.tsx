import { Button, Skeleton } from 'antd';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useWords } from '../../words/words.js';
import { Broken } from './broken.js';
import { draw, openPdf, textOf } from './pdf.js';
import type { PDFDocumentProxy } from './pdf.js';
import { PREVIEW } from './preview.words.js';

const ZOOMS = [1, 1.5, 2, 3] as const;

interface SheetProps {
  readonly pdf: PDFDocumentProxy;
  readonly number: number;
  readonly name: string;
  readonly zoom: number;
}

/** One page, as wide as there is room at zoom 1. */
const Sheet = ({ pdf, number, name, zoom }: SheetProps) => {
  const say = useWords(PREVIEW);
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [text, setText] = useState('');
  const [failed, setFailed] = useState(false);
  useLayoutEffect(() => {
    const ended = new AbortController();
    const show = async (): Promise<void> => {
      const page = await pdf.getPage(number);
      if (ended.signal.aborted || !canvas.current || !frame.current) return;
      await draw(page, canvas.current, frame.current.clientWidth * zoom, ended.signal);
      setText(await textOf(page));
      setFailed(false);
    };
    show().catch(() => {
      if (!ended.signal.aborted) setFailed(true);
    });
    return () => {
      ended.abort();
    };
  }, [pdf, number, zoom]);
  return (
    <div ref={frame} className="preview-frame" tabIndex={0} role="region" aria-label={say('pageTitle', { name, page: number })}>
      <canvas ref={canvas} aria-hidden="true" />
      <div className="visually-hidden">{text}</div>
      {failed ? <Broken /> : null}
    </div>
  );
};

/** A PDF page by page, drawn in the page itself: nothing of it leaves it, and no code in it runs. */
export const PdfView = ({ bytes, name }: { readonly bytes: Blob; readonly name: string }) => {
  const say = useWords(PREVIEW);
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [failed, setFailed] = useState(false);
  const [number, setNumber] = useState(1);
  const [zoom, setZoom] = useState(0);
  useEffect(() => {
    let isShown = true;
    const opening = openPdf(bytes);
    opening.then(
      (it) => {
        if (isShown) setPdf(it);
      },
      () => {
        if (isShown) setFailed(true);
      },
    );
    return () => {
      isShown = false;
      opening.then(
        (it) => void it.destroy(),
        () => undefined,
      );
    };
  }, [bytes]);
  if (failed) return <Broken />;
  if (!pdf) return <Skeleton active />;
  const go = (label: 'before' | 'after', to: number) => (
    <Button
      size="small"
      disabled={to < 1 || to > pdf.numPages}
      onClick={() => {
        setNumber(to);
      }}
    >
      {say(label)}
    </Button>
  );
  const size = (label: 'smaller' | 'larger', to: number) => (
    <Button
      size="small"
      disabled={ZOOMS[to] === undefined}
      onClick={() => {
        setZoom(to);
      }}
    >
      {say(label)}
    </Button>
  );
  return (
    <>
      <div className="preview-bar">
        {go('before', number - 1)}
        <span className="numbers" role="status">
          {say('page', { page: number, pages: pdf.numPages })}
        </span>
        {go('after', number + 1)}
        <span style={{ marginInlineStart: 'auto', display: 'inline-flex', gap: 4 }}>
          {size('smaller', zoom - 1)}
          {size('larger', zoom + 1)}
        </span>
      </div>
      <Sheet pdf={pdf} number={number} name={name} zoom={ZOOMS[zoom] ?? 1} />
    </>
  );
};

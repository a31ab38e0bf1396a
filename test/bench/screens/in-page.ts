/** What runs inside the pages that are measured, as text: the benchmark itself is compiled without the types of a browser. */

/** When a page can be used, ms since the navigation began, in `usableAt`: its heading and what it asked for are there, and painted. */
export const WATCH = `(() => {
  const usable = () => document.querySelector('h1') && document.querySelector('[data-index], [data-plain]')
    && !document.querySelector('.ant-skeleton-active, .ant-spin-spinning');
  const look = () => {
    if (!usable()) return;
    observer.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => { globalThis.usableAt = performance.now(); }));
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true, attributes: true });
  document.addEventListener('DOMContentLoaded', look);
})()`;

export interface Scrolled {
  /** Milliseconds between frames. */
  readonly frames: readonly number[];
  /** Milliseconds of each task over 50 ms. */
  readonly tasks: readonly number[];
  /** How many rows the list says it has at the end, and the number of its last row on the screen. */
  readonly rows: number;
  readonly last: number;
}

/** Scrolls from the top to the bottom of a list of `total` rows, by `step` px in each frame, as fast as frames come. */
export const scrollThrough = (total: number, step: number): string => `(async () => {
  const scroller = document.querySelector('.list-table-scroll') ?? document.scrollingElement;
  const lastShown = () => Number([...document.querySelectorAll('[data-index]')].at(-1)?.dataset.index ?? -1);
  const frames = [], tasks = [];
  const observer = new PerformanceObserver((list) => list.getEntries().forEach((it) => tasks.push(it.duration)));
  observer.observe({ type: 'longtask' });
  scroller.scrollTop = 0;
  const next = () => new Promise(requestAnimationFrame);
  let before = await next();
  const atEnd = () => scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1;
  while (!(atEnd() && lastShown() >= ${total} - 1)) {
    scroller.scrollTop += ${step};
    const now = await next();
    frames.push(now - before);
    before = now;
  }
  tasks.push(...observer.takeRecords().map((it) => it.duration));
  observer.disconnect();
  return { frames, tasks, rows: document.querySelectorAll('[data-index]').length, last: lastShown() };
})()`;

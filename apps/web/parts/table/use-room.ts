import { useLayoutEffect, useRef, useState } from 'react';

const LEAST_PX = 220;
/** Header, filters and the air below. */
const TAKEN_PX = 110;

/** How high a table may be so that the page itself need not scroll, and how wide it is. */
export const useRoom = () => {
  const ref = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(400);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const measure = (): void => {
      const { top, width: room } = ref.current?.getBoundingClientRect() ?? { top: 0, width: 0 };
      setWidth(room);
      setHeight(Math.max(LEAST_PX, window.innerHeight - Math.max(0, top) - TAKEN_PX));
    };
    measure();
    window.addEventListener('resize', measure);
    return () => {
      window.removeEventListener('resize', measure);
    };
  }, []);
  return { ref, height, width };
};

import { useCallback, useState } from 'react';
import type { Finding } from '../../../parts/forms/form-context.js';
import { isIn } from '../../../parts/forms/paths.js';

/** Which fields somebody has been at: only of those is said what is wrong, until one wants to submit. */
export const useTouched = (findings: readonly Finding[]) => {
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [everything, setEverything] = useState(false);
  const touch = useCallback((path: string) => {
    setTouched((it) => (it.has(path) ? it : new Set([...it, path])));
  }, []);
  const isTouched = (path: string): boolean => everything || touched.has(path) || [...touched].some((it) => isIn(it, path) && it !== path);
  const visible = findings.filter(({ path }) => isTouched(path));
  return {
    touch,
    touchEverything: () => {
      setEverything(true);
    },
    findings: (path: string, within = false): readonly Finding[] =>
      visible.filter((it) => it.path === path || (within && isIn(it.path, path))),
  };
};

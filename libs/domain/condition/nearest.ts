/** Edit distance (insert, delete, replace). */
export const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
};

/** The name that somebody who wrote `name` most likely meant, if one is near. */
export const nearest = (name: string, known: readonly string[]): string | undefined => {
  const [best] = known
    .map((it) => ({ it, far: distance(name.toLowerCase(), it.toLowerCase()) }))
    .sort((a, b) => a.far - b.far || (a.it < b.it ? -1 : 1));
  return best && best.far <= Math.max(2, Math.floor(name.length / 3)) ? best.it : undefined;
};

/** `，是否应为 X` / `, did you mean X` — or nothing. */
export const meant = (name: string, known: readonly string[]): { readonly zh: string; readonly en: string } => {
  const near = nearest(name, known);
  return near === undefined ? { zh: '', en: '' } : { zh: `，是否应为“${near}”？`, en: `; did you mean "${near}"?` };
};

import { finding } from './finding.js';
import type { Finding } from './finding.js';
import type { Report } from './report.js';
import { listAt, textAt } from './tables.js';

/** How a name begins: with the district's full name (济南市钢城区), its short one (钢城区), 区, or otherwise. A code in brackets is no part. */
const beginning = (name: string, district: string): string => {
  const bare = name.replace(/^\[\d{1,12}\]/u, '');
  const own = /[^市省州]{1,8}[区县旗]$/u.exec(district)?.[0] ?? district;
  if (own !== district && bare.startsWith(district)) return district;
  if (bare.startsWith(own)) return own;
  return bare.startsWith('区') ? '区' : '';
};

/** Of names of which nearly all end alike (经建科, 农业科 …), those that do not. */
const endingOtherwise = (names: readonly string[]): readonly string[] => {
  const last = names.map((it) => it.slice(-1));
  const usual = last.find((it) => last.filter((other) => other === it).length * 5 >= names.length * 4);
  return usual === undefined || names.length < 5 ? [] : names.filter((it) => !it.endsWith(usual));
};

/** Names of one kind in a column: written with one prefix of the district, ending alike, none with another body in brackets. */
export const unevenNames = (report: Report): readonly Finding[] =>
  report.rows.flatMap(({ table, uneven }) =>
    (uneven ?? []).flatMap((path): Finding[] => {
      const cells = (report.tables[table] ?? []).flatMap((row) => listAt(row, path) ?? [textAt(row, path)]);
      const names = [...new Set(cells.filter((it) => typeof it === 'string'))];
      const { district } = report;
      const beginnings = district === undefined ? [] : [...new Set(names.map((it) => beginning(it, district)))].filter((it) => it !== '');
      const samples = beginnings.map((start) => names.find((it) => beginning(it, district!) === start)!);
      const odd = [
        ...(samples.length > 1 ? samples : []),
        ...endingOtherwise(names),
        ...names.filter((it) => /（[^（）]{1,40}[局委办部院]）$/u.test(it)),
      ];
      if (odd.length === 0) return [];
      const values = [...new Set(odd)].slice(0, 6).join(' / ');
      return [finding('NAMES_UNEVEN', [`${table}.${path}`], { values }, values)];
    }),
  );

import { compare } from '#domain/score/exact.js';
import { numberAt } from '#domain/target-filing/quantity/numerals.js';
import { finding } from './finding.js';
import type { Finding } from './finding.js';
import { named, nearNames } from './names.js';
import type { Report } from './report.js';
import { comparedNames } from './rows.js';
import { textAt } from './tables.js';

/** More of a passage is not read. */
const LONGEST = 2_000;
/** Shorter titles differ by a word and are different documents (绩效评价管理办法, 绩效目标管理办法). */
const LONG_TITLE = 20;

/** Passages of this length can be a project's name. */
const SHORTEST_NAME = 10;
const LONGEST_NAME = 60;

const NEGATED = ['不得不少于', '不得不低于', '不得不高于', '不得不超过', '不得不多于'];

const negations = (text: string, at: string): Finding[] =>
  NEGATED.filter((words) => text.includes(words)).map((words) => finding('DOUBLE_NEGATION', [at], { words }, words));

/** 《甲》《乙》等7个: how many are named side by side right before the words 等 N 个. */
const incompleteLists = (text: string, at: string): Finding[] => {
  let [named, end] = [0, -1];
  return [...text.matchAll(/《[^《》]{1,80}》/gu)].flatMap(({ 0: title, index }): Finding[] => {
    const joined = index === end || (index === end + 1 && '、，和及'.includes(text.charAt(end)));
    named = joined ? named + 1 : 1;
    end = index + title.length;
    const number = text.charAt(end) === '等' ? numberAt(text, end + 1) : null;
    if (!number || !'个项件部条'.includes(text.charAt(number.end))) return [];
    const claimed = number.value().toFraction();
    if (compare(String(named), claimed) >= 0) return [];
    return [finding('LIST_INCOMPLETE', [at], { number: claimed, named: String(named) }, String(named))];
  });
};

/** “甲”“乙”项目: two names side by side before one 项目. */
const twoNames = (text: string, at: string): Finding[] =>
  [...text.matchAll(/“([^“”]{1,40})”“([^“”]{1,40})”项目/gu)].map(([, one, other]) =>
    finding('TWO_NAMES', [at], { one: one!, other: other! }, at),
  );

const digitsOf = (text: string): string => text.replace(/\D/gu, '');

/** Titles in 《》 that differ by a slip. Titles with other figures (another year, another number) are other documents. */
const nearTitles = (texts: readonly string[]): Finding[] => {
  const quoted = texts.flatMap((text) => [...text.matchAll(/《([^《》]{2,80})》/gu)].map(([, title]) => title!));
  const titles = [...new Set(quoted)].filter(({ length }) => length >= LONG_TITLE).map(named);
  const near = nearNames(titles);
  const order = new Map(titles.map(({ written }, i) => [written, i]));
  return titles.flatMap((one) =>
    near(one)
      .filter((other) => order.get(other.written)! > order.get(one.written)! && digitsOf(one.normal) === digitsOf(other.normal))
      .map((other) => finding('TITLES_NEAR', ['texts'], { one: one.written, other: other.written }, one.written)),
  );
};

/** `（2）`, `三、`, `4.`: the number and how it is written. */
const markerOf = (marker: string): { readonly value: string; readonly style: string } | null => {
  const at = /[\d〇零一二三四五六七八九十]/u.exec(marker)?.index;
  const number = at === undefined ? null : numberAt(marker, at);
  if (!number) return null;
  const style = `${marker.slice(0, at).trim()}${number.chinese ? '一' : '1'}${marker.slice(number.end).trim()}`;
  return { value: number.value().toFraction(), style: style.normalize('NFKC') };
};

/** Numbers of chapters or items: one after the other, written in one way. */
const numbering = (markers: readonly string[], at: string): Finding[] => {
  const read = markers.map(markerOf).filter((it) => it !== null);
  const mixed = new Set(read.map(({ style }) => style)).size > 1;
  const gap = read.some(
    ({ value }, i) => i > 0 && compare(value, read[i - 1]!.value) !== 0 && Number(value) !== Number(read[i - 1]!.value) + 1,
  );
  if (!mixed && !gap) return [];
  const fault = [gap ? '不连续' : '', mixed ? '写法不一' : ''].filter(Boolean).join('、');
  const words = markers.slice(0, 30).join(' ');
  return [finding('NUMBERING', [at], { markers: words, fault }, words)];
};

/** A list in the text that names the rows of a table: every name as the table writes it. */
const listedNames = ({ listed, tables }: Report): readonly Finding[] =>
  listed.flatMap(({ table, name, items }, i) => {
    const names = (tables[table] ?? []).map((row) => textAt(row, name)).filter((it) => it !== null);
    return comparedNames(`listed.${String(i)}`, names, items);
  });

/** A short passage that is a row's name but for a slip. */
const slips = ({ rows, tables, texts }: Report): readonly Finding[] => {
  const mayBeName = ({ length }: string): boolean => length >= SHORTEST_NAME && length <= LONGEST_NAME;
  const cells = rows.flatMap(({ table, name }) => (tables[table] ?? []).map((row) => textAt(row, name) ?? ''));
  const near = nearNames([...new Set(cells.filter(mayBeName))].map(named));
  return texts.filter(mayBeName).flatMap((text) =>
    near(named(text))
      .slice(0, 1)
      .map((one) => finding('NAMES_DIFFER', ['texts'], { one: one.written, other: text }, one.written)),
  );
};

/** What the words of the report give away. Every pattern is linear in the passage; of a longer passage the beginning is read. */
export const findingsOfWording = (report: Report): readonly Finding[] => {
  const texts = report.texts.map((it) => it.slice(0, LONGEST));
  const ofText = texts.flatMap((text, i) => {
    const at = `texts.${String(i)}`;
    return [...negations(text, at), ...incompleteLists(text, at), ...twoNames(text, at)];
  });
  const ofNumbers = report.numberings.flatMap((markers, i) => numbering(markers, `numberings.${String(i)}`));
  return [...ofText, ...nearTitles(texts), ...ofNumbers, ...listedNames(report), ...slips(report)];
};

import { cellsOf } from '../../../parts/table/cells.js';

/** One project of the coming year, as it stands in a spreadsheet. */
export interface ProjectRow {
  readonly code: string;
  readonly name: string;
  /** Code of its unit. */
  readonly unit: string;
  /** Yuan. */
  readonly budget: string;
  readonly class: string;
  readonly attribute: string;
}

const NAMES = { 项目编码: 'code', 项目名称: 'name', 单位编码: 'unit', 预算数: 'budget', 类型: 'class', 性质: 'attribute' } as const;
const HEADS = Object.keys(NAMES) as readonly (keyof typeof NAMES)[];
const NEEDED = HEADS.slice(0, 4);

interface ReadProjects {
  readonly hasHeader: boolean;
  readonly rows: readonly ProjectRow[];
}

/** Excel writes 1,000.00; the register wants 1000.00. */
const asAmount = (text: string): string => (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text);

/** Projects as copied from a spreadsheet, by the names of its columns; `类型` is 重点 or 一般, `性质` 新增 or 延续, both may be missing. */
export const readProjects = (text: string): ReadProjects => {
  const block = text.replace(/^\uFEFF/, '').trimStart();
  const separator = (block.split('\n')[0] ?? '').includes('\t') ? '\t' : ',';
  const [head = [], ...lines] = cellsOf(block, separator)
    .map((cells) => cells.map((it) => it.trim()))
    .filter((cells) => cells.some((it) => it !== ''));
  const hasHeader = NEEDED.every((it) => head.includes(it));
  if (!hasHeader) return { hasHeader, rows: [] };
  const rows = lines.map((cells) => {
    const of = (name: keyof typeof NAMES): string => cells[head.indexOf(name)] ?? '';
    return {
      ...{ code: of('项目编码'), name: of('项目名称'), unit: of('单位编码') },
      ...{ budget: asAmount(of('预算数')), class: of('类型'), attribute: of('性质') },
    };
  });
  return { hasHeader, rows };
};

/** The same as text, to be looked at and changed. */
export const projectsText = (rows: readonly ProjectRow[]): string =>
  rows.length === 0 ? '' : [HEADS.join('\t'), ...rows.map((row) => HEADS.map((it) => row[NAMES[it]]).join('\t'))].join('\n');

export const classOf = ({ class: it }: ProjectRow): 'key' | 'ordinary' => (it.startsWith('重点') || it === 'key' ? 'key' : 'ordinary');
export const attributeOf = ({ attribute: it }: ProjectRow): 'continuing' | 'new' =>
  it.startsWith('延续') || it === 'continuing' ? 'continuing' : 'new';

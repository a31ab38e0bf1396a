import { caseFileSchema } from '#contracts/rules/case-file.js';
import { SEATS } from '#domain/stage/stage.js';
import { ladderCase } from './case.schema.js';

type Node = { [key: string]: unknown };

const isSeat = ({ enum: values }: Node): boolean => Array.isArray(values) && values.join() === SEATS.join();

/** Short forms that are spelt out before they are checked (`debtor.department`, `3d`), which the generator therefore cannot see. */
const withShortForms = (node: unknown, key = ''): unknown => {
  if (Array.isArray(node)) return node.map((it) => withShortForms(it));
  if (node === null || typeof node !== 'object') return node;
  const it = node as Node;
  if (isSeat(it)) return { ...it, enum: SEATS.flatMap((seat) => [seat, `debtor.${seat}`, `role.${seat}`]) };
  if (key === 'within') return { anyOf: [it, { type: 'string', pattern: '^\\d{1,3}d?$' }] };
  return Object.fromEntries(Object.entries(it).map(([field, value]) => [field, withShortForms(value, field)]));
};

/** JSON Schema of a ladder file as people write it; committed as docs/formats/ladder.schema.json. */
export const ladderFileSchema = (): unknown => caseFileSchema('jiheng ladder', ladderCase, withShortForms);

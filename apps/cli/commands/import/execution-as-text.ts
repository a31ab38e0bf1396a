import type { ImportedExecution, RowOutcome } from './execution.js';

const WORDS: Readonly<Record<RowOutcome['outcome'], string>> = {
  accepted: 'new',
  corrected: 'corrected',
  unchanged: 'unchanged',
  wrong: '✗',
};

const lineOf = ({ row, project, day, executed, outcome, errors }: RowOutcome): string => {
  const said = errors.map(({ en, zh }) => `${en}（${zh}）`).join('; ');
  return [String(row).padStart(6), project.padEnd(14), day.padEnd(10), executed.padStart(18), ` ${WORDS[outcome]} ${said}`]
    .join('  ')
    .trimEnd();
};

/** Every row with what became of it, and the sums. */
export function executionAsText({ campaign, written, rows, warnings }: ImportedExecution, check: boolean): string {
  const count = (outcome: RowOutcome['outcome']): string => String(rows.filter((it) => it.outcome === outcome).length);
  const sums = `${count('accepted')} new, ${count('corrected')} corrected, ${count('unchanged')} unchanged, ${count('wrong')} wrong`;
  const last = written
    ? `written; ${String(warnings)} warnings raised`
    : check
      ? 'checked only, nothing was written'
      : rows.some(({ outcome }) => outcome === 'wrong')
        ? 'nothing was written: correct the rows marked ✗ and import again'
        : 'nothing to write';
  return [campaign.title, ...rows.map(lineOf), `${sums}: ${last}`].join('\n');
}

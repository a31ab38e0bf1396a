import { writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';

/** One figure. `target` is an upper bound where `better` is 'less', a lower one where it is 'more'. */
export interface Figure {
  readonly part: string;
  readonly what: string;
  readonly value: number;
  readonly unit: 'ms' | 's' | '/s' | '×' | '%' | '';
  readonly target?: number;
  readonly better?: 'less' | 'more';
}

const rounded = (value: number): string => (value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3));

const verdict = ({ value, target, better = 'less' }: Figure): string => {
  if (target === undefined) return '';
  const met = better === 'less' ? value <= target : value >= target;
  return `${better === 'less' ? '≤' : '≥'} ${String(target)} ${met ? '✓' : '✗'}`;
};

/** Collects figures and shows each as soon as it is there: a run takes minutes. */
export class Report {
  private readonly figures: Figure[] = [];
  private readonly costs: object[] = [];

  add(figure: Figure): void {
    this.figures.push(figure);
    const { part, what, value, unit } = figure;
    console.log(`${part.padEnd(8)}${what.padEnd(72)}${rounded(value).padStart(9)} ${unit.padEnd(4)}${verdict(figure)}`);
  }

  /** Processor time that each process used for one of `count` things, between two readings. It is what bounds a rate, and noise moves it less. */
  cost(part: string, what: string, count: number, before: Readonly<Record<string, number>>, after: Readonly<Record<string, number>>): void {
    const each = Object.entries(after).map(([name, ms]) => [name, (ms - (before[name] ?? 0)) / count] as const);
    this.costs.push({ part, what, ...Object.fromEntries(each) });
    const sum = each.reduce((all, [, ms]) => all + ms, 0);
    const shares = each.map(([name, ms]) => `${name} ${ms.toFixed(2)}`).join(', ');
    console.log(`${part.padEnd(8)}  ${what}: ${sum.toFixed(2)} ms of processor each (${shares})`);
  }

  /** The figure of an earlier part, for a ratio; undefined when that part was not asked for. */
  value(part: string, what: string): number | undefined {
    return this.figures.find((it) => it.part === part && it.what === what)?.value;
  }

  async save(file: string, options: object): Promise<void> {
    const machine = { cpu: cpus()[0]?.model, cores: cpus().length, memoryGB: Math.round(totalmem() / 1e9), node: process.version };
    const text = JSON.stringify({ at: new Date().toISOString(), machine, options, figures: this.figures, costs: this.costs }, null, 2);
    await writeFile(file, `${text}\n`);
  }
}

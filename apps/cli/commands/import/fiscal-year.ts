import { InvalidArgumentError } from 'commander';

/** A budget year as an option. */
export const fiscalYear = (text: string): number => {
  if (/^20\d{2}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('a year such as 2023 is needed');
};

import { DomainError } from '#domain/errors/domain-error.js';

/** Numbers that look random and are the same for the same seed, on every machine and for ever: part of what makes a draw checkable. */
export interface SeededRandom {
  /** A whole number from 0 to n − 1, each equally likely. */
  below(n: number): number;
  /** A new array in random order (Fisher–Yates). */
  shuffled<T>(items: readonly T[]): T[];
  pick<T>(items: readonly T[]): T;
}

const WORD = 2 ** 32;

/**
 * The generator sfc32 over the first 128 bits of `seed`, a SHA-256 in hexadecimal that the caller computes and publishes.
 * @throws DomainError `NOT_A_SEED` for anything but 64 hexadecimal digits.
 */
export const seededRandom = (seed: string): SeededRandom => {
  if (!/^[0-9a-f]{64}$/.test(seed)) throw new DomainError('NOT_A_SEED', { seed: seed.slice(0, 70) });
  let [a, b, c, counter] = [0, 8, 16, 24].map((at) => parseInt(seed.slice(at, at + 8), 16) | 0) as [number, number, number, number];
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 16; i += 1) next();
  const below = (n: number): number => {
    // Drops the uneven rest of the 32-bit range, so that no number is likelier than another.
    const limit = WORD - (WORD % n);
    for (;;) {
      const drawn = next();
      if (drawn < limit) return drawn % n;
    }
  };
  const shuffled = <T>(items: readonly T[]): T[] => {
    const order = [...items];
    for (let i = order.length - 1; i > 0; i -= 1) {
      const j = below(i + 1);
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    return order;
  };
  return { below, shuffled, pick: (items) => items[below(items.length)]! };
};

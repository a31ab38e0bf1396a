/** The first 32 bits of the fractional parts of √p and ∛p of the first primes are the constants of FIPS 180-4; computed, not typed. */
const primes = (n: number): number[] => {
  const found: number[] = [];
  for (let it = 2; found.length < n; it += 1) if (found.every((p) => it % p !== 0)) found.push(it);
  return found;
};

/** ⌊root(p · 2^(32·degree))⌋ modulo 2^32 by bisection on whole numbers, so that no rounding of a machine matters. */
const fractionOfRoot = (prime: number, degree: 2n | 3n): number => {
  const wanted = BigInt(prime) << (32n * degree);
  let [low, high] = [0n, 1n << 40n];
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (middle ** degree <= wanted) low = middle;
    else high = middle;
  }
  return Number(BigInt.asIntN(32, low));
};

const START = primes(8).map((it) => fractionOfRoot(it, 2n));
const ROUND = primes(64).map((it) => fractionOfRoot(it, 3n));

const LEAD = [0, 0xc0, 0xe0, 0xf0] as const;

/** UTF-8; half a surrogate pair becomes U+FFFD as everywhere. */
const utf8 = (text: string): number[] => {
  const bytes: number[] = [];
  for (const character of text) {
    const given = character.codePointAt(0)!;
    const point = given >= 0xd800 && given < 0xe000 ? 0xfffd : given;
    const tail = point < 0x80 ? 0 : point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
    bytes.push(LEAD[tail] | (point >> (6 * tail)));
    for (let i = tail - 1; i >= 0; i -= 1) bytes.push(0x80 | ((point >> (6 * i)) & 0x3f));
  }
  return bytes;
};

/** The bytes with their padding, as big-endian 32-bit words. */
const padded = (bytes: readonly number[]): Int32Array => {
  const words = new Int32Array((((bytes.length + 8) >> 6) + 1) * 16);
  bytes.forEach((byte, i) => (words[i >> 2]! |= byte << (24 - (i % 4) * 8)));
  words[bytes.length >> 2]! |= 0x80 << (24 - (bytes.length % 4) * 8);
  words[words.length - 2] = Math.floor(bytes.length / 2 ** 29);
  words[words.length - 1] = bytes.length << 3;
  return words;
};

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

const schedule = (block: Int32Array): Int32Array => {
  const w = new Int32Array(64);
  w.set(block);
  for (let i = 16; i < 64; i += 1) {
    const [a, b] = [w[i - 15]!, w[i - 2]!];
    const small = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3);
    const large = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
    w[i] = w[i - 16]! + small + w[i - 7]! + large;
  }
  return w;
};

const compress = (state: Int32Array, block: Int32Array): void => {
  const w = schedule(block);
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let i = 0; i < 64; i += 1) {
    const chosen = (e & f) ^ (~e & g);
    const first = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + chosen + ROUND[i]! + w[i]!) | 0;
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, i) => (state[i]! += word));
};

/**
 * SHA-256 (FIPS 180-4) of a text in UTF-8, hexadecimal: what `sha256sum` prints. Here because a draw must be checkable where there is no
 * Node, and without waiting.
 */
export const sha256 = (text: string): string => {
  const words = padded(utf8(text));
  const state = Int32Array.from(START);
  for (let at = 0; at < words.length; at += 16) compress(state, words.subarray(at, at + 16));
  return [...state].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
};

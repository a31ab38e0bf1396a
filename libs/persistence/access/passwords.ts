import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** argon2id with the library's parameters: 19 MiB, two passes (OWASP's minimum). */
export const hashPassword = (password: string): Promise<string> => hash(password);

let stranger: Promise<string> | undefined;

/** Does the password fit the hash? Without a hash (an unknown e-mail) it takes as long and answers no. */
export const fits = async (passwordHash: string | null, password: string): Promise<boolean> => {
  stranger ??= hashPassword('nobody has this password');
  const right = await verify(passwordHash ?? (await stranger), password);
  return right && passwordHash !== null;
};

/** Without letters and digits that look alike. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** A password to be shown once: 16 characters, some 92 bits. */
export const generatePassword = (): string => Array.from({ length: 16 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

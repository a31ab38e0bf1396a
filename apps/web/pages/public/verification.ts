import { canonicalJson } from '#contracts/canonical-json.js';
import { http } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';

export type Verdict = Schemas['PublicationVerification'];

export const HASH = /^[0-9a-f]{64}$/i;
const MOST_BYTES = 5 * 1024 * 1024;

/** The file cannot be one of the portal's. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** Browsers compute hashes only where the connection is secure. */
export const computesHere = (): boolean => window.isSecureContext && 'subtle' in crypto;

/** What the hash is taken over: of JSON its canonical form, so that another layout is still the same; of anything else its bytes. */
const hashed = async (file: File): Promise<ArrayBuffer> => {
  const bytes = await file.arrayBuffer();
  try {
    return new TextEncoder().encode(canonicalJson(JSON.parse(new TextDecoder().decode(bytes)))).buffer as ArrayBuffer;
  } catch {
    return bytes;
  }
};

const hex = (digest: ArrayBuffer): string => [...new Uint8Array(digest)].map((it) => it.toString(16).padStart(2, '0')).join('');

/** @throws Problem, Unreachable */
export const verifyHash = async (hash: string): Promise<Verdict> => {
  const { data, error } = await http.POST('/api/v1/public/verifications', { body: { hash: hash.toLowerCase() } });
  if (!data) throw error;
  return data;
};

const verifyThere = async (file: File): Promise<Verdict> => {
  const { data, error } = await http.POST('/api/v1/public/verifications/file', {
    body: '',
    bodySerializer: () => file,
    headers: { 'Content-Type': 'application/octet-stream' },
  });
  if (!data) throw error;
  return data;
};

/** Which published version a file is. It leaves this computer only where the browser computes no hashes. @throws TooLarge, Problem, Unreachable */
export const verifyFile = async (file: File): Promise<Verdict> => {
  if (file.size > MOST_BYTES) throw new TooLarge();
  if (!computesHere()) return verifyThere(file);
  return verifyHash(hex(await crypto.subtle.digest('SHA-256', await hashed(file))));
};

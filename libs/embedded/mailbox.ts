import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server';

const SIZE_LIMIT = 25 * 1024 ** 2;

/** A mail server for one machine: it delivers nothing, and keeps every message as a file that mail programs open. */
export interface Mailbox {
  readonly url: string;
  readonly port: number;
  readonly folder: string;
  stop(): Promise<void>;
}

/** Name of a message's file: sorts by time, tells the first recipient. */
function fileName(session: SMTPServerSession, count: number): string {
  const at = new Date().toISOString().replaceAll(':', '-');
  const to = (session.envelope.rcptTo[0]?.address ?? 'nobody').replace(/[^\w.@-]/g, '_').slice(0, 80);
  return `${at}-${String(count).padStart(5, '0')}-${to}.eml`;
}

/** Starts the mailbox on 127.0.0.1; a message is accepted only after it has been stored. */
export async function startMailbox(folder: string, port: number): Promise<Mailbox> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  let count = 0;
  const store = async (stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> => {
    count += 1;
    const file = join(folder, fileName(session, count));
    const unfinished = `${file}.part`;
    await pipeline(stream, createWriteStream(unfinished, { mode: 0o600 }));
    if (stream.sizeExceeded) {
      await rm(unfinished, { force: true });
      throw Object.assign(new Error('Message is too large'), { responseCode: 552 });
    }
    await rename(unfinished, file);
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    size: SIZE_LIMIT,
    onAuth: (_auth, _session, callback) => callback(null, { user: 'local' }),
    onData: (stream, session, callback) => void store(stream, session).then(() => callback(), callback),
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  // A connection that breaks is the sender's concern.
  server.on('error', () => undefined);
  const address = server.server.address();
  const bound = typeof address === 'object' && address ? address.port : port;
  return {
    url: `smtp://127.0.0.1:${bound}`,
    port: bound,
    folder,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A message ready to go. `id` makes its Message-ID: sent again after a crash, a mail server or reader can tell that it is the same. */
export interface OutgoingMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/**
 * Why a message was not taken: `permanent`: never will be (SMTP 5xx to this message); `temporary`: try again (4xx); `unreachable`: there is
 * no mail server to speak to at present, for no message.
 */
export class MailError extends Error {
  override readonly name = 'MailError';

  constructor(
    readonly kind: 'permanent' | 'temporary' | 'unreachable',
    readonly response: string,
  ) {
    super(response);
  }
}

/** The way out for mail; Nest injects it by this class. */
export abstract class MailTransport {
  /** Hands one message to the mail server and answers its response. @throws MailError */
  abstract send(mail: OutgoingMail): Promise<string>;
  abstract close(): void;
}

import { createTransport } from 'nodemailer';
import { MailError, MailTransport } from './mail-transport.js';
import type { OutgoingMail } from './mail-transport.js';

export interface SmtpSettings {
  /** `smtp://…` or `smtps://user:password@host:465` */
  readonly url: string;
  /** `绩衡 <jiheng@example.org>` */
  readonly from: string;
  /** Messages a second at most. Default 20. */
  readonly perSecond?: number;
}

interface SmtpFailure {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
  readonly message: string;
}

/** What of a failure concerns the message; everything else (network, TLS, log-in) concerns the server. */
const OF_MESSAGE = ['EENVELOPE', 'EMESSAGE'];

const asMailError = (failure: SmtpFailure): MailError => {
  const said = (failure.response ?? failure.message).slice(0, 500);
  if (!OF_MESSAGE.includes(failure.code ?? '') || failure.responseCode === undefined) return new MailError('unreachable', said);
  if (failure.responseCode === 421) return new MailError('unreachable', said);
  return new MailError(failure.responseCode >= 500 ? 'permanent' : 'temporary', said);
};

/** SMTP by nodemailer: one connection, kept open and rate limited. */
export class SmtpTransport extends MailTransport {
  private readonly host: string;
  private readonly transport;

  constructor(private readonly settings: SmtpSettings) {
    super();
    this.host = /@([^\s<>@]+)>?\s*$/.exec(settings.from)?.[1] ?? 'localhost';
    this.transport = createTransport({
      url: settings.url,
      pool: true,
      // A rate limit holds for one connection only.
      maxConnections: 1,
      maxMessages: Infinity,
      rateDelta: 1_000,
      rateLimit: settings.perSecond ?? 20,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
    });
  }

  async send({ id, to, subject, text }: OutgoingMail): Promise<string> {
    const headers = { 'Auto-Submitted': 'auto-generated' };
    const message = { from: this.settings.from, to, subject, text, headers, messageId: `<${id}@${this.host}>` };
    try {
      const { response } = await this.transport.sendMail(message);
      return response;
    } catch (error) {
      throw asMailError(error as SmtpFailure);
    }
  }

  close(): void {
    this.transport.close();
  }
}

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Problem } from '#contracts/errors/problem.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { lockLetter, releaseLetter } from '#persistence/notification/resend.js';
import { Clock } from '#platform/clock.js';
import { Trail } from '../http/trail.js';

/** 重发: a letter goes to the sender once more; who asked for it stands in the trail. */
@Injectable()
export class MailDesk {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly trail: Trail,
  ) {}

  /** @throws Problem NOT_FOUND, RECIPIENT_INACTIVE */
  async resend(viewer: Viewer, mail: string) {
    return this.source.transaction(async (manager) => {
      const letter = await lockLetter(manager, mail);
      if (!letter) throw new Problem('NOT_FOUND');
      const { district, active, ...shown } = letter;
      if (!active) throw new Problem('RECIPIENT_INACTIVE');
      await releaseLetter(manager, mail, new Date(this.clock.now()));
      const detail = { before: letter.before, attempts: letter.attempts };
      await this.trail.append(manager, { stream: `mail/${mail}`, district, actor: viewer.person, type: 'resendMail', detail });
      return shown;
    });
  }
}

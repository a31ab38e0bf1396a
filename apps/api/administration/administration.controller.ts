import { Controller } from '@nestjs/common';
import * as routes from '#contracts/api/administration.routes.js';
import { Ask, Serves } from '../http/serves.js';
import { BackupDesk } from './backup-desk.js';
import { MailDesk } from './mail-desk.js';
import { SystemStatus } from './system-status.js';

/** What the system administrator's pages ask for. */
@Controller()
export class AdministrationController {
  constructor(
    private readonly mails: MailDesk,
    private readonly backups: BackupDesk,
    private readonly status: SystemStatus,
  ) {}

  @Serves(routes.resendMail)
  resend(@Ask() { viewer, params }: Ask<typeof routes.resendMail>) {
    return this.mails.resend(viewer, params.mail);
  }

  @Serves(routes.listBackups)
  list() {
    return this.backups.list();
  }

  @Serves(routes.startBackup)
  start(@Ask() { viewer }: Ask<typeof routes.startBackup>) {
    return this.backups.start(viewer);
  }

  @Serves(routes.downloadBackup)
  download(@Ask() { viewer, params }: Ask<typeof routes.downloadBackup>) {
    return this.backups.download(viewer, params.backup);
  }

  @Serves(routes.pruneBackups)
  prune(@Ask() { viewer, body }: Ask<typeof routes.pruneBackups>) {
    return this.backups.prune(viewer, body.keep);
  }

  @Serves(routes.getSystemStatus)
  getStatus() {
    return this.status.get();
  }
}

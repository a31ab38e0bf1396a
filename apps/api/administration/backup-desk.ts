import { Inject, Injectable, StreamableFile } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Problem } from '#contracts/errors/problem.js';
import type { TrailType } from '#contracts/trail-type.js';
import type { Viewer } from '#persistence/access/viewer.js';
import { BackupRunningError } from '#platform/backup/backups.js';
import type { Backup, Backups } from '#platform/backup/backups.js';
import { asDownload } from '../http/as-download.js';
import { Trail } from '../http/trail.js';
import { BACKUPS } from '../parts.js';

/** 备份: made, downloaded and pruned by the system administrator alone; each of it stands in the trail. */
@Injectable()
export class BackupDesk {
  constructor(
    private readonly source: DataSource,
    private readonly trail: Trail,
    @Inject(BACKUPS) private readonly backups: Backups | null,
  ) {}

  async list(): Promise<{ available: boolean; program: string | null; items: Backup[] }> {
    const program = (await this.backups?.program()) ?? null;
    return { available: program !== null, program, items: (await this.backups?.list()) ?? [] };
  }

  /** @throws Problem NO_BACKUP_PROGRAM, BACKUP_RUNNING */
  async start(viewer: Viewer): Promise<Backup> {
    const program = await this.backups?.program();
    if (!this.backups || !program) throw new Problem('NO_BACKUP_PROGRAM');
    try {
      const { backup } = await this.backups.start(program);
      await this.note(viewer, 'startBackup', { name: backup.name });
      return backup;
    } catch (error) {
      if (error instanceof BackupRunningError) throw new Problem('BACKUP_RUNNING');
      throw error;
    }
  }

  /** @throws Problem NOT_FOUND for what is not whole, too. */
  async download(viewer: Viewer, name: string): Promise<StreamableFile> {
    const backup = await this.backups?.one(name);
    if (!this.backups || backup?.state !== 'done') throw new Problem('NOT_FOUND');
    await this.note(viewer, 'downloadBackup', { name, sha256: backup.sha256 });
    const length = backup.size === null ? {} : { length: backup.size };
    return new StreamableFile(this.backups.read(name), { type: 'application/octet-stream', disposition: asDownload(name), ...length });
  }

  async prune(viewer: Viewer, keep: number): Promise<{ removed: string[] }> {
    const removed = (await this.backups?.prune(keep)) ?? [];
    if (removed.length > 0) await this.note(viewer, 'pruneBackups', { keep, removed });
    return { removed };
  }

  private note(viewer: Viewer, type: TrailType, detail: object): Promise<void> {
    return this.source.transaction((manager) =>
      this.trail.append(manager, { stream: 'system/backups', district: null, actor: viewer.person, type, detail }),
    );
  }
}

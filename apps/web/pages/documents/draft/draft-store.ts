import { difference } from '#domain/difference/difference.js';
import { Unreachable, hasCode } from '../../../api/problem.js';
import { withValue } from '../../../parts/forms/paths.js';
import type { Content } from '../../../parts/forms/paths.js';
import type { LocalCopy } from './local-copy.js';

export interface Version {
  readonly content: Content;
  readonly version: number;
}

export type Saving = 'saved' | 'waiting' | 'saving' | 'offline' | 'conflict' | 'refused';

export interface DraftState {
  readonly content: Content;
  readonly saving: Saving;
  /** When the server last had all of it, in this visit. */
  readonly savedAt: Date | null;
  readonly error: unknown;
  /** What somebody else saved meanwhile. */
  readonly theirs: Version | null;
}

/** What a draft needs of the world. */
export interface DraftIo {
  /** Saves on top of a version and answers the next one. @throws what the server said, or that it could not be reached */
  readonly save: (version: number, content: Content) => Promise<number>;
  readonly read: () => Promise<Version>;
  readonly copy: { readonly read: () => LocalCopy | null; readonly keep: (copy: LocalCopy) => void; readonly forget: () => void };
  readonly onSaved: (saved: Version) => void;
}

const QUIET_MS = 1_200;
const RETRY_MS = 5_000;
const ONE_STROKE_MS = 900;
const MOST_UNDONE = 200;

/** The server keeps no order of keys. */
const same = (a: Content, b: Content): boolean => a === b || difference(a, b).length === 0;

/**
 * A document as it is typed: in this browser at once, on the server as soon as one pauses. Without a line it waits and tries again; what
 * somebody else saved meanwhile stops it until both have been merged by hand.
 */
export class DraftStore {
  private state: DraftState;
  private base: Version;
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;
  private undone: Content[] = [];
  private redone: Content[] = [];
  private lastStroke = { path: '', at: 0 };

  constructor(
    private readonly io: DraftIo,
    start: Version,
  ) {
    this.base = start;
    const kept = io.copy.read();
    const mine = kept && !same(kept.content, start.content) ? kept : null;
    const stale = mine !== null && mine.version !== start.version;
    this.state = {
      content: mine?.content ?? start.content,
      saving: mine ? (stale ? 'conflict' : 'waiting') : 'saved',
      savedAt: null,
      error: null,
      theirs: stale ? start : null,
    };
    if (mine && stale) this.base = { content: mine.base, version: mine.version };
    else if (mine) this.schedule();
    else io.copy.forget();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly read = (): DraftState => this.state;
  readonly baseContent = (): Content => this.base.content;

  readonly set = (path: string, value: unknown, stroke = path): void => {
    this.write(withValue(this.state.content, path, value), stroke);
  };

  readonly replace = (content: Content, stroke = ''): void => {
    this.write(content, stroke);
  };

  readonly undo = (): void => {
    const before = this.undone.pop();
    if (!before) return;
    this.redone.push(this.state.content);
    this.become(before);
  };

  readonly redo = (): void => {
    const after = this.redone.pop();
    if (!after) return;
    this.undone.push(this.state.content);
    this.become(after);
  };

  /** Saves now; true when the server has all of it. */
  readonly flush = async (): Promise<boolean> => {
    while (this.running) await this.running;
    if (this.state.saving !== 'saved' && this.state.saving !== 'conflict') await this.send();
    return this.read().saving === 'saved';
  };

  /** The server has a newer version and nothing is unsaved here: it is taken over. */
  readonly adopt = (version: Version): void => {
    if (this.state.saving !== 'saved' || this.running || version.version <= this.base.version) return;
    this.base = version;
    this.tell({ content: version.content });
  };

  /** Both versions were merged by hand. */
  readonly merge = (content: Content): void => {
    if (this.state.theirs) this.base = this.state.theirs;
    this.tell({ theirs: null, saving: 'waiting' });
    this.write(content, '');
  };

  readonly stop = (): void => {
    clearTimeout(this.timer);
    if (this.state.saving === 'waiting') void this.send();
  };

  private write(content: Content, stroke: string): void {
    const now = Date.now();
    const sameStroke = stroke !== '' && stroke === this.lastStroke.path && now - this.lastStroke.at < ONE_STROKE_MS;
    this.lastStroke = { path: stroke, at: now };
    if (!sameStroke) this.undone = [...this.undone, this.state.content].slice(-MOST_UNDONE);
    this.redone = [];
    this.become(content);
  }

  private become(content: Content): void {
    const { saving } = this.state;
    this.tell({ content, saving: saving === 'conflict' || saving === 'offline' ? saving : 'waiting' });
    this.keep();
    if (saving !== 'conflict') this.schedule();
  }

  private keep(): void {
    this.io.copy.keep({ content: this.state.content, version: this.base.version, base: this.base.content });
  }

  private schedule(ms = QUIET_MS): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.send(), ms);
  }

  private send(): Promise<void> {
    this.running ??= this.sendOnce().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async sendOnce(): Promise<void> {
    clearTimeout(this.timer);
    const { content } = this.state;
    if (this.state.saving !== 'offline') this.tell({ saving: 'saving' });
    try {
      const version = await this.io.save(this.base.version, content);
      this.base = { content, version };
      this.io.onSaved(this.base);
      if (this.state.content === content) {
        this.io.copy.forget();
        this.tell({ saving: 'saved', savedAt: new Date(), error: null });
      } else {
        this.keep();
        this.tell({ saving: 'waiting', error: null });
        this.schedule();
      }
    } catch (error) {
      await this.failed(error);
    }
  }

  private async failed(error: unknown): Promise<void> {
    if (hasCode(error, 'VERSION_STALE')) {
      await this.meetOther();
      return;
    }
    const passing = error instanceof Unreachable || hasCode(error, 'NOT_LOGGED_IN') || hasCode(error, 'TOO_MANY_REQUESTS');
    this.tell({ saving: passing ? 'offline' : 'refused', error });
    if (passing) this.schedule(RETRY_MS);
  }

  private async meetOther(): Promise<void> {
    try {
      const theirs = await this.io.read();
      if (same(theirs.content, this.state.content)) {
        this.base = theirs;
        this.io.copy.forget();
        this.tell({ saving: 'saved', savedAt: new Date(), error: null });
      } else this.tell({ saving: 'conflict', theirs, error: null });
    } catch (error) {
      this.tell({ saving: 'offline', error });
      this.schedule(RETRY_MS);
    }
  }

  private tell(change: Partial<DraftState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

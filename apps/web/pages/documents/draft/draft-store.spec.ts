import { jest } from '@jest/globals';
import { Unreachable } from '../../../api/problem.js';
import type { Content } from '../../../parts/forms/paths.js';
import { DraftStore } from './draft-store.js';
import type { Version } from './draft-store.js';
import type { LocalCopy } from './local-copy.js';

const START: Version = { content: { goal: '修路' }, version: 1 };
const problem = (code: string) => ({ code, zh: '…', en: '…' });

/** A server and a browser's memory, as one person's draft meets them. */
class World {
  stored: Version = START;
  kept: LocalCopy | null = null;
  readonly saved: Content[] = [];
  /** What the next savings meet before they reach the server. */
  readonly failures: unknown[] = [];
  /** Settles the saving under way, when it was asked to wait. */
  release: (() => void) | null = null;
  waits = false;

  open(start: Version = this.stored): DraftStore {
    return new DraftStore(
      {
        save: async (version, content) => {
          if (this.waits) await new Promise<void>((resolve) => (this.release = resolve));
          const failure = this.failures.shift();
          if (failure !== undefined) throw failure;
          if (version !== this.stored.version) throw problem('VERSION_STALE');
          this.stored = { content, version: version + 1 };
          this.saved.push(content);
          return version + 1;
        },
        read: () => Promise.resolve(this.stored),
        copy: { read: () => this.kept, keep: (copy) => (this.kept = copy), forget: () => (this.kept = null) },
        onSaved: () => undefined,
      },
      start,
    );
  }
}

/** Lets the draft's own clock run. */
const after = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);

let world: World;
beforeEach(() => {
  jest.useFakeTimers();
  world = new World();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('a draft', () => {
  it('lies in this browser at once and on the server after a pause, as one version', async () => {
    const draft = world.open();
    draft.set('goal', '修路 1');
    draft.set('goal', '修路 12');
    expect(draft.read().saving).toBe('waiting');
    expect(world.kept).toEqual({ content: { goal: '修路 12' }, version: 1, base: START.content });
    await after(1_199);
    expect(world.saved).toEqual([]);
    await after(1);
    expect(world.saved).toEqual([{ goal: '修路 12' }]);
    expect(draft.read()).toMatchObject({ saving: 'saved', error: null });
    expect(world.kept).toBeNull();
  });

  it('saves what was typed while it was being saved on top of that', async () => {
    const draft = world.open();
    world.waits = true;
    draft.set('goal', 'a');
    await after(1_200);
    expect(draft.read().saving).toBe('saving');
    draft.set('goal', 'b');
    world.waits = false;
    world.release?.();
    await after(0);
    expect(world.kept).toEqual({ content: { goal: 'b' }, version: 2, base: { goal: 'a' } });
    await after(1_200);
    expect(world.stored).toEqual({ content: { goal: 'b' }, version: 3 });
  });

  it('waits without a line and tries again, keeping what is typed meanwhile', async () => {
    const draft = world.open();
    world.failures.push(new Unreachable(), new Unreachable());
    draft.set('goal', 'a');
    await after(1_200);
    expect(draft.read().saving).toBe('offline');
    draft.set('goal', 'ab');
    expect(draft.read().saving).toBe('offline');
    expect(world.kept?.content).toEqual({ goal: 'ab' });
    await after(1_200 + 5_000);
    expect(world.stored.content).toEqual({ goal: 'ab' });
    expect(draft.read().saving).toBe('saved');
  });

  it('says what the server refused and does not ask again by itself', async () => {
    const draft = world.open();
    world.failures.push(problem('NOT_EDITABLE'));
    draft.set('goal', 'a');
    await after(60_000);
    expect(draft.read()).toMatchObject({ saving: 'refused', error: { code: 'NOT_EDITABLE' } });
    expect(world.saved).toEqual([]);
    expect(world.kept?.content).toEqual({ goal: 'a' });
  });

  it('stops before what somebody else saved, and goes on from there once both are merged', async () => {
    const draft = world.open();
    draft.set('goal', 'mine');
    world.stored = { content: { goal: 'theirs' }, version: 2 };
    await after(1_200);
    expect(draft.read()).toMatchObject({ saving: 'conflict', content: { goal: 'mine' }, theirs: world.stored });
    draft.set('goal', 'mine still');
    await after(60_000);
    expect(world.stored.content).toEqual({ goal: 'theirs' });
    draft.merge({ goal: 'ours' });
    await after(1_200);
    expect(world.stored).toEqual({ content: { goal: 'ours' }, version: 3 });
    expect(draft.read()).toMatchObject({ saving: 'saved', theirs: null });
  });

  it('takes the same content from elsewhere for no conflict', async () => {
    const draft = world.open();
    draft.set('goal', 'same');
    world.stored = { content: { goal: 'same' }, version: 2 };
    await after(1_200);
    expect(draft.read()).toMatchObject({ saving: 'saved', theirs: null });
    draft.set('goal', 'next');
    await after(1_200);
    expect(world.stored).toEqual({ content: { goal: 'next' }, version: 3 });
  });

  it('is found again in this browser: saved where nothing happened since, a conflict where something did', async () => {
    world.kept = { content: { goal: 'kept' }, version: 1, base: START.content };
    const draft = world.open();
    expect(draft.read()).toMatchObject({ saving: 'waiting', content: { goal: 'kept' } });
    await after(1_200);
    expect(world.stored).toEqual({ content: { goal: 'kept' }, version: 2 });

    world.kept = { content: { goal: 'older' }, version: 1, base: START.content };
    const other = world.open();
    expect(other.read()).toMatchObject({ saving: 'conflict', content: { goal: 'older' }, theirs: { version: 2 } });
    expect(other.baseContent()).toEqual(START.content);
  });

  it('forgets a copy that says what the server has, in whatever order its fields stand', () => {
    const start = { content: { a: '1', b: '2' }, version: 4 };
    world.kept = { content: { b: '2', a: '1' }, version: 3, base: {} };
    expect(world.open(start).read()).toMatchObject({ saving: 'saved', theirs: null });
    expect(world.kept).toBeNull();
  });

  it('takes a newer version over only where nothing is unsaved', async () => {
    const draft = world.open();
    const newer = { content: { goal: 'newer' }, version: 2 };
    draft.set('goal', 'typed');
    draft.adopt(newer);
    expect(draft.read().content).toEqual({ goal: 'typed' });
    await after(1_200);
    draft.adopt({ content: { goal: 'old' }, version: 2 });
    expect(draft.read().content).toEqual({ goal: 'typed' });
    draft.adopt({ ...newer, version: 3 });
    expect(draft.read().content).toEqual({ goal: 'newer' });
  });

  it('is undone stroke by stroke, and redone until something else is typed', async () => {
    const draft = world.open();
    draft.set('goal', 'a');
    draft.set('goal', 'ab');
    await after(2_000);
    draft.set('goal', 'abc');
    draft.undo();
    expect(draft.read().content).toEqual({ goal: 'ab' });
    draft.undo();
    expect(draft.read().content).toEqual(START.content);
    draft.undo();
    draft.redo();
    expect(draft.read().content).toEqual({ goal: 'ab' });
    draft.set('note', 'x');
    draft.redo();
    expect(draft.read().content).toEqual({ goal: 'ab', note: 'x' });
  });

  it('saves at once when asked, and when it is left', async () => {
    const draft = world.open();
    draft.set('goal', 'a');
    expect(await draft.flush()).toBe(true);
    draft.set('goal', 'b');
    draft.stop();
    await after(0);
    expect(world.stored).toEqual({ content: { goal: 'b' }, version: 3 });
    world.failures.push(new Unreachable());
    draft.set('goal', 'c');
    expect(await draft.flush()).toBe(false);
  });
});

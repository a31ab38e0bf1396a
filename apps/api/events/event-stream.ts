import type { Response } from 'express';
import type { Change } from '#contracts/api/events.routes.js';
import type { Visit, Visited } from '../http/serves.js';

/** Unsent bytes at which a reader who does not read is dropped; it connects again when it does. */
const MOST_UNSENT = 256 * 1024;

/** One open connection of one person. */
export class EventStream {
  constructor(
    readonly request: Visited,
    private readonly response: Response,
    public visit: Visit,
  ) {
    // Proxies that buffer would hold every event back.
    response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8', 'X-Accel-Buffering': 'no', Connection: 'keep-alive' });
    this.write('retry: 3000\n\n');
  }

  get person(): string {
    return this.visit.viewer.person;
  }

  onClosed(then: () => void): void {
    this.response.on('close', then);
  }

  /** `id`: the mark from which the next connection goes on. */
  changed(changes: readonly Change[], id: number): void {
    if (changes.length > 0) this.event('changed', { changes }, id);
  }

  resync(id: number): void {
    this.event('resync', {}, id);
  }

  beat(): void {
    this.write(': \n\n');
  }

  sessionEnded(): void {
    this.write('event: session-ended\ndata: {}\n\n');
    this.end();
  }

  end(): void {
    this.response.end();
  }

  private event(name: string, data: object, id: number): void {
    this.write(`id: ${String(id)}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  private write(text: string): void {
    if (this.response.writableEnded || this.response.destroyed) return;
    if (this.response.writableLength > MOST_UNSENT) this.response.destroy();
    else this.response.write(text);
  }
}

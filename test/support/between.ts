import { createServer, request } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Stands between a client and an HTTP server, and does to the traffic what a test wants. */
export class Between {
  /** Bytes of a request's body after which the connection is cut. */
  cutAfter: number | undefined;
  /** HEAD is answered "not found" without asking. */
  hides = false;

  private constructor(
    private readonly server: Server,
    readonly address: string,
  ) {}

  static async begin(target: string): Promise<Between> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const between = new Between(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.on('request', (asked: IncomingMessage, answer: ServerResponse) => between.pass(target, asked, answer));
    return between;
  }

  async end(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private pass(target: string, asked: IncomingMessage, answer: ServerResponse): void {
    if (this.hides && asked.method === 'HEAD') {
      answer.writeHead(404).end();
      return;
    }
    // The host stays that of the client, as its signature holds it.
    const passed = request(target + asked.url!, { method: asked.method!, headers: asked.headers }, (it) => {
      answer.writeHead(it.statusCode!, it.headers);
      it.pipe(answer);
    });
    passed.on('error', () => answer.destroy());
    let seen = 0;
    asked.on('data', (chunk: Buffer) => {
      seen += chunk.length;
      if (this.cutAfter === undefined || seen < this.cutAfter) return;
      passed.destroy();
      asked.destroy();
    });
    asked.pipe(passed);
  }
}

import { randomUUID } from 'node:crypto';

/** The API refused what a scripted actor asked: with problem type and texts, to be read by a person. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly status: number,
    readonly problem: unknown,
    what: string,
  ) {
    super(`${what} was answered ${String(status)}: ${JSON.stringify(problem)}`);
  }
}

interface Session {
  readonly cookie: string;
  readonly csrfToken: string;
}

interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

const PAGE = 500;

/** One person at the API, over HTTP, as a browser would be. Logs in on first use. */
export class ApiClient {
  private session: Promise<Session> | null = null;

  constructor(
    private readonly base: string,
    private readonly email: string,
    private readonly password: string,
  ) {}

  async get<T>(path: string): Promise<T> {
    return this.ask<T>('GET', path);
  }

  /** Every page of a list. */
  async list<T>(path: string): Promise<T[]> {
    const all: T[] = [];
    const separator = path.includes('?') ? '&' : '?';
    for (let cursor = ''; ;) {
      const { items, next } = await this.get<Page<T>>(`${path}${separator}limit=${String(PAGE)}${cursor}`);
      all.push(...items);
      if (next === null) return all;
      cursor = `&cursor=${encodeURIComponent(next)}`;
    }
  }

  async post<T>(path: string, body: unknown): Promise<T> {
    return this.ask<T>('POST', path, body, { 'idempotency-key': randomUUID() });
  }

  async put<T>(path: string, body: unknown, version: number): Promise<T> {
    return this.ask<T>('PUT', path, body, { 'if-match': `"${String(version)}"` });
  }

  private async ask<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
    this.session ??= this.logIn();
    const { cookie, csrfToken } = await this.session;
    const response = await fetch(`${this.base}${path}`, {
      method,
      headers: { cookie, 'x-csrf-token': csrfToken, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return read<T>(response, `${method} ${path} by ${this.email}`);
  }

  private async logIn(): Promise<Session> {
    const response = await fetch(`${this.base}/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: this.email, password: this.password }),
    });
    const { csrfToken } = await read<{ csrfToken: string }>(response, `Log-in of ${this.email}`);
    return {
      csrfToken,
      cookie: response.headers
        .getSetCookie()
        .map((it) => it.split(';')[0])
        .join('; '),
    };
  }
}

const read = async <T>(response: Response, what: string): Promise<T> => {
  const text = await response.text();
  const answer: unknown = text === '' ? null : JSON.parse(text);
  if (!response.ok) throw new ApiError(response.status, answer, what);
  return answer as T;
};

import pg from 'pg';

const quoted = (name: string): string => pg.escapeIdentifier(name);
const literal = (text: string): string => pg.escapeLiteral(text);

/** The same server and role, another database. */
export function databaseUrl(url: string, database: string): string {
  const it = new URL(url);
  it.pathname = `/${encodeURIComponent(database)}`;
  return it.href;
}

/** Runs statements on a connection of their own; they are sent one by one, as CREATE DATABASE wants it. */
async function withConnection<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // Without a listener a connection that breaks while it is idle would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Whether the server answers; one that is still recovering does not. An answer that will not change throws. */
export async function answers(url: string): Promise<boolean> {
  try {
    await withConnection(url, (client) => client.query('select 1'));
    return true;
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === '28P01' || code === '28000' || code === '3D000') throw error;
    return false;
  }
}

/** The server's version, such as 18.4. */
export async function serverVersion(url: string): Promise<string> {
  return withConnection(
    url,
    async (client) => (await client.query<{ server_version: string }>('show server_version')).rows[0]?.server_version ?? '',
  );
}

export interface Role {
  readonly name: string;
  readonly password: string;
  readonly databases: readonly string[];
}

/** Creates roles with their databases, as far as they are missing, and sets the passwords. Nobody else may connect. */
export async function ensureRoles(adminUrl: string, roles: readonly Role[]): Promise<void> {
  await withConnection(adminUrl, async (client) => {
    const names = async (sql: string) => new Set((await client.query<{ name: string }>(sql)).rows.map((it) => it.name));
    const [known, databases] = [
      await names('select rolname as name from pg_roles'),
      await names('select datname as name from pg_database'),
    ];
    for (const { name, password, databases: own } of roles) {
      const verb = known.has(name) ? 'alter' : 'create';
      await client.query(`${verb} role ${quoted(name)} login password ${literal(password)}`);
      for (const database of own.filter((it) => !databases.has(it))) {
        await client.query(`create database ${quoted(database)} owner ${quoted(name)}`);
        await client.query(`revoke connect on database ${quoted(database)} from public`);
      }
    }
  });
}

/** Creates a database, empty or as a copy of a template nobody is connected to. */
export async function createDatabase(adminUrl: string, name: string, owner: string, template?: string): Promise<void> {
  const copy = template === undefined ? '' : ` template ${quoted(template)}`;
  await withConnection(adminUrl, (client) => client.query(`create database ${quoted(name)} owner ${quoted(owner)}${copy}`));
}

/** Removes a database together with the connections to it. */
export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await withConnection(adminUrl, (client) => client.query(`drop database if exists ${quoted(name)} with (force)`));
}

/** Whether a table stands in the schema `public` of the database. */
export async function hasTable(url: string, table: string): Promise<boolean> {
  return withConnection(url, async (client) => {
    const { rows } = await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [`public.${table}`]);
    return rows[0]?.there ?? false;
  });
}

/** Empties a table that only one process writes. */
export async function emptyTable(url: string, table: string): Promise<void> {
  await withConnection(url, (client) => client.query(`delete from ${quoted(table)}`));
}

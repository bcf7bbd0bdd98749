import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type pg from 'pg';

/** A PostgreSQL that tests may do with as they like. */
export interface Server {
  /** Where a pool finds it; absent parts come from the PG* environment. */
  config: pg.PoolConfig;
  stop(): Promise<void>;
}

const run = promisify(execFile);
const ENVIRONMENT = ['PGHOST', 'PGPORT', 'PGDATABASE', 'PGSERVICE'];

/** Where Debian, other systems and the PATH keep the server's programs; null: there are none. */
function programs(): string | null {
  const roots = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt'];
  const folders = roots.flatMap((root) =>
    existsSync(root) ? readdirSync(root).map((name) => join(root, name, 'bin')) : [],
  );
  const path = (process.env['PATH'] ?? '').split(':');
  return (
    [...folders.sort().reverse(), '/usr/pgsql/bin', ...path].find((folder) =>
      existsSync(join(folder, 'initdb')),
    ) ?? null
  );
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

/**
 * The database of the PG* environment (in a schema of the test's own), else a server that is installed here, started on a port of its own
 * and in a folder of its own. A text: why there is none.
 */
export async function openServer(): Promise<Server | string> {
  if (ENVIRONMENT.some((name) => process.env[name])) return { config: {}, stop: async () => undefined };
  const folder = programs();
  if (folder === null) return 'no PostgreSQL is installed, and no PG* environment names one';
  const isRoot = process.getuid?.() === 0;
  // The server refuses to run as root; its own user is there where it was installed from a package.
  if (isRoot && spawnSync('id', ['-u', 'postgres']).status !== 0)
    return 'PostgreSQL does not run as root, and there is no user "postgres"';
  const as = (program: string, args: string[]): [string, string[]] =>
    isRoot
      ? ['runuser', ['-u', 'postgres', '--', join(folder, program), ...args]]
      : [join(folder, program), args];
  const home = mkdtempSync(join(tmpdir(), 'clientele-pg-'));
  if (isRoot) execFileSync('chown', ['postgres', home]);
  await chmod(home, 0o700);
  const data = join(home, 'data');
  const port = await freePort();
  const ends = { cwd: tmpdir() };
  await run(
    ...as('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-N']),
    ends,
  );
  const settings = `-p ${port} -k ${home} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=40`;
  await run(...as('pg_ctl', ['-D', data, '-o', settings, '-l', join(home, 'log'), '-w', 'start']), ends);
  const end = () => {
    process.off('exit', end);
    spawnSync(...as('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop']), ends);
    rmSync(home, { recursive: true, force: true });
  };
  // A test that is broken off leaves no server behind.
  process.once('exit', end);
  return {
    config: { host: '127.0.0.1', port, user: 'postgres', database: 'postgres' },
    stop: async () => end(),
  };
}

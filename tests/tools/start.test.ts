import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { ADVICE, cacheFolder, findPrograms, isNamed } from './postgres.mjs';

const root = join(import.meta.dirname, '../..');

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function text(url: string): Promise<string> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await (await fetch(url)).text();
    } catch (error) {
      if (attempt === 300) throw error;
      await delay(100);
    }
  }
}

/** Runs `npm start` with the arguments and a port of its own while `work` uses its address. Answers the exit code. */
async function started(
  args: readonly string[],
  work: (address: string) => Promise<void>,
  env: Readonly<Record<string, string>> = {},
): Promise<number | null> {
  const port = await freePort();
  const all = ['tests/tools/start.mjs', '--host=127.0.0.1', `--port=${port}`, '--strictPort', ...args];
  const child = spawn(process.execPath, all, {
    cwd: root,
    stdio: 'ignore',
    env: { ...process.env, ...env },
  });
  const ended = once(child, 'exit');
  try {
    await work(`http://127.0.0.1:${port}`);
  } finally {
    child.kill('SIGTERM');
  }
  const [code] = (await ended) as [number | null];
  return code;
}

describe('a PostgreSQL for the demo', () => {
  it('is the one that the environment names, where it names one', () => {
    assert.equal(isNamed({ PGPORT: '5433' }), true);
    assert.equal(isNamed({ PGUSER: 'me', PATH: '/usr/bin' }), false);
  });

  it('is made of programs that are all there, the newest first', () => {
    const folder = mkdtempSync(join(tmpdir(), 'clientele-programs-'));
    const programs = (name: string, ...all: string[]) => {
      const bin = join(folder, name, 'bin');
      mkdirSync(bin, { recursive: true });
      for (const program of all) writeFileSync(join(bin, program), '');
      return bin;
    };
    try {
      const whole = ['initdb', 'pg_ctl', 'postgres'];
      programs('9', ...whole);
      const newest = programs('16', ...whole);
      programs('17', 'psql');
      assert.equal(findPrograms({}, [folder]), newest);
      rmSync(join(folder, '9'), { recursive: true });
      const onPath = programs('other', ...whole);
      rmSync(join(folder, '16'), { recursive: true });
      assert.equal(findPrograms({ PATH: `/nowhere:${onPath}` }, []), onPath);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('keeps its data in the user’s cache folder, or where it is told to', () => {
    assert.equal(cacheFolder({ XDG_CACHE_HOME: '/home/me/.cache' }, false), '/home/me/.cache/clientele-demo');
    assert.match(cacheFolder({}, false), /clientele-demo$/);
    assert.match(cacheFolder({}, true), /^\/var\/cache\//);
    assert.equal(cacheFolder({ CLIENTELE_CACHE: '/tmp/there' }, true), '/tmp/there');
  });

  it('is asked for in one sentence where there is none', () => {
    assert.match(ADVICE, /^npm start -- --postgres needs PostgreSQL 14 or newer: [^.]+\.$/);
  });
});

describe('npm start', () => {
  it('serves the demo and ends when told', async () => {
    const code = await started([], async (address) => {
      const page = await text(`${address}/`);
      const script = /<script type="module" src="(\.\/[^"]+)"/.exec(page)?.[1];
      assert.ok(script, page);
      const answer = await fetch(new URL(script, `${address}/`));
      assert.equal(answer.status, 200);
      assert.match(answer.headers.get('content-type') ?? '', /javascript/);
    });
    assert.equal(code, 0);
  });

  it('with --server also answers the contract over HTTP, on the same address', async () => {
    const code = await started(['--server'], async (address) => {
      await text(`${address}/`);
      const answer = await fetch(`${address}/api/clientele/openapi.json`);
      assert.equal(answer.status, 200);
      const document = (await answer.json()) as { openapi?: string };
      assert.match(document.openapi ?? '', /^3\.1/);
    });
    assert.equal(code, 0);
  });

  it('with --pglite lets the page begin with PostgreSQL in it, without a server', async () => {
    const code = await started(['--pglite'], async (address) => {
      await text(`${address}/`);
      const settings = await text(`${address}/host/settings.ts`);
      assert.match(settings, /"VITE_CLIENTELE_ADAPTER": "pglite"/);
      assert.doesNotMatch(settings, /"VITE_CLIENTELE_SERVER"/);
    });
    assert.equal(code, 0);
  });

  it('with --postgres says what is wrong when the server that the environment names does not answer', async () => {
    const env = { PGHOST: '127.0.0.1', PGPORT: String(await freePort()), PGDATABASE: 'nowhere' };
    const code = await started(
      ['--postgres'],
      async (address) => {
        await text(`${address}/`);
        for (let attempt = 0; ; attempt++) {
          const { failure } = (await (await fetch(`${address}/api/clientele-demo`)).json()) as {
            failure?: string;
          };
          if (failure === undefined && attempt < 100) {
            await delay(100);
            continue;
          }
          assert.match(failure ?? '', /database|connect/i);
          return;
        }
      },
      env,
    );
    assert.equal(code, 0);
  });

  it('refuses switches that do not go together, and sizes that no base has', () => {
    const said = (...args: string[]) => {
      const { status, stderr } = spawnSync(process.execPath, ['tests/tools/start.mjs', ...args], {
        cwd: root,
        encoding: 'utf8',
      });
      assert.equal(status, 1);
      return stderr;
    };
    assert.match(said('--postgres', '--pglite'), /--postgres and --pglite do not go together/);
    assert.match(said('--server', '--pglite'), /do not go together/);
    assert.match(said('--clients=10'), /goes with --postgres/);
    assert.match(said('--postgres', '--clients=0'), /takes 1 to/);
  });

  it('refuses an argument that it does not know, and names those it does', () => {
    const args = ['tests/tools/start.mjs', '--sever'];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    assert.equal(status, 1);
    assert.match(stderr, /--server/);
  });
});

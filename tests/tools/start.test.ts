import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';

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
): Promise<number | null> {
  const port = await freePort();
  const all = ['tests/tools/start.mjs', '--host=127.0.0.1', `--port=${port}`, '--strictPort', ...args];
  const child = spawn(process.execPath, all, { cwd: root, stdio: 'ignore' });
  const ended = once(child, 'exit');
  try {
    await work(`http://127.0.0.1:${port}`);
  } finally {
    child.kill('SIGTERM');
  }
  const [code] = (await ended) as [number | null];
  return code;
}

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

  it('refuses an argument that it does not know, and names those it does', () => {
    const args = ['tests/tools/start.mjs', '--sever'];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    assert.equal(status, 1);
    assert.match(stderr, /--server/);
  });
});

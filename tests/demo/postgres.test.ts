import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';
import { chromiumArgs, needBrowser } from '../tools/browsers.mjs';
import { findPrograms } from '../tools/postgres.mjs';
import { onceFilled } from './list.js';

const root = join(import.meta.dirname, '../..');
const PATIENCE = { timeout: 200_000 };
const skip =
  findPrograms() === null && !process.env['CI']
    ? 'There is no PostgreSQL on this machine: install one.'
    : false;

interface Started {
  address: string;
  /** All that was said so far. */
  said(): string;
  stop(): Promise<number | null>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('npm start -- --postgres', { skip }, () => {
  let cache: string;
  before(() => {
    cache = mkdtempSync(join(tmpdir(), 'clientele-pg-'));
    // Where root runs the tests, the server's own user has to come through.
    chmodSync(cache, 0o711);
  });
  after(() => rmSync(cache, { recursive: true, force: true }));

  /** Starts the demo over a server of its own, and waits until its base is filled. */
  async function start(): Promise<Started> {
    const port = await freePort();
    const { PGHOST: _h, PGPORT: _p, PGDATABASE: _d, PGSERVICE: _s, ...env } = process.env;
    const args = ['--host=127.0.0.1', `--port=${port}`, '--strictPort', '--postgres', '--clients=400'];
    const child = spawn(process.execPath, ['tests/tools/start.mjs', ...args], {
      cwd: root,
      env: { ...env, CLIENTELE_CACHE: cache },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data: Buffer) => (said += String(data)));
    const ended = once(child, 'exit') as Promise<[number | null]>;
    const address = `http://127.0.0.1:${port}`;
    const stop = async () => {
      child.kill('SIGTERM');
      return (await ended)[0];
    };
    for (let tried = 0; ; tried++) {
      const answer = await fetch(`${address}/api/clientele-demo`).catch(() => null);
      const { share, failure } = answer?.ok
        ? ((await answer.json()) as { share: number; failure?: string })
        : { share: 0 };
      if (share === 1) return { address, said: () => said, stop };
      if (failure !== undefined || child.exitCode !== null || tried > 900) {
        await stop();
        throw new Error(`The demo did not start: ${said}`);
      }
      await delay(100);
    }
  }

  it('makes a database, fills it, and shows it through the handler', PATIENCE, async () => {
    const demo = await start();
    try {
      assert.match(demo.said(), /Making a database in/);
      assert.match(demo.said(), /Filling the database with 400 clients/);
      assert.match(demo.said(), /clients 100 %/);
      const browser = await puppeteer.launch({
        executablePath: needBrowser('chromium'),
        headless: true,
        args: [...chromiumArgs],
      });
      try {
        const page = await browser.newPage();
        const asked: string[] = [];
        page.on('request', (request) => asked.push(new URL(request.url()).pathname));
        await page.goto(`${demo.address}/`);
        const work = () =>
          page.evaluate(async () => {
            const { session } = document.querySelector('clientele-provider')!;
            const everyone = { v: 1 as const, where: { kind: 'everyone' as const } };
            const { items } = await session!.records({ record: 'bookings', window: { at: 0, size: 1 } });
            const { id, version, visits: there } = await session!.get(items[0]!.client);
            await session!.save(id, version, { firstName: 'Aaaron' });
            return [(await session!.count(everyone)).count, typeof there];
          });
        const [total, visits] = await onceFilled(page, work);
        assert.deepEqual([total, visits], [400, 'number']);
        assert.ok(asked.some((path) => path.startsWith('/api/clientele/')));
        // What the page loads knows no driver; Vite's names of packages would show it.
        assert.deepEqual(
          asked.filter((path) => /\/(?:pg|kysely)[./@_-]|pglite|adapters\/postgres/.test(path)),
          [],
        );
      } finally {
        await browser.close();
      }
    } finally {
      assert.equal(await demo.stop(), 0);
    }
  });

  it('loads nothing the second time, and has kept what was edited', PATIENCE, async () => {
    const demo = await start();
    try {
      assert.doesNotMatch(demo.said(), /Making|Filling/);
      const found = await fetch(`${demo.address}/api/clientele/clients/find`, {
        method: 'POST',
        headers: { authorization: 'Bearer demo owner 400', 'content-type': 'application/json' },
        body: JSON.stringify({
          where: { v: 1, where: { kind: 'search', text: 'aaaron' } },
          sort: [],
          window: { at: 0, size: 5 },
        }),
      });
      assert.equal(found.status, 200, await found.clone().text());
      assert.equal(((await found.json()) as { items: unknown[] }).items.length, 1);
    } finally {
      assert.equal(await demo.stop(), 0);
    }
  });
});

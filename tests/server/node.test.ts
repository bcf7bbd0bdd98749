import assert from 'node:assert/strict';
import { createServer, request as plainRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { toNodeListener, type NodeOptions } from '../../src/server/index.js';
import { arrayAdapter } from './array-adapter.js';
import { EVERYONE, handlerOf, type Handler } from './requests.js';

const open: (() => void)[] = [];
after(() => open.forEach((close) => close()));

async function listen(handler: Handler, options?: NodeOptions): Promise<string> {
  const server = createServer(toNodeListener(handler, options));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const headers = { authorization: 'Bearer anna', 'content-type': 'application/json' };

describe('behind node:http', () => {
  it('passes method, address, headers and body, and the whole answer back', async () => {
    const handler: Handler = async (request) =>
      Response.json(
        {
          method: request.method,
          url: request.url,
          type: request.headers.get('content-type'),
          text: await request.text(),
        },
        { status: 201, headers: { 'x-more': 'yes' } },
      );
    const address = await listen(handler);
    const response = await fetch(`${address}/a/b?c=%D0%90`, { method: 'PUT', body: '"текст"', headers });
    assert.equal(response.status, 201);
    assert.equal(response.headers.get('x-more'), 'yes');
    assert.deepEqual(await response.json(), {
      method: 'PUT',
      url: `${address}/a/b?c=%D0%90`,
      type: 'application/json',
      text: '"текст"',
    });
  });

  it('serves the handler over an adapter', async () => {
    const address = await listen(handlerOf(arrayAdapter()));
    const body = JSON.stringify({ where: EVERYONE });
    const response = await fetch(`${address}/api/clientele/clients/count`, { method: 'POST', body, headers });
    assert.equal(((await response.json()) as { count: number }).count, 0);
  });

  it('answers a body past the limit instead of dropping the connection', async () => {
    const address = await listen(handlerOf(arrayAdapter(), { limits: { body: 1000 } }));
    const send = (body: BodyInit) =>
      fetch(`${address}/api/clientele/clients/count`, {
        method: 'POST',
        body,
        headers,
        duplex: 'half',
      } as RequestInit);
    assert.equal((await send('x'.repeat(100_000))).status, 413);
    let parts = 0;
    const long = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (parts++ < 100) controller.enqueue(new Uint8Array(1000));
        else controller.close();
      },
    });
    assert.equal((await send(long)).status, 413);
    assert.equal((await send(JSON.stringify({ where: EVERYONE }))).status, 200);
  });

  it('streams changes as they come, and ends the watch when the client hangs up', async () => {
    const adapter = arrayAdapter();
    const address = await listen(handlerOf(adapter));
    const gone = new AbortController();
    const response = await fetch(`${address}/api/clientele/changes`, { headers, signal: gone.signal });
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    await reader.read();
    assert.equal(adapter.watching, 1);
    adapter.emit({ kind: 'views', at: '1' });
    assert.match(new TextDecoder().decode((await reader.read()).value), /id: 1/);
    gone.abort();
    for (let i = 0; i < 200 && adapter.watching > 0; i++) await pause(5);
    assert.equal(adapter.watching, 0);
  });

  it('aborts the request when the connection ends before the answer', async () => {
    let signal: AbortSignal | undefined;
    const address = await listen((request) => {
      signal = request.signal;
      return new Promise((resolve) =>
        request.signal.addEventListener('abort', () => resolve(new Response())),
      );
    });
    const gone = new AbortController();
    const asked = fetch(address, { signal: gone.signal }).catch(() => null);
    while (!signal) await pause(5);
    gone.abort();
    await asked;
    for (let i = 0; i < 200 && !signal.aborted; i++) await pause(5);
    assert.ok(signal.aborted);
  });

  it('keeps to the speed of a slow reader', async () => {
    let sent = 0;
    const address = await listen(() => {
      const body = new ReadableStream<Uint8Array>({
        pull(controller) {
          if (sent >= 64 << 20) return controller.close();
          sent += 1 << 16;
          controller.enqueue(new Uint8Array(1 << 16));
        },
      });
      return Promise.resolve(new Response(body));
    });
    const response = await fetch(address);
    await pause(100);
    assert.ok(sent < 32 << 20, `${sent} bytes were taken for a reader that has read none`);
    assert.equal((await response.arrayBuffer()).byteLength, 64 << 20);
  });

  it('tells the address as browsers see it, behind a proxy', async () => {
    const address = await listen((request) => Promise.resolve(new Response(request.url)), {
      origin: 'https://app.example',
    });
    assert.equal(await (await fetch(`${address}/x?y=1`)).text(), 'https://app.example/x?y=1');
  });

  it('refuses an address that is none, and survives a handler that throws', async () => {
    const address = await listen(() => Promise.reject(new Error('broken')));
    const status = await new Promise((resolve) => {
      const { port } = new URL(address);
      plainRequest({ host: '127.0.0.1', port, path: 'http://other.example/x' }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      }).end();
    });
    assert.equal(status, 400);
    await assert.rejects(fetch(address));
    await assert.rejects(fetch(address));
  });
});

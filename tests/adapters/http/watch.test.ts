import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { isClienteleError, type Adapter, type Change } from '../../../src/contract/index.js';
import { eventsOf } from '../../../src/adapters/http/events.js';
import { changed } from '../../server/array-adapter.js';
import { anna, answering, page, unreachable, wired, type Fault } from './faulty.js';

function watching(http: Adapter, since: string | null, signal?: AbortSignal) {
  const changes = http.watch?.(since, signal ? { ...anna, signal } : anna);
  assert.ok(changes);
  return changes[Symbol.asyncIterator]();
}
const next = async (changes: AsyncIterator<Change>) => (await changes.next()).value as Change;
/** A connection that says this much and breaks off. */
const saying = (...events: string[]): Fault => {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => events.forEach((event) => controller.enqueue(new TextEncoder().encode(event))),
    pull: (controller) => controller.error(new TypeError('terminated')),
  });
  return () => Promise.resolve(new Response(body, { headers: { 'content-type': 'text/event-stream' } }));
};
const event = (change: Change) => `id: ${change.at}\ndata: ${JSON.stringify(change)}\n\n`;

describe('changes over HTTP', () => {
  it('arrive, and end with the signal on both sides', async () => {
    const { http, adapter } = wired();
    const given = new AbortController();
    const changes = watching(http, '0', given.signal);
    adapter.emit(changed('1', 'c1'));
    assert.deepEqual(await next(changes), changed('1', 'c1'));
    const last = changes.next();
    adapter.emit({ kind: 'job', at: '2', id: 'j1' });
    assert.deepEqual((await last).value, { kind: 'job', at: '2', id: 'j1' });
    const ending = changes.next();
    given.abort();
    assert.equal((await ending).done, true);
    for (let i = 0; i < 100 && adapter.watching > 0; i++) await pause(5);
    assert.equal(adapter.watching, 0);
  });

  it('go on after a break from the last cursor, without a gap or a repetition', async () => {
    const { http, adapter, requests } = wired([
      saying(event(changed('1', 'c1')), event(changed('2', 'c2'))),
      unreachable,
    ]);
    for (const at of ['1', '2', '3', '4']) adapter.emit(changed(at, `c${at}`));
    const changes = watching(http, '0');
    const told = [await next(changes), await next(changes), await next(changes), await next(changes)];
    assert.deepEqual(
      told.map(({ at }) => at),
      ['1', '2', '3', '4'],
    );
    assert.deepEqual(
      requests.map((request) => request.headers.get('last-event-id')),
      ['0', '2', '2'],
    );
    await http.close?.();
  });

  it('say lost after a break before the first cursor, for nobody knows what was missed', async () => {
    const { http, adapter } = wired([saying(': connected\n\n')]);
    const changes = watching(http, null);
    assert.deepEqual(await next(changes), { kind: 'lost', at: '' });
    const following = changes.next();
    await pause(5);
    adapter.emit(changed('1', 'c1'));
    assert.deepEqual((await following).value, changed('1', 'c1'));
    await http.close?.();
  });

  it('hand on that the server has lost the cursor', async () => {
    const { http } = wired([saying(event({ kind: 'lost', at: '9' }))]);
    assert.deepEqual(await next(watching(http, '1')), { kind: 'lost', at: '9' });
    await http.close?.();
  });

  it('end with the error when the server refuses for good, by status or by event', async () => {
    const body = JSON.stringify({ code: 'forbidden', message: 'no' });
    for (const fault of [answering(body, 403), saying(`event: error\ndata: ${body}\n\n`)]) {
      const { http, requests } = wired([fault]);
      await assert.rejects(
        watching(http, '1').next(),
        (error) => isClienteleError(error) && error.code === 'forbidden',
      );
      assert.equal(requests.length, 1);
    }
    const strange = wired([page()]);
    await assert.rejects(
      watching(strange.http, '1').next(),
      (error) => isClienteleError(error) && error.code === 'malformed_answer',
    );
  });

  it('renew the token when it is refused', async () => {
    const tokens = ['old', 'anna'];
    const { http, adapter } = wired([], { token: () => tokens.shift() ?? 'anna' });
    adapter.emit(changed('1', 'c1'));
    assert.deepEqual(await next(watching(http, '0')), changed('1', 'c1'));
    await http.close?.();
  });

  it('go on with another token when the one they began with has ended', async () => {
    const ended = `event: error\ndata: ${JSON.stringify({ code: 'unauthenticated', message: 'sign in' })}\n\n`;
    const { http, adapter, requests } = wired([saying(event(changed('1', 'c1')), ended)]);
    for (const at of ['1', '2']) adapter.emit(changed(at, `c${at}`));
    const changes = watching(http, '0');
    assert.deepEqual([(await next(changes)).at, (await next(changes)).at], ['1', '2']);
    assert.equal(requests.length, 2);
    await http.close?.();
  });

  it('pass over what only a newer server knows', async () => {
    const news = [
      'id: 1\ndata: {"kind":"weather","at":"1"}\n\n',
      'id: 2\ndata: {"kind":"clients","at":"2","op":"painted","ids":["c1"],"fields":["name"],"more":1}\n\n',
    ];
    const { http } = wired([saying(...news)]);
    assert.deepEqual(await next(watching(http, '0')), {
      kind: 'clients',
      at: '2',
      op: 'updated',
      ids: ['c1'],
    });
    await http.close?.();
  });

  it('open nothing before they are asked for, and leave nothing open when they are dropped', async () => {
    const { http, adapter, requests } = wired();
    adapter.emit(changed('1', 'c1'));
    const changes = http.watch?.('0', anna);
    assert.ok(changes);
    await pause(5);
    assert.equal(requests.length, 0);
    for await (const change of changes) {
      assert.equal(change.at, '1');
      break;
    }
    for (let i = 0; i < 100 && adapter.watching > 0; i++) await pause(5);
    assert.equal(adapter.watching, 0);
  });
});

describe('server-sent events', () => {
  const read = async (parts: string[]) => {
    const bytes = parts.map((part) => new TextEncoder().encode(part));
    const found = [];
    for await (const one of eventsOf(new Blob(bytes as BlobPart[]).stream().pipeThrough(split(bytes))))
      found.push(one);
    return found;
  };
  /** Gives the parts on as they are, whatever the stream made of them. */
  const split = (bytes: Uint8Array[]) =>
    new TransformStream<Uint8Array, Uint8Array>({
      transform: () => undefined,
      flush: (controller) => bytes.forEach((part) => controller.enqueue(part)),
    });
  const plain = (data: string, id: string | null = null, type = '') => ({ type, id, data });

  it('are read with any line ending, however the parts fall', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = `: hi${end}${end}id: 1${end}data: a${end}data:b${end}${end}event: x${end}data:  c${end}id${end}${end}`;
      const expected = [plain('a\nb', '1'), plain(' c', '', 'x')];
      assert.deepEqual(await read([text, end]), expected, JSON.stringify(end));
      assert.deepEqual(await read([...text, end]), expected, JSON.stringify(end));
    }
  });

  it('drop an event that the end cuts off, one without data, and unknown fields', async () => {
    assert.deepEqual(await read(['id: 1\n\nretry: 5\nfoo: 1\ndata: a\n\ndata: b\n']), [plain('a')]);
  });

  it('keep letters whole that two parts share', async () => {
    const bytes = new TextEncoder().encode('data: Жанна\n\n');
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(new Uint8Array([byte]));
        controller.close();
      },
    });
    const found = [];
    for await (const one of eventsOf(body)) found.push(one.data);
    assert.deepEqual(found, ['Жанна']);
  });
});

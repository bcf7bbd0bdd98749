import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { ClienteleError, type Change } from '../../src/contract/index.js';
import { arrayAdapter, changed, type ArrayAdapter } from './array-adapter.js';
import { BASE, byToken, handlerOf, refusal, requestOf } from './requests.js';

/** Reads a stream's text until it holds a string. */
function readerOf(response: Response) {
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  let text = '';
  return {
    async until(wanted: string): Promise<string> {
      while (!text.includes(wanted)) {
        const { done, value } = await reader.read();
        assert.ok(!done, `ended after ${JSON.stringify(text)}`);
        text += new TextDecoder().decode(value);
      }
      return text;
    },
    async rest(): Promise<string> {
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return text;
        text += new TextDecoder().decode(value);
      }
    },
    leave: () => reader.cancel(),
  };
}

async function eventually(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 200 && !holds(); i++) await pause(5);
  assert.ok(holds());
}

const quiet = (adapter: ArrayAdapter) => eventually(() => adapter.watching === 0);

describe('the stream of changes', () => {
  it('sends each change with its cursor as id', async () => {
    const adapter = arrayAdapter();
    const response = await handlerOf(adapter)(requestOf('GET', '/changes'));
    assert.match(response.headers.get('content-type') ?? '', /^text\/event-stream/);
    assert.equal(response.headers.get('cache-control'), 'no-store');
    const reader = readerOf(response);
    adapter.emit(changed('7', 'c1'));
    const text = await reader.until('"c1"');
    const data = /id: 7\ndata: (.*)\n/.exec(text)?.[1] ?? '';
    assert.deepEqual(JSON.parse(data), changed('7', 'c1'));
    await reader.leave();
    await quiet(adapter);
  });

  it('goes on from a cursor, and from Last-Event-ID before it', async () => {
    const adapter = arrayAdapter();
    for (const at of ['1', '2', '3']) adapter.emit(changed(at, `c${at}`));
    const handle = handlerOf(adapter);
    const first = readerOf(await handle(requestOf('GET', '/changes?since=1')));
    assert.ok(!(await first.until('"c3"')).includes('"c1"'));
    await first.leave();
    const again = readerOf(
      await handle(requestOf('GET', '/changes?since=1', { headers: { 'last-event-id': '2' } })),
    );
    assert.ok(!(await again.until('"c3"')).includes('"c2"'));
    await again.leave();
    await quiet(adapter);
  });

  it('ends the watch when the reader leaves, and when the request is aborted', async () => {
    const adapter = arrayAdapter();
    const handle = handlerOf(adapter);
    for (let i = 0; i < 50; i++) {
      const reader = readerOf(await handle(requestOf('GET', '/changes')));
      await reader.until('connected');
      await reader.leave();
    }
    const gone = new AbortController();
    const request = new Request(`${BASE}/changes`, {
      headers: { authorization: 'Bearer anna' },
      signal: gone.signal,
    });
    const reader = readerOf(await handle(request));
    await reader.until('connected');
    assert.equal(adapter.watching, 1);
    gone.abort();
    await reader.rest();
    await quiet(adapter);
  });

  it('shows signs of life', async () => {
    const adapter = arrayAdapter();
    const handle = handlerOf(adapter, { limits: { heartbeat: 10 } });
    const reader = readerOf(await handle(requestOf('GET', '/changes')));
    await reader.until(': alive\n\n: alive\n\n');
    await reader.leave();
    await quiet(adapter);
  });

  it('ends when its caller is no longer signed in, or somebody else is', async () => {
    const others = [null, { tenant: 'salon', actor: 'anna', role: 'guest' }];
    for (const other of others) {
      let known = byToken(requestOf('GET', ''));
      const adapter = arrayAdapter();
      const handle = handlerOf(adapter, { authenticate: () => known, limits: { heartbeat: 10 } });
      const reader = readerOf(await handle(requestOf('GET', '/changes')));
      await reader.until('alive');
      known = other;
      assert.match(await reader.rest(), /event: error\ndata: {"code":"unauthenticated"/);
      await quiet(adapter);
    }
  });

  it('answers with a status when the watch is refused at once, and with an event when it fails later', async () => {
    const at = (after: number) => handlerOf(arrayAdapter({ watch: () => failing(after) }));
    await refusal(await at(0)(requestOf('GET', '/changes')), 403, 'forbidden');
    const reader = readerOf(await at(20)(requestOf('GET', '/changes')));
    assert.match(await reader.rest(), /event: error\ndata: {"code":"forbidden"/);
  });

  it('forges no event with a cursor that holds a line break', async () => {
    const adapter = arrayAdapter();
    const reader = readerOf(await handlerOf(adapter)(requestOf('GET', '/changes')));
    adapter.emit(changed('1\ndata: forged', 'c1'));
    assert.ok(!(await reader.until('"c1"')).includes('id:'));
    await reader.leave();
    await quiet(adapter);
  });

  it('ends when the changes do', async () => {
    const adapter = arrayAdapter({
      async *watch() {
        yield changed('1', 'c1');
      },
    });
    const text = await readerOf(await handlerOf(adapter)(requestOf('GET', '/changes'))).rest();
    assert.match(text, /"c1"/);
  });
});

function failing(after: number): AsyncIterable<Change> {
  const next = async (): Promise<never> => {
    if (after > 0) await pause(after);
    throw new ClienteleError('forbidden', 'not for you');
  };
  return { [Symbol.asyncIterator]: () => ({ next }) };
}

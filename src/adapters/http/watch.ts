import * as z from 'zod/mini';
import {
  change,
  ClienteleError,
  errorBody,
  type Change,
  type Context,
  type ErrorCode,
} from '../../contract/index.js';
import { operations } from '../../contract/operations.js';
import { eventsOf } from './events.js';
import { failureOf, malformed } from './failures.js';
import { isKnownChange, tolerant } from './tolerant.js';
import type { Transport } from './transport.js';

export interface WatchOptions {
  /** Milliseconds without a sign of life, after which a connection counts as dead. The server sends one every 20 s. */
  silence: number;
  /** Milliseconds, upper bound of the first wait before connecting again; doubles to 30 s. */
  delay: number;
}

/** Errors that connecting again does not cure. */
const FINAL: readonly ErrorCode[] = [
  'forbidden',
  'unsupported',
  'unauthenticated',
  'step_up_required',
  'not_found',
  'invalid',
];
const { watch: operation } = operations;

/**
 * Changes over any number of connections: after a break it goes on from the last cursor. Where there is none yet, nobody knows what was
 * missed, and the first thing after the break is `lost`. Ends when the signal aborts; throws when the server refuses for good.
 */
export async function* watchChanges(
  transport: Transport,
  since: string | null,
  context: Context,
  options: WatchOptions,
): AsyncGenerator<Change, void, undefined> {
  const { closed } = transport;
  const signal = context.signal ? AbortSignal.any([context.signal, closed]) : closed;
  let cursor = since;
  let failures = 0;
  let missed = false;
  while (!signal.aborted) {
    const connection = new AbortController();
    const silence = alarm(options.silence, connection);
    signal.addEventListener('abort', silence.stop, { once: true });
    let wait: number | undefined;
    try {
      const both = AbortSignal.any([signal, connection.signal]);
      const response = await transport.open(operation, { cursor }, both);
      if (!/^text\/event-stream/i.test(response.headers.get('content-type') ?? '') || !response.body) {
        throw malformed(operation.name, 'the answer is no stream of events; is the address right?');
      }
      if (missed && cursor === null) yield { kind: 'lost', at: '' };
      missed = false;
      for await (const event of eventsOf(stoppable(response.body, both), silence.again)) {
        failures = 0;
        if (event.type === 'error') {
          const refusal = refusalOf(event.data);
          // The token of this connection ended under way; the next one gets another.
          if (refusal.code === 'unauthenticated') break;
          throw refusal;
        }
        const told = changeOf(event.data);
        cursor = event.id ?? told?.at ?? cursor;
        if (told) yield told;
        silence.again();
      }
    } catch (error) {
      const failed = failureOf(error, operation.name, signal);
      if (signal.aborted) return;
      if (FINAL.includes(failed.code) || failed.code === 'malformed_answer') throw failed;
      wait = failed.detail.retryAfter;
    } finally {
      signal.removeEventListener('abort', silence.stop);
      silence.stop();
      connection.abort();
    }
    missed = true;
    const longest = Math.min(30_000, options.delay * 2 ** failures++);
    await sleep(Math.max(wait ?? 0, Math.random() * longest), signal);
  }
}

/** Null: a kind of change that we do not know, which is passed over. */
function changeOf(data: string): Change | null {
  const value = parsed(data);
  if (!isKnownChange(value)) return null;
  const told = z.safeParse(change, tolerant(operation, value));
  if (told.success) return told.data;
  throw malformed(operation.name, 'an event differs from the contract');
}

function refusalOf(data: string): ClienteleError {
  const body = z.safeParse(errorBody, parsed(data));
  return body.success
    ? ClienteleError.fromJSON(body.data as never)
    : new ClienteleError('unavailable', `${operation.name}: the stream failed`);
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch (error) {
    throw malformed(operation.name, 'an event is no JSON', {}, error);
  }
}

/** Ends a connection that shows no sign of life for so long. */
function alarm(after: number, connection: AbortController): { again: () => void; stop: () => void } {
  const ring = () => connection.abort();
  let timer = setTimeout(ring, after);
  let stopped = false;
  return {
    again() {
      clearTimeout(timer);
      if (!stopped) timer = setTimeout(ring, after);
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** Ends with the signal also where the body does not listen to it. */
function stoppable(body: ReadableStream<Uint8Array>, signal: AbortSignal): ReadableStream<Uint8Array> {
  return body.pipeThrough(new TransformStream<Uint8Array, Uint8Array>(), { signal });
}

/** Waits, but not past the signal, nor past the moment when the network is back. */
function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      globalThis.removeEventListener?.('online', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done, { once: true });
    globalThis.addEventListener?.('online', done, { once: true });
    if (signal.aborted) done();
  });
}

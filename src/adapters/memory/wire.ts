import {
  ClienteleError,
  errorBody,
  isClienteleError,
  type Change,
  type ErrorBody,
} from '../../contract/index.js';
import type { Filled } from './core.js';
import type { MemoryOptions } from './options.js';

/** Options that cross to a worker. */
export type WireOptions = Omit<
  MemoryOptions,
  'now' | 'onProblems' | 'onProgress' | 'clients' | 'records' | 'behaviours' | 'beforeWrite'
> & {
  clients?: Blob;
  records?: Record<string, never[]>;
};

/** What the page says. `now`: the page's clock, where it has one of its own; `load`: what the host's own worker is to load. */
export type Request =
  | { kind: 'open'; options: WireOptions; load?: unknown; now?: number }
  | { kind: 'fill'; filled: Filled }
  | { kind: 'call'; call: number; member: string; args: unknown[]; now?: number }
  | { kind: 'abort'; call: number }
  | { kind: 'watch'; call: number; since: string | null; context: object };

/** What the worker says. `empty`: it has no base yet and waits for one. */
export type Answer =
  | { kind: 'empty' }
  | { kind: 'opened' }
  | {
      kind: 'problems';
      problems: NonNullable<Parameters<NonNullable<MemoryOptions['onProblems']>>[0]>;
      count: number;
    }
  | { kind: 'progress'; clients: number }
  | { kind: 'ok'; call: number; value: unknown }
  | { kind: 'failed'; call: number | null; error: ErrorBody | string }
  | { kind: 'change'; call: number; change: Change };

/** What an error becomes on the way. */
export function packError(error: unknown): ErrorBody | string {
  return isClienteleError(error) ? error.toJSON() : error instanceof Error ? error.message : String(error);
}

export function unpackError(error: ErrorBody | string): ClienteleError {
  const parsed = errorBody.safeParse(error);
  if (parsed.success) return ClienteleError.fromJSON(parsed.data);
  return new ClienteleError(
    'unavailable',
    `the base in the worker failed: ${typeof error === 'string' ? error : error.message}`,
  );
}

/** The memory behind all typed arrays of a value, to be handed over instead of copied. */
export function buffersOf(value: unknown, found = new Set<ArrayBuffer>()): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
  } else if (Array.isArray(value)) {
    // Lists of texts and numbers hold none, and may be long.
    if (typeof value[0] === 'object') for (const item of value) buffersOf(item, found);
  } else if (typeof value === 'object' && value !== null) {
    for (const item of Object.values(value)) buffersOf(item, found);
  }
  return [...found];
}

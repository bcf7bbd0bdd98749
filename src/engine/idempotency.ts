import { ClienteleError, isClienteleError, type WriteContext } from '../contract/index.js';
import type { DocumentGuard, DocumentWrite, Store } from './store.js';
import { digest } from './token.js';

/** After so long a key is forgotten: milliseconds. Adapters may drop answers that are older. */
export const ANSWER_LIFE = 24 * 3600 * 1000;

interface Answer {
  rev: number;
  actor: string;
  route: string;
  key: string;
  input: string;
  answer: unknown;
  at: number;
}

/** What a write puts into its own commit, so that the answer stands exactly when the write does. */
export interface Once<T> {
  document(answer: T): DocumentWrite;
  readonly guards: readonly DocumentGuard[];
}

const inFlight = new WeakMap<Store, Map<string, string>>();

/**
 * Does a write once per tenant, actor, route and key. The same input again answers what was answered before, also after a crash between
 * commit and answer; another input under the same key is `conflict`; so is a twin that is still running, with `retryAfter`.
 *
 * `run` must put `once.document(answer)` and `once.guards` into the commit that does the write.
 */
export async function withIdempotency<T>(
  store: Store,
  route: string,
  input: unknown,
  context: WriteContext,
  run: (once: Once<T>) => Promise<T>,
): Promise<T> {
  const { actor, key } = context;
  if (!key) throw new ClienteleError('invalid', 'a write needs an idempotency key', { operation: route });
  const id = digest(`${context.tenant}\n${actor}\n${route}\n${key}`);
  const inputDigest = digest(canonical(input));

  const read = async () => (await store.document('answer', id, context)) as Answer | null;
  const living = (found: Answer | null) => (found && store.now() - found.at < ANSWER_LIFE ? found : null);
  const repeat = (found: Answer): T => {
    const isSame =
      found.actor === actor && found.route === route && found.key === key && found.input === inputDigest;
    if (!isSame) throw reused(route);
    return found.answer as T;
  };

  const flying = flightsOf(store);
  const twin = flying.get(id);
  if (twin !== undefined) {
    if (twin !== inputDigest) throw reused(route);
    throw new ClienteleError('conflict', 'the same write is still running', {
      operation: route,
      retryAfter: 1000,
    });
  }
  flying.set(id, inputDigest);
  try {
    const old = await read();
    const found = living(old);
    if (found) return repeat(found);
    return await run({
      document: (answer) => ({
        kind: 'answer',
        id,
        value: { rev: (old?.rev ?? 0) + 1, actor, route, key, input: inputDigest, answer, at: store.now() },
      }),
      guards: [{ kind: 'answer', id, rev: old?.rev ?? null }],
    });
  } catch (error) {
    // Another process may have been quicker with the same key: then its answer is ours.
    const found = isClienteleError(error) && error.code === 'conflict' ? living(await read()) : null;
    if (found) return repeat(found);
    throw error;
  } finally {
    flying.delete(id);
  }
}

function flightsOf(store: Store): Map<string, string> {
  let flights = inFlight.get(store);
  if (!flights) inFlight.set(store, (flights = new Map()));
  return flights;
}

function reused(operation: string): ClienteleError {
  return new ClienteleError('conflict', 'the idempotency key was used for another input', { operation });
}

/** JSON with its keys in order, so that the same input always gives the same text. */
export function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, part: unknown) =>
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    ) ?? ''
  );
}

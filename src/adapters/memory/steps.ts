import type { Now } from '../../contract/index.js';
import { Slice } from './yield.js';

/** A piece of work in steps that each take a few milliseconds at most. */
export type Steps = Generator<void, void>;

/** So many items are taken between two looks at the clock. */
const STEP = 64;

/** Each item of a source; what it takes to take one may be steps of its own. */
export function* stepsOf<T>(items: Iterable<T>, take: (item: T) => Steps | void): Steps {
  let count = 0;
  for (const item of items) {
    const more = take(item);
    if (more) yield* more;
    else if (++count % STEP === 0) yield;
  }
}

/** Does all steps: at once when that is quick, else with rests, so that the page stays alive. `progress` is called before each rest. */
export function work(steps: Steps, progress?: () => void): Now<void> {
  const slice = new Slice();
  const go = (): boolean => {
    while (!steps.next().done) if (slice.isOver) return false;
    return true;
  };
  if (go()) return undefined;
  return (async () => {
    do {
      progress?.();
      await slice.rest();
    } while (!go());
  })();
}

/** Does all steps at once, however long they take. */
export function finish(steps: Steps): void {
  while (!steps.next().done);
}

/** Items as they come. */
export async function workLater<T>(
  items: AsyncIterable<T> | ReadableStream<T>,
  take: (item: T) => Steps | void,
  progress?: () => void,
): Promise<void> {
  const slice = new Slice();
  let count = 0;
  const rest = () => {
    progress?.();
    return slice.rest();
  };
  const walked = Symbol.asyncIterator in items ? (items as AsyncIterable<T>) : chunksOf(items);
  for await (const item of walked) {
    const more = take(item as T);
    if (more) for (let step = more.next(); !step.done; step = more.next()) if (slice.isOver) await rest();
    if (++count % STEP === 0 && slice.isOver) await rest();
  }
}

/** A stream as something to walk, where the platform's streams are not. */
async function* chunksOf<T>(stream: ReadableStream<T>): AsyncGenerator<T> {
  const reader = stream.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    reader.releaseLock();
  }
}

import type { Change, ClienteleError } from '../contract/index.js';

export interface StreamOptions {
  /** Ended by the reader's leaving; ends the watch, too. */
  ended: AbortController;
  /** Milliseconds between signs of life. */
  heartbeat: number;
  /** Asked at each heartbeat; an error ends the stream with it. */
  check(): Promise<void>;
  /** An error as the reader may see it. */
  errorOf(error: unknown): ClienteleError;
}

/**
 * Changes as server-sent events: `id` is the cursor, `data` the change, a comment is a heartbeat, and the event `error` is the last when
 * something fails. A watch that is refused at once rejects, so that the refusal still has a status of its own.
 */
export async function streamOf(changes: AsyncIterable<Change>, options: StreamOptions): Promise<Response> {
  const { ended } = options;
  const iterator = changes[Symbol.asyncIterator]();
  let next: Promise<IteratorResult<Change>> | null = iterator.next();
  try {
    await Promise.race([next, new Promise((resolve) => setTimeout(resolve, 0))]);
  } catch (error) {
    ended.abort();
    throw error;
  }

  const text = new TextEncoder();
  let timer: ReturnType<typeof setInterval> | undefined;
  const finish = () => {
    clearInterval(timer);
    // A generator that waits inside `next` answers `return` only after the abort has woken it.
    void Promise.resolve(iterator.return?.()).catch(() => undefined);
  };
  ended.signal.addEventListener('abort', finish, { once: true });

  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (event: string) => controller.enqueue(text.encode(event));
      const fail = (error: unknown) => {
        if (ended.signal.aborted) return;
        send(`event: error\ndata: ${JSON.stringify(options.errorOf(error))}\n\n`);
        controller.close();
        ended.abort();
      };
      ended.signal.addEventListener('abort', () => closeQuietly(controller), { once: true });
      if (ended.signal.aborted) return closeQuietly(controller);
      send(': connected\n\n');
      timer = setInterval(() => {
        if ((controller.desiredSize ?? 0) > 0) send(': alive\n\n');
        options.check().catch(fail);
      }, options.heartbeat);
    },
    async pull(controller) {
      try {
        const step = await (next ?? iterator.next());
        next = null;
        if (ended.signal.aborted) return;
        if (!step.done) return controller.enqueue(text.encode(eventOf(step.value)));
        controller.close();
      } catch (error) {
        if (ended.signal.aborted) return;
        const body = JSON.stringify(options.errorOf(error));
        controller.enqueue(text.encode(`event: error\ndata: ${body}\n\n`));
        controller.close();
      }
      ended.abort();
    },
    cancel() {
      ended.abort();
    },
  });
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' },
  });
}

/** A cursor with a line break would forge a field of the event; it is sent inside the data alone. */
function eventOf(change: Change): string {
  const cursor = /[\r\n\0]/.test(change.at) ? '' : `id: ${change.at}\n`;
  return `${cursor}data: ${JSON.stringify(change)}\n\n`;
}

function closeQuietly(controller: ReadableStreamDefaultController): void {
  try {
    controller.close();
  } catch {
    // Already closed by the reader, or by the end of the changes.
  }
}

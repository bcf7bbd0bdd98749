/** One server-sent event. `id` is null where the event named none. */
export interface ServerEvent {
  type: string;
  id: string | null;
  data: string;
}

/** Characters of one event, past which a stream is no stream of ours. */
const LONGEST = 4 << 20;

/**
 * Reads server-sent events, as the HTML standard says they are written. Comments and unknown fields are passed over, an event that the end
 * cuts off is dropped. `alive` is called for every part that arrives. @throws RangeError on an event that never ends.
 */
export async function* eventsOf(
  body: ReadableStream<Uint8Array>,
  alive: () => void = () => undefined,
): AsyncGenerator<ServerEvent, void, undefined> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader();
  let rest = '';
  let event = { type: '', id: null as string | null, data: [] as string[] };
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      alive();
      rest += value;
      if (rest.length > LONGEST) throw new RangeError('an event without an end');
      const lines = rest.split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (line !== '') {
          take(event, line);
          continue;
        }
        if (event.data.length > 0) yield { ...event, data: event.data.join('\n') };
        event = { type: '', id: null, data: [] };
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function take(event: { type: string; id: string | null; data: string[] }, line: string): void {
  const colon = line.indexOf(':');
  const name = colon < 0 ? line : line.slice(0, colon);
  const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
  if (name === 'data') event.data.push(value);
  else if (name === 'event') event.type = value;
  else if (name === 'id' && !value.includes('\0')) event.id = value;
}

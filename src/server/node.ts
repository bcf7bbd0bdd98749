/** What is used of node:http, so that the types of a browser build need none of Node's. */
export interface NodeRequest extends AsyncIterable<Uint8Array> {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

export interface NodeResponse {
  readonly destroyed: boolean;
  readonly writableFinished: boolean;
  writeHead(status: number, headers: [string, string][]): unknown;
  flushHeaders(): void;
  write(part: Uint8Array): boolean;
  end(): unknown;
  destroy(): unknown;
  on(event: 'close', listener: () => void): unknown;
  once(event: 'drain' | 'close', listener: () => void): unknown;
  off(event: 'drain' | 'close', listener: () => void): unknown;
}

export interface NodeOptions {
  /** Scheme and host of the address as browsers see it, behind a proxy that changes them: `https://app.example`. Default: the Host header. */
  origin?: string;
}

/**
 * Puts a handler behind `http.createServer(toNodeListener(handler))`. Bodies stream both ways; when the connection ends, the request's
 * signal aborts, and with it whatever the handler was doing.
 */
export function toNodeListener(
  handler: (request: Request) => Promise<Response>,
  options: NodeOptions = {},
): (request: NodeRequest, response: NodeResponse) => void {
  return (incoming, outgoing) => {
    serve(handler, incoming, outgoing, options).catch(() => outgoing.destroy());
  };
}

async function serve(
  handler: (request: Request) => Promise<Response>,
  incoming: NodeRequest,
  outgoing: NodeResponse,
  options: NodeOptions,
): Promise<void> {
  const gone = new AbortController();
  outgoing.on('close', () => {
    if (!outgoing.writableFinished) gone.abort();
  });
  const request = requestOf(incoming, options, gone.signal);
  if (!request) {
    outgoing.writeHead(400, []);
    outgoing.end();
    return;
  }
  const response = await handler(request);
  outgoing.writeHead(response.status, [...response.headers]);
  outgoing.flushHeaders();
  if (response.body) await send(response.body, outgoing, gone.signal);
  outgoing.end();
}

function requestOf(incoming: NodeRequest, options: NodeOptions, signal: AbortSignal): Request | null {
  const { method = 'GET', url = '/', headers } = incoming;
  const origin = options.origin ?? `http://${String(headers['host'] ?? 'localhost')}`;
  // An absolute form of the address, as sent to a proxy, is not for us.
  if (!url.startsWith('/') || !URL.canParse(origin + url)) return null;
  const bare = method === 'GET' || method === 'HEAD';
  return new Request(origin + url, {
    method,
    headers: headersOf(headers),
    signal,
    ...(!bare && { body: bodyOf(incoming), duplex: 'half' }),
  } as RequestInit);
}

function headersOf(from: NodeRequest['headers']): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(from)) {
    if (name.startsWith(':') || value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) headers.append(name, one);
  }
  return headers;
}

/** Nothing is read before it is asked for: of a body that nobody reads, Node itself gets rid. */
function bodyOf(incoming: NodeRequest): ReadableStream<Uint8Array> {
  let parts: AsyncIterator<Uint8Array> | undefined;
  return new ReadableStream(
    {
      async pull(controller) {
        parts ??= incoming[Symbol.asyncIterator]();
        const step = await parts.next();
        if (step.done) controller.close();
        else controller.enqueue(new Uint8Array(step.value));
      },
      cancel() {
        if (parts) void discard(parts);
      },
    },
    { highWaterMark: 0 },
  );
}

/** To end the iteration instead would destroy the connection, and with it the answer that says why the body was refused. */
async function discard(parts: AsyncIterator<Uint8Array>): Promise<void> {
  try {
    while (!(await parts.next()).done);
  } catch {
    // The connection ended.
  }
}

async function send(
  body: ReadableStream<Uint8Array>,
  outgoing: NodeResponse,
  gone: AbortSignal,
): Promise<void> {
  const reader = body.getReader();
  const stop = () => void reader.cancel().catch(() => undefined);
  gone.addEventListener('abort', stop, { once: true });
  if (gone.aborted) stop();
  for (;;) {
    const { done, value } = await reader.read();
    if (done || gone.aborted) return;
    if (!outgoing.write(value)) await drained(outgoing);
  }
}

function drained(outgoing: NodeResponse): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      outgoing.off('drain', go);
      outgoing.off('close', go);
      resolve();
    };
    outgoing.once('drain', go);
    outgoing.once('close', go);
    if (outgoing.destroyed) go();
  });
}

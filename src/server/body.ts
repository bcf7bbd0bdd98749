import { ClienteleError, invalid } from '../contract/index.js';

/**
 * Reads a request's JSON. Errors: `invalid` when it is not declared as JSON, not UTF-8, not JSON or nested deeper than `depth`;
 * `too_large` past `limit` bytes, without reading the rest.
 */
export async function readJson(request: Request, limit: number, depth: number): Promise<unknown> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) throw fault('content_type', 'send application/json');
  const text = decode(await readBytes(request, limit));
  if (isDeeper(text, depth)) throw fault('too_deep', `nested deeper than ${depth} levels`);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw fault('not_json', 'the body is not JSON');
  }
}

function fault(code: string, message: string): ClienteleError {
  return invalid([{ path: [], code, message }]);
}

async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const tooLarge = () => new ClienteleError('too_large', `a body may have ${limit} bytes`);
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge();
  if (!request.body) {
    // No body, or an engine whose requests keep theirs to themselves (Firefox): nothing to stop half-way.
    const whole = new Uint8Array(await request.arrayBuffer());
    if (whole.byteLength > limit) throw tooLarge();
    return whole;
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > limit) {
      await reader.cancel();
      throw tooLarge();
    }
    parts.push(part.value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.byteLength;
  }
  return bytes;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw fault('not_json', 'the body is not UTF-8');
  }
}

/** Looked at before parsing: validation is recursive, and must not be the place where a hostile body ends. */
function isDeeper(text: string, depth: number): boolean {
  let level = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (quoted) {
      if (code === 92) i++;
      else if (code === 34) quoted = false;
    } else if (code === 34) quoted = true;
    else if (code === 123 || code === 91) {
      if (++level > depth) return true;
    } else if (code === 125 || code === 93) level--;
  }
  return false;
}

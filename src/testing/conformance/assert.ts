import { isClienteleError, type ClienteleError, type ErrorCode } from '../../contract/index.js';
import { canonical } from '../../engine/idempotency.js';

/** What a check throws when the adapter does not keep its promise. */
export class ConformanceError extends Error {
  override readonly name = 'ConformanceError';
}

export function ensure(isTrue: unknown, what: string): asserts isTrue {
  if (!isTrue) throw new ConformanceError(what);
}

/** Compares as JSON, whatever the order of properties. */
export function same(actual: unknown, expected: unknown, what: string): void {
  const [got, wanted] = [canonical(actual), canonical(expected)];
  if (got !== wanted)
    throw new ConformanceError(`${what}\n  expected ${cut(wanted)}\n  but got  ${cut(got)}`);
}

/** Awaits a refusal with this code. */
export async function refused(
  code: ErrorCode | readonly ErrorCode[],
  ask: () => unknown,
  what: string,
): Promise<ClienteleError> {
  const codes: readonly ErrorCode[] = typeof code === 'string' ? [code] : code;
  let answer: unknown;
  try {
    answer = await ask();
  } catch (error) {
    if (!isClienteleError(error)) {
      throw new ConformanceError(`${what}: it threw ${String(error)}, which is no ClienteleError`);
    }
    if (!codes.includes(error.code)) {
      throw new ConformanceError(
        `${what}: expected ${codes.join(' or ')}, but got ${error.code} (${error.message})`,
      );
    }
    return error;
  }
  throw new ConformanceError(
    `${what}: expected ${codes.join(' or ')}, but it answered ${cut(canonical(answer))}`,
  );
}

function cut(text: string): string {
  return text.length > 600 ? `${text.slice(0, 600)}…` : text;
}

import * as z from 'zod/mini';
import { ClienteleError, invalid, type Issue } from '../contract/index.js';
import type { Operation } from '../contract/operations.js';

/** Parses what came over the wire. @throws ClienteleError `invalid` with an issue per fault, none of which repeats a value. */
export function parse<T extends z.ZodMiniType>(schema: T, value: unknown): z.output<T> {
  const parsed = z.safeParse(schema, value);
  if (parsed.success) return parsed.data;
  throw invalid(parsed.error.issues.slice(0, 100).map((found) => issueOf(found, value)));
}

/**
 * What of an adapter's answer the contract names: a column that a host's table has beside it does not get out.
 * @throws ClienteleError `malformed_answer` when the adapter broke the contract.
 */
export function known(operation: Operation, answer: unknown): unknown {
  if (!operation.answer) return undefined;
  const parsed = z.safeParse(operation.answer, answer);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.map(String).join('.');
  throw new ClienteleError(
    'malformed_answer',
    `the adapter's answer differs from the contract at "${where ?? ''}"`,
  );
}

/** `"7"` or `W/"7"` → 7. Errors: `version_required` when absent or `*`, `invalid` when it is no version of ours. */
export function versionOf(header: string | null): number {
  if (header === null || header.trim() === '*') {
    throw new ClienteleError('version_required', 'send If-Match with the version that was edited');
  }
  const match = /^\s*(?:W\/)?"(\d{1,15})"\s*$/.exec(header);
  if (!match) throw invalid([{ path: ['If-Match'], code: 'wrong_type', message: 'one quoted version' }]);
  return Number(match[1]);
}

const CODES: Readonly<Record<string, string>> = {
  unrecognized_keys: 'unknown_field',
  invalid_key: 'unknown_field',
  too_big: 'too_large',
  too_small: 'too_small',
  invalid_format: 'wrong_format',
  invalid_value: 'unknown_value',
};

function issueOf(found: z.core.$ZodIssue, input: unknown): Issue {
  const path = found.path.map((part) => (typeof part === 'number' ? part : safeKey(String(part))));
  const absent = found.code === 'invalid_type' && isAbsent(input, found.path);
  const code = absent ? 'required' : (CODES[found.code] ?? 'wrong_type');
  if (found.code === 'unrecognized_keys') {
    return { path: [...path, safeKey(found.keys[0] ?? '')], code, message: 'is not known here' };
  }
  return { path, code, message: absent ? 'is required' : messageOf(code) };
}

function messageOf(code: string): string {
  if (code === 'unknown_field') return 'is not a field';
  if (code === 'unknown_value') return 'is none of the known values';
  if (code === 'too_large') return 'is too large or too long';
  if (code === 'too_small') return 'is too small or empty';
  return 'has the wrong form';
}

/** Keys come from the caller too: what does not look like a name of ours is not repeated. */
function safeKey(key: string): string {
  return /^[\w.:-]{1,80}$/.test(key) && !/\d{5}/.test(key) ? key : '?';
}

function isAbsent(input: unknown, path: readonly PropertyKey[]): boolean {
  let value = input;
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return false;
    if (!Object.hasOwn(value, part)) return true;
    value = (value as Record<PropertyKey, unknown>)[part];
  }
  return value === undefined;
}

export type UnsafeReason = 'nul' | 'lone_surrogate';

const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Why a text must not reach an adapter: databases store no NUL, and UTF-8 has no half of a surrogate pair. Null: it is safe.
 */
export function unsafeReason(text: string): UnsafeReason | null {
  if (text.includes('\0')) return 'nul';
  return LONE_SURROGATE.test(text) ? 'lone_surrogate' : null;
}

/** The text with NULs left out and halves of surrogate pairs replaced by U+FFFD: for files, where a cell must not be lost. */
export function safeText(text: string): string {
  if (unsafeReason(text) === null) return text;
  return text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '\uFFFD');
}

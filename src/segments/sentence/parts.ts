import type { NodePath } from '../places.js';

/**
 * A piece of a sentence. `path` is the condition that it belongs to, so that a widget can light it up or lead to it.
 * - `field`: what is asked about; `operator`: how; `value`: what is compared with, a date said by its distance (“more than 60 days ago”) as a whole.
 * - `open`, `close`: the brackets of a group, with its words (“none of (”); '' where none are needed.
 * - `text`: all between.
 */
export interface SentencePart {
  kind: 'text' | 'field' | 'operator' | 'value' | 'open' | 'close';
  text: string;
  path: NodePath;
  /** What the words point at is not there, or not yet. */
  problem?: SentenceProblem;
}

/** `missing`: has not been filled in yet; `unfit`: an operator or a value that says nothing of this field. */
export type SentenceProblem =
  'unknown_field' | 'unknown_record' | 'unknown_option' | 'unknown_segment' | 'missing' | 'unfit';

export type Parts = readonly SentencePart[];

/** Stand in a template for what comes there: characters that no language writes. What people typed never goes through a template. */
const FIRST_SLOT = 0xe000;
/** So many things fit into one template. */
export const MAX_SLOTS = 1000;
const SLOT = /([\uE000-\uE3E7])/;

/**
 * A term with parts in place of its parameters. The term's own words become parts of a kind; those before the first parameter, or after the last, of
 * other kinds where `ends` says so.
 */
export function fill(
  path: NodePath,
  kind: SentencePart['kind'],
  template: (...slots: string[]) => string,
  slots: readonly Parts[],
  ends?: readonly [SentencePart['kind'], SentencePart['kind']],
): Parts {
  const text = template(...slots.map((_, i) => String.fromCharCode(FIRST_SLOT + i)));
  const pieces = text.split(SLOT);
  return pieces.flatMap((piece, i): Parts => {
    // Every second piece is a slot.
    if (i % 2 === 1) return slots[piece.charCodeAt(0) - FIRST_SLOT] ?? [];
    const isStart = i === 0;
    const isEnd = i === pieces.length - 1;
    if (piece === '' && !(ends && (isStart || isEnd))) return [];
    return [{ kind: ends && isStart ? ends[0] : ends && isEnd ? ends[1] : kind, text: piece, path }];
  });
}

export function part(
  kind: SentencePart['kind'],
  path: NodePath,
  text: string,
  problem?: SentenceProblem,
): Parts {
  return [{ kind, text, path, ...(problem === undefined ? {} : { problem }) }];
}

export function textOf(parts: Parts): string {
  return parts.map(({ text }) => text).join('');
}

import type { SegmentDocument } from '../../contract/index.js';

/** A list that can show what was built, and whose filters can be built on. */
export interface SegmentTarget extends EventTarget {
  readonly filters: SegmentDocument;
  setFilters(document: SegmentDocument): void;
}

/** What a list asks to be made a segment; null: the event is another list's. A list that asks for segments as such means its filters. */
export function askedBy(event: Event, target: SegmentTarget | null): SegmentDocument | null {
  if (!target || event.defaultPrevented || !event.composedPath().includes(target)) return null;
  const { detail } = event as CustomEvent<{ document: SegmentDocument } | null>;
  return detail?.document ?? target.filters;
}

/** The list of that id, in the same document or shadow root. */
export function targetOf(element: Element, id: string): SegmentTarget | null {
  if (id === '') return null;
  const found = (element.getRootNode() as Document | ShadowRoot).getElementById?.(id);
  return found && 'setFilters' in found ? (found as unknown as SegmentTarget) : null;
}

/** Those of a document that are also within another. */
export function within(document: SegmentDocument, scope: SegmentDocument | null): SegmentDocument {
  if (!scope || scope.where.kind === 'everyone') return document;
  if (document.where.kind === 'everyone') return scope;
  return { v: 1, where: { kind: 'all', of: [scope.where, document.where] } };
}

/** Whether a key asks for a step back or on; not where the browser keeps a history of its own. */
export function historyKey(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey)) return null;
  const key = event.key.toLowerCase();
  const which =
    key === 'z' ? (event.shiftKey ? 'redo' : 'undo') : key === 'y' && !event.shiftKey ? 'redo' : null;
  const isElsewhere = event
    .composedPath()
    .some((one) => one instanceof Element && one.matches('dialog, .finder'));
  return isElsewhere ? null : which;
}

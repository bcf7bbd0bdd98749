/* Clientele's manager of segments, groups, categories, tiers and rules, with the builder in it. */
import '../../src/elements/segments/segments.define.js';
import { LIBRARY_KINDS, type LibraryKind, type SegmentDocument } from '../../src/contract/index.js';
import { toParam } from '../../src/segments/index.js';

/** What of the library is shown, as the address says it. */
export interface LibraryPlace {
  kind: LibraryKind;
  /** '' for none. */
  item: string;
}

export function readPlace(): LibraryPlace {
  const query = new URLSearchParams(location.search);
  const kind = LIBRARY_KINDS.find((one) => one === query.get('kind')) ?? 'segments';
  return { kind, item: query.get('item') ?? '' };
}

/** The same as parameters of the address. */
export function placeParams({ kind, item }: LibraryPlace): Record<string, string> {
  return { kind: kind === 'segments' ? '' : kind, item };
}

/** The list's part of the address with other filters in it; what it says of columns, sort and row height stays. */
export function withFilter(address: string | null, document: SegmentDocument): string {
  const [version = '1', ...parts] = address ? address.split('~') : ['1'];
  // The filters, the saved view that they came from, and the note that some were left out.
  const kept = parts.filter((part) => !/^(?:w\.|i\.|x$)/.test(part));
  return [version, ...kept, `w.${toParam(document)}`].join('~');
}

import type { SegmentDocument } from '../../src/contract/index.js';
import '../../src/elements/segments/segments.define.js';
import { toParam } from '../../src/segments/index.js';

/** The list's part of the address with other filters in it; what it says of columns, sort and row height stays. */
export function withFilter(address: string | null, document: SegmentDocument): string {
  const [version = '1', ...parts] = address ? address.split('~') : ['1'];
  // The filters, the saved view that they came from, and the note that some were left out.
  const kept = parts.filter((part) => !/^(?:w\.|i\.|x$)/.test(part));
  return [version, ...kept, `w.${toParam(document)}`].join('~');
}

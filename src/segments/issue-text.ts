import type { Issue, Segment } from '../contract/index.js';
import type { Terms } from '../locales/terms.js';

/** A fault of a check in words: what is wrong and what to do. An unknown code gets the words for "not understood". */
export function issueText(
  { code, params = {} }: Pick<Issue, 'code' | 'params'>,
  terms: Terms['segments'],
  segments: readonly Pick<Segment, 'id' | 'name'>[] = [],
): string {
  const { issues, limits, inSegment } = terms;
  const { limit, within } = params;
  const said =
    isOf(code, limits) && typeof limit === 'number'
      ? limits[code](limit)
      : isOf(code, issues)
        ? issues[code]
        : issues.other;
  if (typeof within !== 'string') return said;
  return inSegment(segments.find(({ id }) => id === within)?.name ?? within, said);
}

function isOf<T extends object>(code: string, terms: T): code is keyof T & string {
  return Object.hasOwn(terms, code);
}

import type { SegmentDocument } from '../../contract/index.js';
import type { Draft } from '../../segments/places.js';
import { sentence, type Sentence } from '../../segments/sentence/index.js';
import type { BuilderContext } from './context.js';

/** A document in words. */
export function wordsOf(
  document: Draft | SegmentDocument,
  { model, terms, format, records }: BuilderContext,
): Sentence {
  const { session } = model;
  const { description } = session;
  return sentence(document, {
    catalogue: { fields: session.catalogue.fields, records },
    terms,
    format,
    ...(description ? { lists: description.lists, segments: description.segments ?? [] } : {}),
  });
}

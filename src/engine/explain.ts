import {
  invalid,
  type Catalogue,
  type ClientRecord,
  type Context,
  type Day,
  type ExplainRequest,
  type Explanation,
  type Id,
  type Node,
  type Now,
  type SegmentDocument,
  type Settings,
} from '../contract/index.js';
import { checkSegment, clientSource, explain } from '../segments/index.js';
import { isInBranches } from './branches.js';
import { chain } from './now.js';
import { isTellable } from './personal.js';
import { refuse } from './refuse.js';
import type { Store } from './store.js';

export interface ExplainOptions {
  catalogue: Catalogue | ((context: Context) => Catalogue);
  settings: Settings;
  /** How kept segments are found. */
  segments(context: Context): Now<(id: Id) => SegmentDocument | null>;
  today(): Day;
  /** All records of a client of these kinds. */
  records(client: Id, kinds: readonly string[], context: Context): Now<readonly ClientRecord[]>;
}

const OPERATION = 'explain';

/** Reads one client with the records that the document asks about, and has it judged by the code that counts a million. */
export function createExplain(
  store: Store,
  options: ExplainOptions,
): (input: ExplainRequest, context: Context) => Now<Explanation> {
  const { settings } = options;
  return ({ where, client: id, today = options.today() }, context) =>
    chain(options.segments(context), (segments) => {
      const catalogue =
        typeof options.catalogue === 'function' ? options.catalogue(context) : options.catalogue;
      const checked = checkSegment(where, catalogue, { segments });
      if (!checked.ok) {
        throw invalid(
          checked.issues.map((issue) => ({ ...issue, path: ['where', ...issue.path] })),
          OPERATION,
        );
      }
      return chain(store.read([id], context), ([client]) => {
        if (!client || client.removedAt !== undefined || !isInBranches(client, context))
          throw refuse('not_found', 'no such client', OPERATION);
        const kinds = [...kindsIn(checked.document.where, segments)];
        const records = kinds.length === 0 ? [] : options.records(id, kinds, context);
        return chain(records, (all): Explanation => {
          const told = all.filter((one) => {
            const kind = catalogue.records.get(one.record);
            return kind !== undefined && isTellable(kind, one, context);
          });
          const source = clientSource(client, {
            catalogue,
            settings,
            records: (_, kind) => told.filter(({ record }) => record === kind),
          });
          return {
            client: id,
            today,
            ...explain(checked.document, source, { catalogue, settings, today, segments }),
          };
        });
      });
    });
}

/** The kinds of records that a document asks about, by itself and through kept segments; a circle was refused before. */
function kindsIn(node: Node, segments: (id: Id) => SegmentDocument | null): Set<string> {
  if (node.kind === 'records') return new Set([node.record]);
  if (node.kind === 'segment') {
    const document = segments(node.id);
    return document ? kindsIn(document.where, segments) : new Set();
  }
  if (!('of' in node) || !Array.isArray(node.of)) return new Set();
  return new Set(node.of.flatMap((child) => [...kindsIn(child, segments)]));
}

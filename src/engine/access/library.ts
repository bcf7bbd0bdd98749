import {
  ClienteleError,
  invalid,
  isClienteleError,
  type Context,
  type Id,
  type LibraryItem,
  type LibraryItems,
  type LibraryKind,
  type LibraryStore,
  type ListItem,
  type Now,
  type Rule,
  type Segment,
  type Use,
} from '../../contract/index.js';
import { chain } from '../now.js';
import { refuse } from '../refuse.js';
import { checkVersion } from './clients.js';
import type { Gate, Pass } from './gate.js';
import { tellTier } from './grant.js';

/** The library without what is about fields that the user may not ask about: neither told, nor changed, nor counted. */
export function guardLibrary(gate: Gate, library: LibraryStore): LibraryStore {
  /** An item that the user does not know of answers like one that never was. */
  const mustKnow = (
    pass: Pass,
    kind: LibraryKind,
    id: Id,
    operation: string,
    context: Context,
  ): Now<void> => {
    if (pass.grant.isFull || gate.adapter.remote) return undefined;
    return chain(library.list(kind, context), (items) => {
      const item = items.find((one) => one.id === id);
      if (item && tellItem(pass, kind, item).length === 0)
        throw refuse('not_found', 'no such item', operation);
    });
  };
  /** Whoever replaces a tier without its conditions, not knowing that there are some, would take them away. */
  const mustSeeAll = (
    { grant }: Pass,
    kind: LibraryKind,
    id: Id,
    operation: string,
    context: Context,
  ): Now<void> => {
    if (grant.isFull || gate.adapter.remote || kind !== 'tiers') return undefined;
    return chain(library.list(kind, context), (tiers) => {
      const tier = tiers.find((one) => one.id === id);
      if (tier && tellTier(tier, grant.mayAsk) !== tier) {
        throw refuse('forbidden', 'the tier has conditions that are out of bounds for you', operation);
      }
    });
  };
  /** What the user may know of who points at something. */
  const tellUses = (pass: Pass, uses: readonly Use[], context: Context): Now<Use[]> => {
    if (pass.grant.isFull) return [...uses];
    return chain(library.list('segments', context), (segments) =>
      chain(library.list('rules', context), (rules) => {
        const known = new Set([
          ...segments.flatMap((item) => tellItem(pass, 'segments', item)).map(({ id }) => `segments:${id}`),
          ...rules.flatMap((item) => tellItem(pass, 'rules', item)).map(({ id }) => `rules:${id}`),
        ]);
        return uses.map((use) =>
          (use.kind === 'segments' || use.kind === 'rules') && !known.has(`${use.kind}:${use.id}`)
            ? { ...use, id: null, name: null }
            : use,
        );
      }),
    );
  };

  return {
    list: <K extends LibraryKind>(kind: K, context: Context) =>
      gate.enter('library.list', context, (pass, inner) =>
        chain(library.list(kind, inner), (items) => items.flatMap((item) => tellItem(pass, kind, item))),
      ),

    save: (kind, item, context) =>
      gate.write('library.save', context, async (pass, inner) => {
        const operation = 'library.save';
        if (item.version !== null) checkVersion(item.version, operation);
        if (!pass.grant.isFull) checkAsked(pass, kind, item as Partial<LibraryItem>, operation);
        await mustKnow(pass, kind, item.id, operation, inner);
        await mustSeeAll(pass, kind, item.id, operation, inner);
        const saved = await library.save(kind, item, inner);
        gate.forget(context.tenant);
        return tellItem(pass, kind, saved)[0] ?? saved;
      }),

    remove: (kind, id, version, context) =>
      gate.write('library.remove', context, async (pass, inner) => {
        checkVersion(version, 'library.remove');
        await mustKnow(pass, kind, id, 'library.remove', inner);
        try {
          await library.remove(kind, id, version, inner);
        } catch (error) {
          const uses = isClienteleError(error) ? error.detail.uses : undefined;
          if (!isClienteleError(error) || !uses) throw error;
          const told = await tellUses(pass, uses as Use[], inner);
          throw new ClienteleError(error.code, error.message, { ...error.detail, uses: told }, error.cause);
        } finally {
          gate.forget(context.tenant);
        }
      }),

    uses: (kind, id, context) =>
      gate.enter('library.uses', context, (pass, inner) =>
        chain(mustKnow(pass, kind, id, 'library.uses', inner), () =>
          chain(library.uses(kind, id, inner), (uses) => tellUses(pass, uses, inner)),
        ),
      ),

    sizes: (segment, context) =>
      gate.enter('library.sizes', context, (pass, inner) => {
        if (pass.grant.branches !== null) {
          throw refuse('forbidden', 'sizes are those of all branches', 'library.sizes');
        }
        return chain(mustKnow(pass, 'segments', segment, 'library.sizes', inner), () =>
          library.sizes(segment, inner),
        );
      }),
  };
}

/** The item as the user gets it: nothing of one whose conditions or field they may not know of. */
function tellItem<K extends LibraryKind>({ grant }: Pass, kind: K, item: LibraryItems[K]): LibraryItems[K][] {
  if (grant.isFull) return [item];
  if (kind === 'segments') return grant.mayAsk((item as Segment).document) ? [item] : [];
  if (kind === 'rules') {
    const { where, field } = item as Rule;
    const isKnown = grant.visible.fields.has(field) && !grant.masked.has(field);
    return isKnown && grant.mayAsk(where) ? [item] : [];
  }
  return kind === 'tiers' ? [tellTier(item as ListItem, grant.mayAsk) as LibraryItems[K]] : [item];
}

/** Nobody keeps a question that they may not ask: its size would answer it. */
function checkAsked(
  { grant, questions }: Pass,
  kind: LibraryKind,
  item: Partial<LibraryItem>,
  operation: string,
): void {
  const { document } = item as Partial<Segment>;
  const { where, field } = item as Partial<Rule>;
  if (kind === 'segments' && document) questions.document(document, operation, 'document');
  if ((kind === 'rules' || kind === 'tiers') && where) questions.document(where, operation, 'where');
  if (kind !== 'rules' || field === undefined) return;
  if (grant.hidden.has(field)) {
    const message = `there is no field "${field.slice(0, 80)}"`;
    throw invalid([{ path: ['field'], code: 'unknown_field', message }], operation);
  }
  if (grant.masked.has(field)) throw refuse('forbidden', 'this field is masked for you', operation);
}

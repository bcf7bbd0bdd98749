import {
  invalid,
  isPersonal,
  type Context,
  type Id,
  type IngestItem,
  type IngestResult,
  type Now,
  type Patch,
  type RecordPatch,
  type RecordStore,
  type WriteContext,
} from '../../contract/index.js';
import { chain, together } from '../now.js';
import { mustBeWritable } from '../history.js';
import { isTellable } from '../personal.js';
import { refuse } from '../refuse.js';
import { fieldsById, validateValues } from '../validate.js';
import { checkVersion, checkWindow, mustSee, visibleOf } from './clients.js';
import type { Gate, Pass } from './gate.js';

export function guardRecords(gate: Gate, store: RecordStore): RecordStore {
  return {
    find: (query, context) =>
      gate.enter('records.find', context, (pass, inner) => {
        checkWindow(query.window, 'records.find');
        const where = pass.questions.records(query, 'records.find');
        const { grant } = pass;
        if (grant.branches !== null && query.client === undefined && !gate.adapter.remote) {
          throw refuse('forbidden', 'ask for the records of one client', 'records.find');
        }
        const kind = grant.visible.records.get(query.record) ?? { fields: [] };
        const isOwn = isPersonal(kind) && !gate.adapter.remote;
        const seen =
          query.client === undefined ? undefined : mustSee(gate, pass, query.client, 'records.find', inner);
        return chain(seen, () =>
          chain(store.find(where === undefined ? query : { ...query, where }, inner), (page) => {
            // Texts are compared folded, and ids of actors are not.
            const items = isOwn ? page.items.filter((one) => isTellable(kind, one, inner)) : page.items;
            return grant.isFull && !isOwn ? page : { ...page, items: items.map(pass.filter.record) };
          }),
        );
      }),

    counts: (client, context) =>
      gate.enter('records.counts', context, (pass, inner) => {
        if (gate.adapter.remote && store.counts) return store.counts(client, inner);
        return chain(mustSee(gate, pass, client, 'records.counts', inner), () =>
          countOf(store, client, pass, inner),
        );
      }),

    save: (input, context) =>
      gate.write('records.save', context, (pass, inner) => {
        mustBeWritable(input.record, 'records.save', input.version === null);
        if (input.version !== null) checkVersion(input.version, 'records.save');
        const patch = checkValues(input.record, sign(input, pass, inner), 'patch', pass);
        return chain(mustSee(gate, pass, input.client, 'records.save', inner), async () =>
          pass.filter.record(await store.save({ ...input, patch }, inner)),
        );
      }),

    remove: (input, context) =>
      gate.write('records.remove', context, (pass, inner) => {
        mustBeWritable(input.record, 'records.remove', false);
        checkVersion(input.version, 'records.remove');
        pass.questions.records({ record: input.record }, 'records.remove');
        return store.remove(input, inner);
      }),
  };
}

/** By kind, of the kinds that the user may see. What only its author may know of is not counted for others. */
function countOf(
  store: RecordStore,
  client: Id,
  { grant, questions }: Pass,
  context: Context,
): Now<Record<string, number>> {
  const { visible, description } = grant;
  const kinds = description.capabilities.records.filter((id) => visible.records.has(id));
  return chain(store.counts?.(client, context), (counted) => {
    const numbers = kinds.map((record): Now<number> => {
      const where = questions.records({ record }, 'records.counts');
      if (counted && where === undefined) return counted[record] ?? 0;
      const narrowed = where === undefined ? {} : { where };
      return chain(
        store.find({ record, client, ...narrowed, window: { at: 0, size: 1 } }, context),
        ({ total, items }) => total ?? items.length,
      );
    });
    return chain(together(numbers), (all) => Object.fromEntries(kinds.map((kind, i) => [kind, all[i] ?? 0])));
  });
}

/** A new record of a kind that its author may keep to themselves bears the name of who writes it. */
function sign({ record, version, patch }: RecordPatch, { grant }: Pass, context: Context): Patch {
  const kind = grant.visible.records.get(record);
  const { actor } = grant.description;
  const isNew = version === null && kind !== undefined && isPersonal(kind);
  const isNamed = isNew && actor.name !== '' && actor.id === context.actor;
  return isNamed && kind.fields.some(({ id }) => id === 'author') ? { ...patch, author: actor.name } : patch;
}

/** Values of a record, checked by its kind as the user knows it. */
function checkValues(record: string, values: unknown, at: string, { grant, questions }: Pass) {
  const operation = at === 'patch' ? 'records.save' : 'ingest';
  questions.records({ record }, operation);
  const kind = grant.visible.records.get(record);
  const masks = grant.maskedOf.get(record);
  const checked = validateValues(values, fieldsById(kind?.fields ?? []), { lists: grant.description.lists });
  if (!checked.ok) {
    throw invalid(
      checked.issues.map((issue) => ({ ...issue, path: [at, ...issue.path] })),
      operation,
    );
  }
  const closed = Object.keys(checked.patch).find((key) => masks?.has(key));
  if (closed !== undefined) throw refuse('forbidden', `${closed} is masked for you`, operation);
  return checked.patch;
}

type Ingest = (items: readonly IngestItem[], context: WriteContext) => Promise<IngestResult[]>;

/** Bookings find their client in the whole base, but nobody is told of one that they do not see. */
export function guardIngest(gate: Gate, ingest: Ingest): Ingest {
  return (items, context) =>
    gate.write('ingest', context, async (pass, inner) => {
      const { branches } = pass.grant;
      const own = branches?.length === 1 ? branches[0] : undefined;
      const checked: IngestItem[] = [];
      for (const item of items) {
        const { client } = item;
        mustBeWritable(item.record, 'ingest');
        let told: IngestItem = { ...item, values: checkValues(item.record, item.values, 'values', pass) };
        if ('id' in client) await mustSee(gate, pass, client.id, 'ingest', inner);
        else if (branches !== null && (client.branch === undefined || !branches.includes(client.branch))) {
          if (client.branch !== undefined || own === undefined) {
            throw refuse('forbidden', 'the client must be in one of your branches', 'ingest');
          }
          told = { ...told, client: { ...client, branch: own } };
        }
        checked.push(told);
      }
      const results = await ingest(checked, inner);
      if (branches === null) return results;
      const named = results.flatMap(({ client, candidates = [] }) => [
        ...(client ? [client] : []),
        ...candidates,
      ]);
      const seen = new Set(await visibleOf(gate, pass, [...new Set(named)], inner));
      return results.map(({ candidates, client, ...result }) => ({
        ...result,
        client: client !== null && seen.has(client) ? client : null,
        ...(candidates ? { candidates: candidates.filter((id) => seen.has(id)) } : {}),
      }));
    });
}

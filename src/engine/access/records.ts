import {
  invalid,
  type IngestItem,
  type IngestResult,
  type RecordStore,
  type WriteContext,
} from '../../contract/index.js';
import { chain } from '../now.js';
import { mustBeWritable } from '../history.js';
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
        const seen =
          query.client === undefined ? undefined : mustSee(gate, pass, query.client, 'records.find', inner);
        return chain(seen, () =>
          chain(store.find(where === undefined ? query : { ...query, where }, inner), (page) =>
            grant.isFull ? page : { ...page, items: page.items.map(pass.filter.record) },
          ),
        );
      }),

    save: (input, context) =>
      gate.write('records.save', context, (pass, inner) => {
        mustBeWritable(input.record, 'records.save');
        if (input.version !== null) checkVersion(input.version, 'records.save');
        const patch = checkValues(input.record, input.patch, 'patch', pass);
        return chain(mustSee(gate, pass, input.client, 'records.save', inner), async () =>
          pass.filter.record(await store.save({ ...input, patch }, inner)),
        );
      }),

    remove: (input, context) =>
      gate.write('records.remove', context, (pass, inner) => {
        mustBeWritable(input.record, 'records.remove');
        checkVersion(input.version, 'records.remove');
        pass.questions.records({ record: input.record }, 'records.remove');
        return store.remove(input, inner);
      }),
  };
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

import {
  invalid,
  isSafeText,
  MAX_WINDOW,
  type Adapter,
  type Client,
  type Context,
  type Id,
  type Now,
  type Patch,
  type Save,
  type Selection,
  type Window,
} from '../../contract/index.js';
import { isInBranches } from '../branches.js';
import { chain, together } from '../now.js';
import { refuse } from '../refuse.js';
import { validatePatch } from '../validate.js';
import type { Gate, Pass } from './gate.js';

const BLOCK_FIELDS: ReadonlySet<string> = new Set(['blocked', 'blockReason']);
const ID = /^[\w.:-]{1,64}$/;

/** Passes when the user may see the client; a foreign one answers like an unknown one. Costs a look-up, so a server is not asked twice. */
export function mustSee(gate: Gate, pass: Pass, id: Id, operation: string, context: Context): Now<void> {
  if (pass.grant.branches === null || gate.adapter.remote) return undefined;
  return chain(gate.adapter.get(id, context, ['branch']), (client) => {
    if (!isInBranches(client, context)) throw refuse('not_found', 'no such client', operation);
  });
}

/** Of these ids those that the user may see: in the order given, unknown and foreign ones left out alike. */
export function visibleOf(gate: Gate, pass: Pass, ids: readonly Id[], context: Context): Now<Id[]> {
  if (pass.grant.branches === null || gate.adapter.remote) return [...ids];
  const seen = ids.map((id): Now<Id[]> => {
    const none = (): Id[] => [];
    try {
      const looked = mustSee(gate, pass, id, 'get', context);
      return chain(looked instanceof Promise ? looked.then(() => [id], none) : [id], (found) => found);
    } catch {
      return none();
    }
  });
  return chain(together(seen), (found) => found.flat());
}

/** A selection that holds nobody whom the user may not see. */
export function narrowSelection(
  gate: Gate,
  pass: Pass,
  selection: Selection,
  operation: string,
  context: Context,
): Now<Selection> {
  if ('found' in selection) {
    return { ...selection, found: pass.questions.where(selection.found, operation) };
  }
  if (pass.grant.branches === null) return selection;
  return chain(visibleOf(gate, pass, selection.ids, context), ([first, ...rest]): Selection => {
    if (first === undefined) throw refuse('not_found', 'no such client', operation);
    return { ids: [first, ...rest] };
  });
}

export function checkWindow(window: Window, operation: string): void {
  const { size } = window;
  const at = 'at' in window ? window.at : 0;
  const isRight =
    Number.isSafeInteger(size) && size >= 1 && size <= MAX_WINDOW && Number.isSafeInteger(at) && at >= 0;
  if (!isRight) {
    const message = `a window holds 1 to ${MAX_WINDOW} rows from a position of 0 or more`;
    throw invalid(
      [{ path: ['window'], code: 'out_of_range', message, params: { max: MAX_WINDOW } }],
      operation,
    );
  }
}

type Core = Pick<Adapter, 'find' | 'count' | 'get' | 'save' | 'remove'>;

export function guardClients(gate: Gate): Core {
  const { adapter } = gate;
  const tell = ({ grant, filter }: Pass, client: Client, operation: string, context: Context): Client => {
    const isSeen = isInBranches(client, context) || adapter.remote === true;
    const isThere = client.removedAt === undefined || grant.permissions.has('restore');
    if (!isSeen || !isThere) throw refuse('not_found', 'no such client', operation);
    return filter.client(client);
  };

  return {
    find: (query, context) =>
      gate.enter('find', context, (pass, inner) => {
        checkWindow(query.window, 'find');
        const where = pass.questions.where(query.where, 'find');
        pass.questions.sort(query.sort, 'find');
        pass.questions.fields(query.fields, 'find');
        return chain(adapter.find({ ...query, where }, inner), (page) =>
          pass.grant.isFull ? page : { ...page, items: pass.filter.clients(page.items) },
        );
      }),

    count: (document, context, options) =>
      gate.enter('count', context, ({ grant, questions }, inner) => {
        if (options?.token && !grant.description.capabilities.token) {
          throw refuse('unsupported', 'the adapter has no snapshot tokens', 'count');
        }
        return adapter.count(questions.where(document, 'count'), inner, options);
      }),

    get: (id, context, fields) =>
      gate.enter('get', context, (pass, inner) => {
        pass.questions.fields(fields, 'get');
        // Whether the client may be seen hangs on its branch, whatever is asked for.
        const needsBranch = pass.grant.branches !== null && !adapter.remote;
        const asked = fields && needsBranch ? [...fields, 'branch'] : fields;
        return chain(adapter.get(id, inner, asked), (client) => {
          const told = tell(pass, client, 'get', inner);
          if (asked === fields || fields?.includes('branch')) return told;
          const { branch: _, ...rest } = told;
          return rest as Client;
        });
      }),

    save: (input, context) =>
      gate.write('save', context, (pass, inner) => {
        const patch = checkSave(input, pass);
        const seen = input.version === null ? undefined : mustSee(gate, pass, input.id, 'save', inner);
        return chain(seen, async () => {
          const { id, version, source } = input;
          const told = source === undefined ? {} : { source };
          const saved = await adapter.save({ id, version, patch, ...told }, inner);
          return pass.filter.client(saved);
        });
      }),

    remove: (id, version, context) =>
      gate.write('remove', context, (pass, inner) => {
        checkVersion(version, 'remove');
        return chain(mustSee(gate, pass, id, 'remove', inner), () => adapter.remove(id, version, inner));
      }),
  };
}

export function checkVersion(version: number | undefined, operation: string): void {
  if (version === undefined) throw refuse('version_required', 'say which version is meant', operation);
  if (!Number.isSafeInteger(version)) {
    throw invalid(
      [{ path: ['version'], code: 'wrong_type', message: 'a whole number is wanted' }],
      operation,
    );
  }
}

/** Permissions by what the patch touches, its values by the catalogue, its branch by the user's own. */
function checkSave({ id, version, patch, source }: Save, { grant }: Pass): Patch {
  if (version !== null) checkVersion(version, 'save');
  if (typeof id !== 'string' || !ID.test(id)) {
    throw invalid([{ path: ['id'], code: 'wrong_type', message: 'an id is wanted' }], 'save');
  }
  if (source !== undefined && !(typeof source === 'string' && source.length <= 200 && isSafeText(source))) {
    throw invalid([{ path: ['source'], code: 'wrong_type', message: 'a short text is wanted' }], 'save');
  }
  const { visible, permissions, masked, branches } = grant;
  const creating = version === null;
  const checked = validatePatch(patch, visible, { creating, lists: grant.description.lists });
  if (!checked.ok)
    throw invalid(
      checked.issues.map((issue) => ({ ...issue, path: ['patch', ...issue.path] })),
      'save',
    );
  const written = checked.patch;
  const keys = Object.keys(written);
  const needed = keys.map((key) => {
    if (BLOCK_FIELDS.has(key)) return 'block';
    return visible.fields.get(key)?.origin === 'loose' ? 'see' : 'edit';
  });
  const wanted = creating ? ['create', ...needed.filter((permission) => permission === 'block')] : needed;
  const lacking = (wanted as readonly ('create' | 'edit' | 'block' | 'see')[]).find(
    (permission) => !permissions.has(permission),
  );
  if (lacking) throw refuse('forbidden', `this needs the permission ${lacking}`, 'save');
  const closed = keys.find((key) => masked.has(key));
  if (closed !== undefined && !creating) {
    throw refuse('forbidden', `${closed} is masked for you, so you cannot change it`, 'save');
  }
  if (branches === null) return written;
  return inOwnBranch(written, creating, branches);
}

/** A user of one branch makes clients in it without saying so; nobody moves one into a branch that they do not see. */
function inOwnBranch(patch: Patch, creating: boolean, branches: readonly Id[]): Patch {
  const { branch } = patch;
  const [only] = branches;
  if (branch === undefined && !creating) return patch;
  if (branch === undefined && branches.length === 1 && only !== undefined) return { ...patch, branch: only };
  if (typeof branch === 'string' && branches.includes(branch)) return patch;
  throw refuse('forbidden', 'the client must be in one of your branches', 'save');
}

import {
  invalid,
  type Action,
  type ActionRequest,
  type Client,
  type FieldId,
  type Id,
  type Issue,
  type Lists,
  type Plan,
  type RowReason,
  type Selection,
  type WriteContext,
} from '../../contract/index.js';
import { offered } from '../library/check.js';
import { isInBranches } from '../branches.js';
import { createBreather } from '../breathe.js';
import { refuse } from '../refuse.js';
import { SetToken } from '../token.js';
import { fieldsById, validateValues } from '../validate.js';
import type { Params } from './behaviours.js';
import { CHUNK, chunkOf, type PlanRow, type StoredPlan } from './documents.js';
import type { Machine } from './machine.js';
import { rowsDocument } from './packed.js';
import { isWord } from './words.js';

const SAMPLE = 5;
const OPERATION = 'jobs.plan';

/** The action's parameters, checked by its definition. @throws ClienteleError `invalid`. */
export function checkParams(action: Action, given: unknown, lists?: Lists): Params {
  const fields = fieldsById(action.params);
  const result = validateValues(given, fields, lists ? { lists } : {});
  const issues: Issue[] = result.ok ? [] : result.issues;
  const params = result.ok ? result.patch : {};
  for (const id of action.required) {
    if (result.ok && (params[id] === undefined || params[id] === null)) {
      issues.push({ path: [id], code: 'required', message: `${action.id} needs ${id}` });
    }
  }
  if (issues.length > 0) {
    throw invalid(
      issues.map((issue) => ({ ...issue, path: ['params', ...issue.path] })),
      OPERATION,
    );
  }
  return Object.fromEntries(Object.entries(params).filter(([, value]) => value !== null)) as Params;
}

/** Goes over the selection in id order, freezes who is in it, and says what would happen to each. Writes rows, but not yet the plan. */
export async function makePlan(
  machine: Machine,
  id: Id,
  request: ActionRequest,
  context: WriteContext,
): Promise<StoredPlan> {
  const { store, options } = machine;
  const { action, behaviour } = machine.known(request.action, OPERATION);
  const lists = await machine.lists(context);
  const params = checkParams(action, request.params, lists && offered(lists));
  if (request.word !== undefined && !isWord(machine.words, action.id, request.word)) {
    throw invalid([{ path: ['word'], code: 'wrong_word', message: 'this is not the word' }], OPERATION);
  }
  const acting = machine.acting(context);
  const breathe = createBreather();
  const reasons = new Map<RowReason, { count: number; sample: Id[] }>();
  const sample: Id[] = [];
  let pending: PlanRow[] = [];
  let chunks = 0;
  let total = 0;
  let affected = 0;

  const flush = async () => {
    if (pending.length === 0) return;
    await store.commit([], [rowsDocument('plan-rows', chunkOf(id, chunks), pending)], context);
    chunks++;
    pending = [];
  };
  const judge = (client: Client | null): RowReason | null => {
    if (!client || (client.removedAt !== undefined && !behaviour.removed)) return 'gone';
    const verdict = behaviour.plan(client, params, acting);
    return verdict === 'affect' ? null : verdict.skip;
  };

  for await (const rows of walk(machine, request.selection, behaviour.fields, context)) {
    for (const { id: client, version, value } of rows) {
      const reason = judge(value);
      pending.push({ id: client, version, reason });
      total++;
      if (reason === null) {
        affected++;
        if (sample.length < SAMPLE) sample.push(client);
      } else {
        const told = reasons.get(reason) ?? { count: 0, sample: [] };
        told.count++;
        if (told.sample.length < SAMPLE) told.sample.push(client);
        reasons.set(reason, told);
      }
      if (pending.length === CHUNK) await flush();
    }
    await breathe();
    if (total > options.mostRows) {
      throw refuse('too_large', `a job takes at most ${options.mostRows} clients`, OPERATION);
    }
  }
  await flush();
  const plan: Plan = {
    id,
    action: action.id,
    params: { ...params },
    total,
    affected,
    skipped: total - affected,
    reasons: [...reasons].map(([reason, told]) => ({ reason, ...told })),
    sample,
    createdAt: new Date(store.now()).toISOString(),
    expiresAt: new Date(store.now() + options.planLife).toISOString(),
  };
  const confirmed = action.confirm !== 'word' || affected <= 1 || request.word !== undefined;
  return { rev: 1, plan, chunks, confirmed, job: null, actor: context.actor, role: context.role };
}

interface Frozen {
  id: Id;
  version: number;
  value: Client | null;
}

/** The clients of a selection, a chunk at a time. Those outside the user's branches are as unknown as ids that never were. */
async function* walk(
  { store }: Machine,
  selection: Selection,
  looked: readonly FieldId[] | undefined,
  context: WriteContext,
): AsyncGenerator<Frozen[]> {
  const fields = looked && [...looked, 'branch'];
  const read = async (ids: readonly Id[]) => {
    const clients = await store.read(ids, context, fields);
    return ids.map((id, index) => {
      const client = clients[index] ?? null;
      return client && isInBranches(client, context) ? client : null;
    });
  };
  if ('ids' in selection) {
    const ids = [...new Set(selection.ids)].sort();
    for (let at = 0; at < ids.length; at += CHUNK) {
      const part = ids.slice(at, at + CHUNK);
      const clients = await read(part);
      yield part.map((id, index) => {
        const value = clients[index] ?? null;
        return { id, version: value?.version ?? 0, value };
      });
    }
    return;
  }
  // Everything found is looked at, also what is excepted: the token that was confirmed covers it.
  const whole = { ...selection, except: [] };
  const except = new Set(selection.except);
  const token = new SetToken();
  let after: Id | null = null;
  for (;;) {
    const part: { id: Id; version: number }[] = await store.walk(whole, after, CHUNK, context);
    const last = part.at(-1);
    if (!last) break;
    after = last.id;
    for (const { id } of part) token.add(id);
    const kept = part.filter(({ id }) => !except.has(id));
    const clients = await read(kept.map(({ id }) => id));
    yield kept.map(({ id, version }, index) => ({ id, version, value: clients[index] ?? null }));
    if (part.length < CHUNK) break;
  }
  const isSame = selection.token === '' || selection.token === token.toString();
  if (token.count !== selection.count || !isSame) {
    throw refuse('conflict', 'other clients match now than when this was confirmed', OPERATION, {
      before: selection.count,
      now: token.count,
    });
  }
}

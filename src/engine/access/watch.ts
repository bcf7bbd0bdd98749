import type { Change, Context } from '../../contract/index.js';
import { visibleOf } from './clients.js';
import { tellError } from './errors.js';
import type { Gate, Pass } from './gate.js';

type Watch = (since: string | null, context: Context) => AsyncIterable<Change>;

/** The stream without what the user may not know of. */
export function guardWatch(gate: Gate, watch: Watch): Watch {
  return async function* (since, context) {
    // The first pass says whether the user may listen at all; later ones follow their rights.
    let inner = await gate.enter('watch', context, (_, scope) => scope);
    try {
      for await (const change of watch(since, inner)) {
        if (change.kind === 'description') gate.forget(context.tenant);
        const pass = await gate.pass(context);
        inner = { ...inner, branches: pass.grant.branches, permissions: [...pass.grant.permissions] };
        const told = await tell(gate, pass, change, inner);
        if (told) yield told;
      }
    } catch (error) {
      throw tellError(error, 'watch', null);
    }
  };
}

async function tell(gate: Gate, pass: Pass, change: Change, context: Context): Promise<Change | null> {
  const { grant, filter } = pass;
  switch (change.kind) {
    case 'clients': {
      const fields = change.fields && filter.fields(change.fields);
      if (fields?.length === 0 && change.fields?.length !== 0) return null;
      const told: Change = fields ? { ...change, fields } : change;
      return grant.branches === null ? told : ofBranches(gate, pass, told, context);
    }
    case 'records': {
      if (!grant.visible.records.has(change.record)) return null;
      if (grant.branches === null || change.clients === 'many') return change;
      const clients = await visibleOf(gate, pass, change.clients, context);
      return clients.length === 0 ? null : { ...change, clients };
    }
    case 'job': {
      const { jobs, remote } = gate.adapter;
      if (grant.permissions.has('jobs.all') || remote || !jobs) return change;
      const job = await Promise.resolve(jobs.get(change.id, context)).catch(() => null);
      return job?.actor === context.actor ? change : null;
    }
    case 'views':
    case 'description':
    case 'lost':
      return change;
  }
}

/** Foreign ids are not named. A client that may just have left the user's branches, or was removed, is told as "something changed". */
async function ofBranches(
  gate: Gate,
  pass: Pass,
  change: Change & { kind: 'clients' },
  context: Context,
): Promise<Change | null> {
  const { ids, op, fields } = change;
  if (ids === 'many' || gate.adapter.remote) return change;
  const seen = await visibleOf(gate, pass, ids, context);
  if (seen.length === ids.length) return change;
  const mayHaveLeft = op === 'removed' || (op === 'updated' && (fields?.includes('branch') ?? true));
  if (mayHaveLeft) return { ...change, ids: 'many' as const };
  return seen.length === 0 ? null : { ...change, ids: seen };
}

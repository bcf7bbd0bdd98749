import {
  ClienteleError,
  invalid,
  type Client,
  type Id,
  type Save,
  type WriteContext,
} from '../../contract/index.js';
import { isInBranches, validatePatch, withIdempotency, type WriteOutcome } from '../../engine/index.js';
import type { Base } from './base.js';
import type { PostgresStore } from './store.js';

/** Creates or edits a client. @throws ClienteleError of the closed union */
export function saveClient(
  base: Base,
  store: PostgresStore,
  input: Save,
  context: WriteContext,
): Promise<Client> {
  const operation = 'save';
  return withIdempotency<Client>(store, operation, input, context, async (once) => {
    const { id, version, patch, source } = input;
    if (version === undefined) throw versionRequired(operation);
    await base.know({ fields: Object.keys(patch ?? {}) }, context);
    const { lists } = base.named;
    const checked = validatePatch(patch, base.setup.catalogue, { creating: version === null, lists });
    if (!checked.ok) throw invalid(checked.issues, operation);
    if (version !== null && context.branches) await mustBeWithin(store, id, operation, context);
    let answer: Client | null = null;
    const [outcome] = await store.commitDrafts(
      [
        {
          id,
          version,
          patch: checked.patch,
          ...(version === null ? { create: true as const } : {}),
          ...(source === undefined ? {} : { source }),
        },
      ],
      ([decided], drafts) => {
        const draft = drafts.get(id);
        if (!decided?.ok || !draft) return [];
        answer = base.reader(base.today).of(draft.values, draft);
        return [once.document(answer)];
      },
      context,
      once.guards,
    );
    if (!outcome!.ok) throw await refusal(store, outcome!, version, operation, context);
    return answer!;
  });
}

/** Removes a client; `restore` brings it back. @throws ClienteleError of the closed union */
export function removeClient(
  base: Base,
  store: PostgresStore,
  id: Id,
  version: number,
  context: WriteContext,
): Promise<void> {
  const operation = 'remove';
  return withIdempotency<void>(store, operation, { id, version }, context, async (once) => {
    if (version === undefined) throw versionRequired(operation);
    if (context.branches) await mustBeWithin(store, id, operation, context);
    const [outcome] = await store.commit(
      [{ id, version, remove: true }],
      ([result]) => (result?.ok ? [once.document()] : []),
      context,
      once.guards,
    );
    if (!outcome!.ok) throw await refusal(store, outcome!, version, operation, context);
  });
}

async function mustBeWithin(
  store: PostgresStore,
  id: Id,
  operation: string,
  context: WriteContext,
): Promise<void> {
  const [client] = await store.read([id], context, ['branch']);
  if (!client || !isInBranches(client, context))
    throw new ClienteleError('not_found', 'no such client', { operation });
}

function versionRequired(operation: string): ClienteleError {
  return new ClienteleError('version_required', 'say which version is changed; null makes a new client', {
    operation,
  });
}

async function refusal(
  store: PostgresStore,
  { id, reason, version: now }: WriteOutcome,
  version: number | null,
  operation: string,
  context: WriteContext,
): Promise<ClienteleError> {
  if (reason === 'gone') return new ClienteleError('not_found', 'no such client', { operation });
  if (reason !== 'changed') return new ClienteleError('invalid', 'this cannot be written', { operation });
  if (version === null)
    return new ClienteleError('conflict', 'there is a client with this id', { operation });
  return new ClienteleError('stale_version', 'the client was changed since', {
    operation,
    version: now,
    changed: await store.changedSince(id, version, context),
  });
}

import {
  ClienteleError,
  invalid,
  setValue,
  type Client,
  type Id,
  type Save,
  type WriteContext,
} from '../../contract/index.js';
import { validatePatch, withIdempotency, type Write, type WriteOutcome } from '../../engine/index.js';
import { statusOf } from '../../segments/index.js';
import { displayName } from '../../text/index.js';
import { age } from '../../time/index.js';
import type { Base } from './base.js';
import { clientReader } from './read.js';
import { isWithin } from './select.js';
import type { MemoryStore } from './store.js';

/** Creates or edits a client. @throws ClienteleError of the closed union */
export function saveClient(
  base: Base,
  store: MemoryStore,
  input: Save,
  context: WriteContext,
): Promise<Client> {
  const operation = 'save';
  return withIdempotency<Client>(store, operation, input, context, async (once) => {
    const { id, version, patch, source } = input;
    if (version === undefined) throw versionRequired(operation);
    const { lists } = base.named(context);
    const checked = validatePatch(patch, base.setup.catalogue, { creating: version === null, lists });
    if (!checked.ok) throw invalid(checked.issues, operation);
    const row = base.rowOf(id);
    if (version !== null && (row === -1 || !isWithin(base, row, context)))
      throw new ClienteleError('not_found', 'no such client', { operation });
    const write: Write = {
      id,
      version,
      patch: checked.patch,
      ...(version === null ? { create: true as const } : {}),
      ...(source === undefined ? {} : { source }),
    };
    let answer: Client | null = null;
    const outcomes = await store.commit(
      [write],
      ([outcome]) => {
        if (!outcome?.ok) return [];
        answer = overlay(base, outcome, checked.patch);
        return [once.document(answer)];
      },
      context,
      once.guards,
    );
    const outcome = outcomes[0]!;
    if (!outcome.ok) throw refusal(store, outcome, version, operation);
    return answer!;
  });
}

/** Removes a client; `restore` brings it back. @throws ClienteleError of the closed union */
export function removeClient(
  base: Base,
  store: MemoryStore,
  id: Id,
  version: number,
  context: WriteContext,
): Promise<void> {
  const operation = 'remove';
  return withIdempotency<void>(store, operation, { id, version }, context, async (once) => {
    if (version === undefined) throw versionRequired(operation);
    const row = base.rowOf(id);
    if (row === -1 || !isWithin(base, row, context))
      throw new ClienteleError('not_found', 'no such client', { operation });
    const [outcome] = await store.commit(
      [{ id, version, remove: true }],
      ([result]) => (result?.ok ? [once.document()] : []),
      context,
      once.guards,
    );
    if (!outcome!.ok) throw refusal(store, outcome!, version, operation);
  });
}

function versionRequired(operation: string): ClienteleError {
  return new ClienteleError('version_required', 'say which version is changed; null makes a new client', {
    operation,
  });
}

function refusal(
  store: MemoryStore,
  { id, reason, version: now }: WriteOutcome,
  version: number | null,
  operation: string,
): ClienteleError {
  if (reason === 'gone') return new ClienteleError('not_found', 'no such client', { operation });
  if (reason !== 'changed') return new ClienteleError('invalid', 'this cannot be written', { operation });
  if (version === null)
    return new ClienteleError('conflict', 'there is a client with this id', { operation });
  return new ClienteleError('stale_version', 'the client was changed since', {
    operation,
    version: now,
    changed: store.changedSince(id, version),
  });
}

/** The client as it will be when the write stands. */
function overlay(base: Base, { id, version }: WriteOutcome, patch: Save['patch']): Client {
  const { settings, now } = base.setup;
  const row = base.rowOf(id);
  const client: Client = row === -1 ? { id, version } : clientReader(base, base.today)(row);
  const isNew = row === -1;
  const moved = client.version !== version || isNew;
  client.version = version;
  for (const [field, value] of Object.entries(patch)) setValue(client, field, value);
  if (client.custom && Object.keys(client.custom).length === 0) delete client.custom;
  const at = new Date(now()).toISOString();
  if (isNew) client.createdAt = at;
  if (moved) client.updatedAt = at;
  setValue(client, 'name', displayName(client, settings.nameOrder) || undefined);
  setValue(
    client,
    'age',
    client.birthday === undefined ? undefined : age(client.birthday, base.today, settings.leapBirthday),
  );
  setValue(client, 'status', statusOf(client, { today: base.today, settings }));
  return client;
}

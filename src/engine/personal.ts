import {
  isPersonal,
  type ClientRecord,
  type Context,
  type Id,
  type Node,
  type Patch,
  type RecordKind,
} from '../contract/index.js';
import { refuse } from './refuse.js';

/** Holds for the records of a personal kind that an actor may know of: those for all, and the actor's own. */
export function tellableTo(actor: Id): Node {
  return {
    kind: 'any',
    of: [
      { kind: 'field', field: 'audience', op: 'in', value: ['author'], not: true, orMissing: true },
      { kind: 'field', field: 'actor', op: 'is', value: actor },
    ],
  };
}

/** The same of one record. Kinds that are not personal are told to all. */
export function isTellable(
  kind: Pick<RecordKind, 'fields'>,
  { values }: Pick<ClientRecord, 'values'>,
  { actor }: Pick<Context, 'actor'>,
): boolean {
  return !isPersonal(kind) || values['audience'] !== 'author' || values['actor'] === actor;
}

/**
 * What is to be written on a record of a personal kind: a new one is signed with the actor, and nobody signs for another or takes another's
 * from the others. `standing`: the record as it stands; null: there is none.
 * @throws ClienteleError `not_found` for what its author keeps to themselves, `forbidden` for what only the author may do
 */
export function signed(
  kind: Pick<RecordKind, 'fields'>,
  standing: Pick<ClientRecord, 'values'> | null,
  patch: Patch,
  context: Pick<Context, 'actor'>,
  operation: string,
): Patch {
  if (!isPersonal(kind)) return patch;
  const { actor: _, ...rest } = patch;
  if (standing === null) return { ...rest, actor: context.actor };
  if (!isTellable(kind, standing, context)) throw refuse('not_found', 'no such record', operation);
  if (rest['audience'] === 'author' && standing.values['actor'] !== context.actor)
    throw refuse('forbidden', 'only its author may keep it from the others', operation);
  return rest;
}

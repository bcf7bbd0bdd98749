import type { Client } from '../contract/client.js';
import { isClienteleError } from '../contract/plain/errors.js';
import type { Page } from '../contract/query.js';
import type { ClientRecord } from '../contract/records.js';
import type { FieldId, Id } from '../contract/values.js';
import type { Session } from './types.js';

/** Somebody with whom a client belongs together. */
export interface HouseholdMember {
  id: Id;
  /** What they are to the client: `parent` says that this is the client's parent. Null: it is not said. */
  relation: string | null;
  /** Null unless `present`. */
  client: Client | null;
  /** `removed`: in the bin; `unknown`: erased, out of the user's branches, or never there. */
  state: 'present' | 'removed' | 'unknown';
  /** The record that says so. */
  record: ClientRecord;
  /** True: it hangs on the other one, and is read from their side. */
  isTheirs: boolean;
}

const MOST = 200;
const FIELDS: FieldId[] = ['name', 'firstName', 'lastName', 'photo', 'birthday', 'phones', 'lastVisit'];
const TURNED: Readonly<Record<string, string>> = { parent: 'child', child: 'parent' };

/** A relation as it is from the other side: a parent's is a child. */
export function turnedRelation(relation: string): string {
  return TURNED[relation] ?? relation;
}

/**
 * Who belongs to a client, in the order in which they came. A relation is written once and holds for both: what is written on the others is
 * read too, save for users who see some branches alone. Who is written on both sides is there once, as the client's own record has it.
 * @throws ClienteleError of the closed union
 */
export async function householdOf(
  session: Pick<Session, 'records' | 'get' | 'catalogue'>,
  client: Id,
): Promise<HouseholdMember[]> {
  if (!session.catalogue.records.has('relations')) return [];
  const [own, others] = await Promise.all([relations(session, client), relationsTo(session, client)]);
  const members = new Map<Id, { relation: string | null; record: ClientRecord; isTheirs: boolean }>();
  const say = ({ values }: ClientRecord) =>
    typeof values['relation'] === 'string' ? values['relation'] : null;
  for (const record of own) {
    const { to } = record.values;
    if (typeof to === 'string' && to !== client && !members.has(to))
      members.set(to, { relation: say(record), record, isTheirs: false });
  }
  for (const record of others) {
    if (record.client === client || members.has(record.client)) continue;
    const said = say(record);
    const relation = said === null ? null : turnedRelation(said);
    members.set(record.client, { relation, record, isTheirs: true });
  }
  return Promise.all(
    [...members].map(async ([id, member]) => ({ id, ...member, ...(await person(session, id)) })),
  );
}

const sort = [{ field: 'since', dir: 'asc' as const }];

async function relations(session: Pick<Session, 'records'>, client: Id): Promise<ClientRecord[]> {
  return (await session.records({ record: 'relations', client, sort, window: { at: 0, size: MOST } })).items;
}

async function relationsTo(session: Pick<Session, 'records'>, client: Id): Promise<ClientRecord[]> {
  let page: Page<ClientRecord>;
  try {
    page = await session.records({
      record: 'relations',
      where: { kind: 'field', field: 'to', op: 'is', value: client },
      sort,
      window: { at: 0, size: MOST },
    });
  } catch (error) {
    if (isClienteleError(error) && error.code === 'forbidden') return [];
    throw error;
  }
  // Texts are compared folded, and ids are not.
  return page.items.filter(({ values }) => values['to'] === client);
}

async function person(
  session: Pick<Session, 'get' | 'catalogue'>,
  id: Id,
): Promise<Pick<HouseholdMember, 'client' | 'state'>> {
  try {
    const client = await session.get(id, {
      fields: FIELDS.filter((field) => session.catalogue.fields.has(field)),
    });
    return client.removedAt === undefined ? { client, state: 'present' } : { client: null, state: 'removed' };
  } catch (error) {
    if (isClienteleError(error) && error.code === 'not_found') return { client: null, state: 'unknown' };
    throw error;
  }
}

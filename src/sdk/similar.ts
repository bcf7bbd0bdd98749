import type { Client, Patch } from '../contract/client.js';
import { isMasked } from '../contract/plain/values.js';
import type { Settings } from '../contract/description.js';
import type { SegmentDocument } from '../contract/segment.js';
import type { Contact, FieldId, Id, MaskedContact, Value } from '../contract/values.js';
import { digitsOf } from '../text/digits.js';
import { fold } from '../text/fold.js';
import { displayName } from '../text/names.js';
import { normalisePhone } from '../text/phone.js';
import type { ResultSet, Session } from './types.js';

/** What a form holds so far: a patch whose phones may be written in any way. */
export type SimilarDraft = Patch;

/** Why a client may be the one that is being typed, the strongest first. */
export type SimilarReason = 'phone' | 'email' | 'name' | 'birthday';

export interface Similar {
  client: Client;
  reasons: SimilarReason[];
}

type Rules = Pick<Settings, 'country' | 'nameOrder'>;

/** Digits from which on a phone says whose it is. */
const TELLING = 7;
/** A contact says more than a name, however common: names are looked for apart. */
const WEIGHTS: Record<SimilarReason, number> = { phone: 8, email: 8, name: 2, birthday: 1 };
const CANDIDATES = 50;
const FIELDS: readonly FieldId[] = [
  'name',
  'firstName',
  'lastName',
  'patronymic',
  'photo',
  'phones',
  'emails',
  'birthday',
  'lastVisit',
  'visits',
];

/**
 * Questions that find whoever may be the one in a draft: by phones and e-mails, and by a name of two words or more. They are quick searches, so
 * they find by the keys that the list finds by, and leave out what the user may not see. Empty: nothing in the draft says who it is.
 */
export function similarTo(draft: SimilarDraft, rules: Rules): SegmentDocument[] {
  const { phones, emails, name } = read(draft, rules);
  const contacts = [...phones.map((digits) => `+${digits}`), ...emails];
  const questions: SegmentDocument[] = [];
  const [first, ...rest] = contacts.map((text) => ({ kind: 'search' as const, text }));
  if (first)
    questions.push({ v: 1, where: rest.length === 0 ? first : { kind: 'any', of: [first, ...rest] } });
  if (name.includes(' ')) questions.push({ v: 1, where: { kind: 'search', text: name } });
  return questions;
}

/** Of the clients that were found those that are alike, the most alike first, each with the reasons. */
export function rankSimilar(draft: SimilarDraft, clients: Iterable<Client>, rules: Rules): Similar[] {
  const wanted = read(draft, rules);
  const ranked: (Similar & { weight: number })[] = [];
  for (const client of clients) {
    const reasons = reasonsFor(wanted, client, rules);
    const weight = reasons.reduce((sum, reason) => sum + WEIGHTS[reason], 0);
    if (weight > WEIGHTS.birthday) ranked.push({ client, reasons, weight });
  }
  ranked.sort((a, b) => b.weight - a.weight || (a.client.id < b.client.id ? -1 : 1));
  return ranked.map(({ client, reasons }) => ({ client, reasons }));
}

/**
 * Who in the base may be the one in a draft; the most alike first, at most `limit` (5). `except`: the client who is being edited.
 * @throws ClienteleError of the closed union; `aborted` when the signal says that a newer draft is there
 */
export async function findSimilar(
  session: Pick<Session, 'open' | 'description'>,
  draft: SimilarDraft,
  { except, limit = 5, signal }: { except?: Id; limit?: number; signal?: AbortSignal } = {},
): Promise<Similar[]> {
  const rules = session.description?.settings;
  if (!rules) return [];
  const found = new Map<Id, Client>();
  const results = similarTo(draft, rules).map((where) =>
    session.open({ where, sort: [], fields: FIELDS.filter((field) => isTold(session, field)) }),
  );
  try {
    await Promise.all(results.map((result) => loaded(result, signal)));
    for (const result of results) {
      for (const client of result.rows(0, CANDIDATES)) {
        if (client && client.id !== except && client.removedAt === undefined) found.set(client.id, client);
      }
    }
  } finally {
    for (const result of results) result.close();
  }
  return rankSimilar(draft, found.values(), rules).slice(0, limit);
}

function isTold({ description }: Pick<Session, 'description'>, field: FieldId): boolean {
  return !(description?.rights.hidden.includes(field) ?? false);
}

/** Waits for the first rows of a result. */
function loaded(result: ResultSet, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    let stop = (): void => undefined;
    const look = (): void => {
      const rows = result.rows(0, CANDIDATES);
      if (signal?.aborted) reject(signal.reason as Error);
      else if (result.state === 'error') reject(result.error ?? new Error('the question failed'));
      else if (result.state === 'loading' || rows.some((row) => row === undefined)) return;
      else resolve();
      stop();
      signal?.removeEventListener('abort', look);
    };
    stop = result.subscribe(look);
    signal?.addEventListener('abort', look);
    look();
  });
}

interface Read {
  /** Digits of phones, with their calling code where it is known. */
  phones: string[];
  /** Folded. */
  emails: string[];
  /** Folded, in the base's order. */
  name: string;
  words: readonly string[];
  birthday: string;
}

function read(draft: SimilarDraft, { country, nameOrder }: Rules): Read {
  const text = (field: FieldId): string => {
    const value = draft[field];
    return typeof value === 'string' ? value : '';
  };
  const parts = { firstName: text('firstName'), lastName: text('lastName'), patronymic: text('patronymic') };
  const name = fold(displayName(parts, nameOrder) || text('name'));
  return {
    phones: addressesOf(draft['phones']).flatMap((raw) => digitsOfPhone(raw, country)),
    emails: addressesOf(draft['emails']).flatMap((raw) => (/.@.+\../.test(raw) ? [fold(raw)] : [])),
    name,
    words: name === '' ? [] : name.split(' '),
    birthday: text('birthday'),
  };
}

function digitsOfPhone(raw: string, country: string): string[] {
  const phone = normalisePhone(raw, country);
  if ('e164' in phone) return [digitsOf(phone.e164)];
  const digits = digitsOf(raw).replace(/^0+/, '');
  return digits.length >= TELLING ? [digits] : [];
}

function addressesOf(value: Value | readonly (Contact | MaskedContact)[] | null | undefined): string[] {
  if (!Array.isArray(value)) return [];
  return (value as readonly (string | Contact | MaskedContact)[]).flatMap((entry) =>
    typeof entry === 'string' ? [entry] : isMasked(entry) ? [] : [entry.value],
  );
}

function reasonsFor(wanted: Read, client: Client, { nameOrder }: Rules): SimilarReason[] {
  const reasons: SimilarReason[] = [];
  const phones = addressesOf(client.phones).map(digitsOf);
  // A number without its calling code is the end of the one with it.
  if (wanted.phones.some((digits) => phones.some((phone) => phone.endsWith(digits)))) reasons.push('phone');
  const emails = new Set(addressesOf(client.emails).map(fold));
  if (wanted.emails.some((email) => emails.has(email))) reasons.push('email');
  const words = new Set(fold(displayName(client, nameOrder) || (client.name ?? '')).split(' '));
  if (wanted.words.length > 1 && wanted.words.every((word) => words.has(word))) reasons.push('name');
  if (wanted.birthday !== '' && wanted.birthday === client.birthday) reasons.push('birthday');
  return reasons;
}

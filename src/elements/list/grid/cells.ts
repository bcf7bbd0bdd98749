import { html, nothing, type TemplateResult } from 'lit';
import { Ban, Bell, BellOff, BellRing, Check, MailX } from 'lucide';
import {
  isMasked,
  isNumeric,
  valueOf,
  type Client,
  type Contact,
  type Field,
  type ListItem,
  type MaskedContact,
  type Status,
} from '../../../contract/index.js';
import type { Formatter, Session } from '../../../sdk/types.js';
import type { Hue } from '../../../theme/scheme.js';
import { avatar } from '../../parts/avatar.js';
import { badge, tag, type Tone } from '../../parts/badge.js';
import { icon, type IconNode } from '../../parts/icon.js';

/** Words that cells need; the list hands them down. */
export interface CellTerms {
  /** "2 more": of phones, e-mails and tags that do not fit. */
  more(count: number): string;
  yes: string;
  blocked: string;
  /** Name of the link of a client without a name. */
  nameless: string;
  subscribed: string;
  unsubscribed: string;
  muted: string;
  notMuted: string;
}

export interface CellContext {
  readonly session: Session;
  /** In the language of the list, which may differ from the session's. */
  readonly format: Formatter;
  readonly terms: CellTerms;
  /** Address of a client's card; null where there is none. */
  readonly hrefOf: ((id: string) => string) | null;
}

export type Cell = TemplateResult | string | typeof nothing;

const STATUS_TONES: Record<Status, Tone> = {
  potential: 'neutral',
  new: 'accent',
  regular: 'success',
  lost: 'warning',
};
const MOST_TAGS = 3;

interface Choice {
  name: string;
  hue: Hue | undefined;
}

interface KnownChoices {
  readonly lists: unknown;
  readonly byId: Map<string, Choice>;
}

/** By formatter first: fields outlive every session, and would hold the last one. */
const choicesByFormat = new WeakMap<Formatter, WeakMap<Field, KnownChoices>>();

/** Names and hues of a field's options, kept until the lists or the language change. */
export function choicesOf(field: Field, { session, format }: CellContext): Map<string, Choice> {
  const lists = session.description?.lists;
  let choicesByField = choicesByFormat.get(format);
  if (!choicesByField) choicesByFormat.set(format, (choicesByField = new WeakMap()));
  const known = choicesByField.get(field);
  if (known && known.lists === lists) return known.byId;
  const items: readonly ListItem[] = field.list ? (lists?.[field.list] ?? []) : [];
  const byId = new Map(
    items.map((item): [string, Choice] => [item.id, { name: format.label(item.name), hue: item.hue }]),
  );
  for (const option of field.options ?? [])
    byId.set(option.id, { name: format.field(field, option.id), hue: option.hue });
  choicesByField.set(field, { lists, byId });
  return byId;
}

/** Subscription and mute as two signs, so that all four combinations can be told apart. */
export function reachSigns(client: Client, terms: CellTerms): TemplateResult {
  const sign = (node: IconNode, label: string, tone: string) =>
    html`<span class="sign ${tone}" role="img" aria-label=${label} title=${label}>${icon(node)}</span>`;
  return html`${client.subscribed === false ? sign(MailX, terms.unsubscribed, '') : nothing}${
    client.muted ? sign(BellOff, terms.muted, 'warning') : nothing
  }${client.blocked ? sign(Ban, terms.blocked, 'danger') : nothing}`;
}

function nameCell(client: Client, { terms, hrefOf }: CellContext): TemplateResult {
  const name = client.name || terms.nameless;
  return html`<span class="mix"
    >${avatar({ id: client.id, name, photo: client.photo })}<a
      class="name truncate"
      part="name"
      tabindex="-1"
      href=${hrefOf?.(client.id) ?? nothing}
      ><bdi>${name}</bdi></a
    >${reachSigns(client, terms)}</span
  >`;
}

function contactsCell(
  field: Field,
  contacts: readonly (Contact | MaskedContact)[],
  { format, terms }: CellContext,
): Cell {
  const first = contacts[0];
  if (!first) return '';
  const text = contactText(field, first, format);
  const rest = contacts.length - 1;
  if (rest === 0) return html`<bdi>${text}</bdi>`;
  return html`<span class="mix"
    ><span class="truncate"><bdi>${text}</bdi></span
    ><span class="more" aria-label=${terms.more(rest)}>+${rest}</span></span
  >`;
}

export function contactText(field: Field, entry: Contact | MaskedContact, format: Formatter): string {
  return isMasked(entry) ? entry.masked : field.type === 'phones' ? format.phone(entry.value) : entry.value;
}

function tagsCell(field: Field, ids: readonly string[], context: CellContext): Cell {
  if (ids.length === 0) return '';
  const { terms } = context;
  const choices = choicesOf(field, context);
  const shown = ids.slice(0, MOST_TAGS);
  const rest = ids.slice(MOST_TAGS);
  const name = (id: string) => choices.get(id)?.name ?? id;
  return html`<span class="mix"
    ><span class="tags">${shown.map((id) => tag(name(id), choices.get(id)?.hue))}</span
    >${rest.length > 0 ? html`<span class="more" aria-label=${terms.more(rest.length)}>+${rest.length}</span>` : nothing}</span
  >`;
}

/** Something taller than a line of text, in the middle of its cell. */
const centred = (content: unknown): TemplateResult => html`<span class="mix">${content}</span>`;

function consentCell(client: Client, field: Field, { terms }: CellContext): TemplateResult {
  const isOn = client[field.id as 'subscribed' | 'muted'] === true;
  if (field.id === 'muted') {
    return isOn
      ? badge(terms.muted, { icon: BellOff, tone: 'warning' })
      : badge(terms.notMuted, { icon: Bell });
  }
  return isOn
    ? badge(terms.subscribed, { icon: BellRing, tone: 'success' })
    : badge(terms.unsubscribed, { icon: MailX });
}

/**
 * What a cell shows of a client: bare text where text will do (never nothing, so that its node stays), as a fling draws thousands of them
 * a second.
 */
export function cellOf(field: Field, client: Client, context: CellContext): Cell {
  if (field.id === 'name') return nameCell(client, context);
  if (field.id === 'photo')
    return centred(avatar({ id: client.id, name: client.name ?? '', photo: client.photo }));
  const value = valueOf(client, field.id);
  if (value === undefined || value === '') return '';
  const { format, terms } = context;
  if (field.id === 'status')
    return centred(badge(format.field(field, value), { dot: true, tone: STATUS_TONES[value as Status] }));
  if (field.id === 'subscribed' || field.id === 'muted') return centred(consentCell(client, field, context));
  switch (field.type) {
    case 'phones':
    case 'emails':
      return contactsCell(field, value as readonly (Contact | MaskedContact)[], context);
    case 'choices':
      return tagsCell(field, value as readonly string[], context);
    case 'choice': {
      const choice = choicesOf(field, context).get(value as string);
      return choice?.hue
        ? centred(tag(choice.name, choice.hue))
        : (choice?.name ?? format.field(field, value));
    }
    case 'boolean':
      return value === true
        ? centred(html`<span role="img" aria-label=${terms.yes}>${icon(Check)}</span>`)
        : '';
    case 'day':
    case 'instant':
      return format.relative(value as string);
    default:
      return format.field(field, value);
  }
}

/** Numbers stand at the end of their cell, under the head that names them. */
export function isAtEnd(field: Field): boolean {
  return isNumeric(field.type);
}

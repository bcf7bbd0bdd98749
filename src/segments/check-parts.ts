import {
  CHANNELS,
  isSafeText,
  PURPOSES,
  type Capabilities,
  type Catalogue,
  type FieldId,
  type FieldType,
  type Node,
  type RecordsNode,
} from '../contract/index.js';
import type { Report } from './check-value.js';
import { isSearchable } from './search.js';
import { addressField } from './virtual.js';

export type Path = readonly (string | number)[];
/** The own keys of an object that nobody has looked at yet. */
export type Bag = Readonly<Record<string, unknown>>;

export interface Bounds {
  catalogue: Pick<Catalogue, 'fields'>;
  capabilities?: Pick<Capabilities, 'search'> | undefined;
  hidden?: readonly FieldId[] | undefined;
  report: Report;
}

const SEARCH_LENGTH = 200;

const NUMERIC: readonly FieldType[] = ['number', 'money', 'percent'];
const PLACED: readonly FieldType[] = [...NUMERIC, 'day', 'instant'];
const SINGLE: readonly FieldType[] = [...PLACED, 'boolean', 'choice', 'text'];
/** Types of field that a figure over records can be made of. */
export const FIGURES: Readonly<Record<Exclude<RecordsNode['agg'], 'count'>, ReadonlySet<FieldType>>> = {
  sum: new Set(NUMERIC),
  min: new Set(PLACED),
  max: new Set(PLACED),
  first: new Set(SINGLE),
  last: new Set(SINGLE),
};

/** A value as a message may show it. */
export function name(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value.slice(0, 80)) : `of type ${typeof value}`;
}

/** The same for a message's figures: an id, or what was sent in its place. */
export function said(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 80) : typeof value;
}

/** A key that is true or absent. */
export function checkFlag<K extends 'not' | 'orMissing'>(
  bag: Bag,
  key: K,
  path: Path,
  report: Report,
): { [P in K]?: true } {
  const value = bag[key];
  if (value !== undefined && value !== true)
    report([...path, key], 'wrong_type', `"${key}" is true or absent`);
  return value === true ? ({ [key]: true } as { [P in K]?: true }) : {};
}

export function checkReachable(bag: Bag, path: Path, { catalogue, hidden, report }: Bounds): Node | null {
  const { channel, purpose } = bag;
  const consents = catalogue.fields.get('consents')?.options?.map((option) => option.id) ?? [];
  const known: readonly string[] = [...CHANNELS, ...consents.map((id) => id.split(':')[0] ?? '')];
  if (typeof channel !== 'string' || !known.includes(channel)) {
    report([...path, 'channel'], 'unknown_channel', `there is no channel ${name(channel)}`, {
      channel: said(channel),
    });
    return null;
  }
  if (
    typeof purpose !== 'string' ||
    (purpose !== PURPOSES[0] && !consents.includes(`${channel}:${purpose}`))
  ) {
    report([...path, 'purpose'], 'unknown_purpose', `${channel} has no purpose ${name(purpose)}`, {
      channel,
      purpose: said(purpose),
    });
    return null;
  }
  if (hidden?.includes(addressField(channel))) {
    report([...path, 'channel'], 'hidden_field', `${channel} is out of bounds for this user`, { channel });
    return null;
  }
  return { kind: 'reachable', channel, purpose, ...checkFlag(bag, 'not', path, report) };
}

export function checkSearch(bag: Bag, path: Path, { capabilities, report }: Bounds): Node | null {
  const { text } = bag;
  const at = [...path, 'text'];
  if (capabilities?.search === false) report(path, 'not_searchable', 'the adapter cannot search');
  else if (typeof text !== 'string') report(at, 'wrong_type', 'a text is wanted');
  else if (text.length > SEARCH_LENGTH) {
    report(at, 'too_long', 'the text is too long', { limit: SEARCH_LENGTH });
  } else if (!isSafeText(text)) report(at, 'not_safe_text', 'NUL and lone surrogates are refused');
  else if (!isSearchable(text)) report(at, 'empty_text', 'the text holds nothing to look for');
  else return { kind: 'search', text };
  return null;
}

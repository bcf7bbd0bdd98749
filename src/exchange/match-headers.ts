import type { Catalogue, Field, FieldId, FieldDefinition } from '../contract/index.js';
import { fold, normalisePhone, transliterate } from '../text/index.js';
import type { DateOrder } from '../time/index.js';
import { cleanCell } from './cells.js';
import { close, exact, isOneOf, type Known } from './heading-index.js';
import { BIRTHDAY_PARTS, FAMILY_FIRST, FIRST_OR_WHOLE, LEFT_OUT, type HeadingKey } from './headings.js';
import { guessDateOrder, readFlag } from './values.js';

/** Where a column goes. */
export interface ColumnMapping {
  /** Its place in the file, from 0, and its heading. */
  column: number;
  heading: string;
  target: Target;
  /**
   * `exact`: the heading is known; `close`: it contains words that are; `values`: told by what stands in the column; `none`: unknown, offered
   * as a custom text field.
   */
  by: 'exact' | 'close' | 'values' | 'none';
}

export type Target =
  | {
      kind: 'field';
      field: FieldId;
      /** Yes in the file means no. */
      inverse?: true;
      /** Of `consents`: the consent that a yes gives. */
      consent?: string;
      /** Of `birthday`: the column holds only this. */
      part?: 'day' | 'month' | 'year';
      /** Of `name`: family name first. */
      familyFirst?: true;
      /** Of dates: which number comes first, where the values tell. */
      dateOrder?: DateOrder;
    }
  | { kind: 'custom'; definition: FieldDefinition }
  /** Left out by default: identity numbers, secrets, or a column without heading and values. */
  | { kind: 'skip'; reason: 'private' | 'empty' };

export interface MatchOptions {
  /** Also matches a host's own fields by their names. */
  catalogue?: Pick<Catalogue, 'fields'> | undefined;
}

/** Fields that several columns may fill together. */
const MANY: ReadonlySet<string> = new Set([
  'phones',
  'emails',
  'cardNumbers',
  'categories',
  'groups',
  'externalIds',
  'preferredStaff',
  'preferences',
  'consents',
  'birthday',
  'address',
]);
const DATES: ReadonlySet<string> = new Set(['birthday', 'firstVisit', 'lastVisit', 'nextVisit', 'createdAt']);

/**
 * Says where each column goes: by its heading in any of the five languages, else by what stands in it. The same field twice: the first
 * column has it, unless the field holds several values. What nobody knows is offered as a custom text field; nothing is lost.
 */
export function matchHeaders(
  header: readonly string[],
  sample: readonly (readonly string[])[],
  { catalogue }: MatchOptions = {},
): ColumnMapping[] {
  const found = header.map((heading) => exact(heading));
  const hasLastName = found.some((known) => known?.key === 'lastName');
  const hasFirstName = header.some(
    (heading, i) => found[i]?.key === 'firstName' && !isOneOf(heading, FIRST_OR_WHOLE),
  );
  const taken = new Set<string>();
  const ids = new Set<string>(catalogue?.fields.keys() ?? []);
  const mappings = header.map((heading, column): ColumnMapping => {
    const values = sample.map((row) => cleanCell(row[column] ?? '')).filter((value) => value !== '');
    const at = { column, heading };
    if (isLeftOut(heading)) return { ...at, target: { kind: 'skip', reason: 'private' }, by: 'exact' };
    const own = hostField(heading, catalogue);
    if (own !== null) return { ...at, target: { kind: 'field', field: own.id }, by: 'exact' };
    const part = birthdayPart(heading);
    if (part !== null) return { ...at, target: { kind: 'field', field: 'birthday', part }, by: 'exact' };
    const known = found[column] ?? close(heading);
    if (known !== null) {
      const key = nameKey(known.key, heading, hasLastName, hasFirstName);
      const target = targetOf({ ...known, key }, heading, values);
      if (target !== null && (MANY.has(target.field) || !taken.has(target.field))) {
        taken.add(target.field);
        return { ...at, target, by: found[column] === null ? 'close' : 'exact' };
      }
    }
    return { ...at, target: { kind: 'skip', reason: 'empty' }, by: 'none' };
  });
  return mappings.map((mapping) => (mapping.by === 'none' ? leftOver(mapping, sample, taken, ids) : mapping));
}

function isLeftOut(heading: string): boolean {
  return LEFT_OUT.some((list) => isOneOf(heading, list));
}

function hostField(heading: string, catalogue: MatchOptions['catalogue']): Field | null {
  const wanted = fold(heading);
  if (wanted === '' || catalogue === undefined) return null;
  for (const field of catalogue.fields.values()) {
    if (!field.import) continue;
    const labels = typeof field.label === 'string' ? [field.label] : Object.values(field.label ?? {});
    if (
      labels.some((label) => fold(label) === wanted) ||
      (field.id.startsWith('custom.') && field.id.slice(7) === heading)
    ) {
      return field;
    }
  }
  return null;
}

function birthdayPart(heading: string): 'day' | 'month' | 'year' | null {
  for (const part of ['day', 'month', 'year'] as const)
    if (isOneOf(heading, BIRTHDAY_PARTS[part])) return part;
  return null;
}

function nameKey(key: HeadingKey, heading: string, hasLastName: boolean, hasFirstName: boolean): HeadingKey {
  if ((key !== 'name' && key !== 'firstName') || !isOneOf(heading, FIRST_OR_WHOLE)) return key;
  return hasLastName && !hasFirstName ? 'firstName' : 'name';
}

function targetOf(
  { key, inverse }: Known,
  heading: string,
  values: readonly string[],
): (Target & { kind: 'field' }) | null {
  const turned = inverse ? { inverse } : {};
  switch (key) {
    case 'country':
    case 'postcode':
      return null;
    case 'consentSms':
      return { kind: 'field', field: 'consents', consent: 'sms:marketing', ...turned };
    case 'consentEmail':
      return { kind: 'field', field: 'consents', consent: 'email:marketing', ...turned };
    case 'subscribed': {
      // "Status" is a state of mailing only where its values are such states.
      const read = values.filter((value) => readFlag(value) !== null).length;
      return inverse || read * 2 > values.length || values.length === 0
        ? { kind: 'field', field: key, ...turned }
        : null;
    }
    case 'name':
      return { kind: 'field', field: key, ...(isOneOf(heading, FAMILY_FIRST) ? { familyFirst: true } : {}) };
    default: {
      const order = DATES.has(key) ? guessDateOrder(values) : null;
      return { kind: 'field', field: key, ...turned, ...(order === null ? {} : { dateOrder: order }) };
    }
  }
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** A column whose heading says nothing: its values may, else it becomes a field of its own. */
function leftOver(
  mapping: ColumnMapping,
  sample: readonly (readonly string[])[],
  taken: Set<string>,
  ids: Set<string>,
): ColumnMapping {
  const { column, heading } = mapping;
  const values = sample.map((row) => cleanCell(row[column] ?? '')).filter((value) => value !== '');
  const most = (passes: (value: string) => boolean): boolean =>
    values.length > 0 && values.filter(passes).length * 3 >= values.length * 2;
  for (const [field, passes] of [
    ['emails', (value: string) => EMAIL.test(value)],
    [
      'phones',
      (value: string) => /^(?:\+|00|0|8)[\d\s()-]{7,}$/.test(value) && 'e164' in normalisePhone(value, 'BG'),
    ],
  ] as const) {
    if (!taken.has(field) && most(passes)) {
      taken.add(field);
      return { ...mapping, target: { kind: 'field', field }, by: 'values' };
    }
  }
  if (heading === '' && values.length === 0) return mapping;
  return { ...mapping, target: { kind: 'custom', definition: customField(heading, column, ids) } };
}

/** A text field for a column that nobody knows, with an id of its own. */
function customField(heading: string, column: number, ids: Set<string>): FieldDefinition {
  const words =
    transliterate(heading.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'), 'en')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  const camel = words
    .map((word, i) => (i === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
  const stem = /^[a-z]/.test(camel) ? camel.slice(0, 30) : `column${column + 1}`;
  let id = `custom.${stem}`;
  for (
    let i = 2;
    ids.has(id) || /\.(?:constructor|prototype|toString|valueOf|hasOwnProperty)$/.test(id);
    i++
  ) {
    id = `custom.${stem}${i}`;
  }
  ids.add(id);
  return { id, type: 'text', label: heading === '' ? `${column + 1}` : heading.slice(0, 200), search: false };
}

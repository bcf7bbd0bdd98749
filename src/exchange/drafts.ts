import type { FieldDefinition, FieldId, Issue, ListName, Lists, Patch, Value } from '../contract/index.js';
import { fold, splitName, transliterate, type NameOrder } from '../text/index.js';
import { parseLocalDate, startOfDay, type DateOrder } from '../time/index.js';
import { readEmails, readPhones } from './contacts.js';
import { fieldFor, type CellField, type FieldSource } from './fields.js';
import type { ColumnMapping, Target } from './match-headers.js';
import type { CsvRow } from './read-csv.js';
import { isEmptyWord, readFlag, readGender, readNumber, splitList, textOf } from './values.js';

export interface DraftOptions extends FieldSource {
  /** ISO 3166 alpha-2: how phones without a prefix are read. */
  country: string;
  /** How dates like 3/4/2021 are read where neither the column nor the date tells. */
  dateOrder?: DateOrder | undefined;
  /** The order of whole names in one column. */
  nameOrder?: NameOrder | undefined;
  /** Language of the file, where known: Bulgarian names of three words. */
  language?: string | undefined;
  /** ISO 4217: money in the file is in it. */
  currency?: string | undefined;
  timeZone?: string | undefined;
  /** Also read what the base works out itself (visits, totals, dates of visits): for a file that is the base. */
  computed?: boolean | undefined;
  /** Lists of the base, in which categories, branches and the like are looked up by name. */
  lists?: Lists | undefined;
  /** The year in which two-digit years of birthdays end at the latest. */
  thisYear?: number | undefined;
}

/** What was taken for something although it might be something else. */
export interface Guess {
  column: number;
  field: FieldId;
  /** `order`, `century`, `placeholder` of dates; `grouping` of numbers. */
  what: string;
}

/** A row as the values of a client. Cells that could not be read are issues, with path [column]; the rest of the row stands. */
export interface Draft {
  line: number;
  patch: Patch;
  issues: Issue[];
  guessed: Guess[];
}

/** An entry that a list of the base lacks and that the file names. */
export interface NewListItem {
  list: ListName;
  id: string;
  name: string;
}

export interface Drafts {
  drafts: Draft[];
  /** To be added to the lists of the base when the drafts are saved. */
  added: NewListItem[];
  /** Definitions of the fields that the file brings along. */
  fields: FieldDefinition[];
}

/** All rows as drafts. */
export function rowsToDrafts(
  rows: Iterable<CsvRow>,
  mapping: readonly ColumnMapping[],
  options: DraftOptions,
): Drafts {
  const reader = new DraftReader(mapping, options);
  return { drafts: Array.from(rows, (row) => reader.read(row)), added: reader.added, fields: reader.fields };
}

interface Row {
  line: number;
  patch: Record<FieldId, Value>;
  issues: Issue[];
  guessed: Guess[];
  birthday: Partial<Record<'day' | 'month' | 'year', string>>;
  name: { text: string; order: NameOrder } | null;
}

const NAME_PARTS = ['firstName', 'lastName', 'patronymic'] as const;

/** Reads row after row, and gathers the entries that the lists of the base lack. */
export class DraftReader {
  readonly added: NewListItem[] = [];
  readonly fields: FieldDefinition[];
  readonly #options: DraftOptions;
  readonly #columns: { mapping: ColumnMapping; target: Target & { kind: 'field' }; field: CellField }[] = [];
  readonly #ids = new Map<string, string>();

  constructor(mapping: readonly ColumnMapping[], options: DraftOptions) {
    this.#options = options;
    this.fields = mapping.flatMap(({ target }) => (target.kind === 'custom' ? [target.definition] : []));
    for (const column of mapping) {
      const { target } = column;
      if (target.kind === 'skip') continue;
      const id = target.kind === 'custom' ? target.definition.id : target.field;
      const field = target.kind === 'custom' ? { id, type: 'text' as const } : fieldFor(id, options);
      if (field === null) continue;
      this.#columns.push({
        mapping: column,
        target: target.kind === 'field' ? target : { kind: 'field', field: id },
        field,
      });
    }
    for (const [list, items] of Object.entries(options.lists ?? {})) {
      for (const { id, name } of items) {
        for (const label of typeof name === 'string' ? [name] : Object.values(name)) {
          this.#ids.set(`${list}\0${fold(label)}`, id);
        }
        this.#ids.set(`${list}\0\0${id}`, id);
      }
    }
  }

  read({ line, cells }: CsvRow): Draft {
    const row: Row = { line, patch: {}, issues: [], guessed: [], birthday: {}, name: null };
    for (const { mapping, target, field } of this.#columns) {
      const text = textOf(cells[mapping.column] ?? '');
      if (text !== '') this.#cell(row, mapping.column, cells[mapping.column]!, text, target, field);
    }
    this.#finish(row);
    const { patch, issues, guessed } = row;
    return { line, patch, issues, guessed };
  }

  #cell(
    row: Row,
    column: number,
    raw: string,
    text: string,
    target: Target & { kind: 'field' },
    field: CellField,
  ): void {
    const { id } = field;
    const { patch } = row;
    const fail = (code: string, message: string): void =>
      void row.issues.push({
        path: [column],
        code,
        message: `${id}: ${message}`,
        params: { line: row.line },
      });
    if (id === 'name') {
      const order =
        text.includes(',') || target.familyFirst ? 'lastFirst' : (this.#options.nameOrder ?? 'firstLast');
      row.name ??= { text, order };
      return;
    }
    if (field.type !== 'text' && isEmptyWord(text)) {
      if (field.type !== 'boolean' || readFlag(text) === null) return;
    }
    switch (field.type) {
      case 'phones':
        return append(
          patch,
          id,
          readPhones(raw, this.#options.country, fail).map((value) => ({ value })),
        );
      case 'emails':
        return append(
          patch,
          id,
          readEmails(raw, fail).map((value) => ({ value })),
        );
      case 'texts':
        return append(patch, id, splitList(raw));
      case 'boolean':
        return this.#flag(patch, id, text, target, fail);
      case 'choice':
      case 'choices':
        return this.#choice(patch, field, raw, text, target, fail);
      case 'day':
      case 'birthday':
      case 'instant':
        return this.#date(row, column, text, target, field, fail);
      case 'number':
      case 'money':
      case 'percent':
        return this.#number(row, column, text, field, fail);
      case 'text':
        if (isEmptyWord(text) && !NAME_PARTS.some((part) => part === id) && text.length > 4) return;
        patch[id] =
          typeof patch[id] === 'string'
            ? `${patch[id]}${field.multiline ? '\n' : ', '}${text}`
            : field.multiline
              ? raw.trim()
              : text;
        return;
      case 'image':
        return;
    }
  }

  #flag(
    patch: Row['patch'],
    id: FieldId,
    text: string,
    target: Target & { kind: 'field' },
    fail: Fail,
  ): void {
    // A filled "unsubscribed at" is a yes.
    const flag = readFlag(text) ?? (target.inverse && /\d{4}/.test(text) ? true : null);
    if (flag === null) fail('unknown_word', 'neither yes nor no');
    else patch[id] = target.inverse ? !flag : flag;
  }

  #choice(
    patch: Row['patch'],
    { id, type, options, list }: CellField,
    raw: string,
    text: string,
    target: Target & { kind: 'field' },
    fail: Fail,
  ): void {
    if (target.consent !== undefined) {
      const flag = readFlag(text);
      if (flag === null) return fail('unknown_word', 'neither yes nor no');
      if (flag !== (target.inverse ?? false)) append(patch, id, [target.consent]);
      return;
    }
    if (id === 'gender') {
      const gender = readGender(text);
      if (gender === null) return fail('unknown_word', 'no gender that is known');
      if (gender !== '') patch[id] = gender;
      return;
    }
    const names = type === 'choices' ? splitList(raw) : [text];
    const ids = names.map((name) => this.#idOf(name, list, options ?? [])).filter((found) => found !== null);
    if (ids.length < names.length) fail('unknown_option', 'no such option');
    if (type === 'choices') append(patch, id, ids);
    else if (ids[0] !== undefined) patch[id] = ids[0];
  }

  /** The id of an option by its name; one that a list lacks is added to it. */
  #idOf(name: string, list: ListName | undefined, options: NonNullable<CellField['options']>): string | null {
    const folded = fold(name);
    if (list === undefined) {
      const labels = (label: (typeof options)[number]['label']): string[] =>
        typeof label === 'string' ? [label] : Object.values(label ?? {});
      const found = options.find(
        (option) => option.id === name || labels(option.label).some((label) => fold(label) === folded),
      );
      return found?.id ?? null;
    }
    const key = `${list}\0${folded === '' ? name : folded}`;
    const known = this.#ids.get(key) ?? this.#ids.get(`${list}\0\0${name}`);
    if (known !== undefined) return known;
    const stem =
      transliterate(name, 'en')
        .toLowerCase()
        .match(/[a-z0-9]+/g)
        ?.join('-')
        .slice(0, 50) ?? list;
    let id = stem;
    for (let i = 2; this.#ids.has(`${list}\0\0${id}`); i++) id = `${stem}-${i}`;
    this.#ids.set(key, id);
    this.#ids.set(`${list}\0\0${id}`, id);
    this.added.push({ list, id, name });
    return id;
  }

  #date(
    row: Row,
    column: number,
    text: string,
    target: Target & { kind: 'field' },
    { id, type }: CellField,
    fail: Fail,
  ): void {
    if (target.part !== undefined) {
      row.birthday[target.part] = text;
      return;
    }
    const order = target.dateOrder ?? this.#options.dateOrder;
    const lastYear = type === 'birthday' ? this.#options.thisYear : undefined;
    const read = parseLocalDate(text, { order, lastYear });
    if ('error' in read) {
      if (read.error !== 'empty')
        fail(read.error === 'format' ? 'unknown_date' : 'impossible_date', 'no date that is known');
      return;
    }
    if (read.guessed?.includes('placeholder')) return;
    for (const what of read.guessed ?? []) row.guessed.push({ column, field: id, what });
    if (type === 'birthday') row.patch[id] = 'day' in read ? read.day : read.birthday;
    else if (!('day' in read)) fail('unknown_date', 'the year is missing');
    else if (type === 'day') row.patch[id] = read.day;
    else row.patch[id] = new Date(startOfDay(read.day, this.#options.timeZone ?? 'UTC')).toISOString();
  }

  #number(row: Row, column: number, text: string, { id, type, decimals = 0 }: CellField, fail: Fail): void {
    const read = readNumber(text);
    if (read === null) return fail('unknown_number', 'no number that is known');
    if (read.guessed) row.guessed.push({ column, field: id, what: 'grouping' });
    const places =
      type === 'money' ? minorDigits(this.#options.currency ?? 'EUR') : type === 'percent' ? 2 : decimals;
    const scaled = Math.round(Number(`${read.value}e${places}`));
    if (!Number.isSafeInteger(scaled)) return fail('out_of_range', 'the number is too big');
    if (type === 'percent' && (read.value < 0 || read.value > 100))
      return fail('out_of_range', 'a percentage from 0 to 100');
    if (type === 'number' && scaled !== Number(`${read.value}e${places}`))
      return fail('unknown_number', 'a whole number is wanted');
    row.patch[id] = type === 'money' ? scaled : Number(`${scaled}e-${places}`);
  }

  /** What several columns say together. */
  #finish(row: Row): void {
    const { patch, birthday, name } = row;
    if (name !== null && !NAME_PARTS.some((part) => patch[part] !== undefined)) {
      const parts = splitName(name.text, name.order, this.#options.language ?? '');
      for (const part of NAME_PARTS) if (parts[part]) patch[part] = parts[part];
    }
    if (patch['birthday'] === undefined && birthday.day !== undefined && birthday.month !== undefined) {
      const text = `${birthday.day}.${birthday.month}${birthday.year === undefined ? '' : `.${birthday.year}`}`;
      const read = parseLocalDate(text, { lastYear: this.#options.thisYear });
      if ('error' in read)
        row.issues.push({
          path: [],
          code: 'impossible_date',
          message: 'birthday: no such day',
          params: { line: row.line },
        });
      else patch['birthday'] = 'day' in read ? read.day : read.birthday;
    }
  }
}

type Fail = (code: string, message: string) => void;

function append(
  patch: Record<FieldId, Value>,
  id: FieldId,
  values: readonly (string | { value: string })[],
): void {
  if (values.length === 0) return;
  const key = (value: string | { value: string }): string =>
    typeof value === 'string' ? value : value.value;
  const all = [...((patch[id] as typeof values | undefined) ?? []), ...values];
  const seen = new Set<string>();
  patch[id] = all.filter((value) => !seen.has(key(value)) && seen.add(key(value))) as Value;
}

const digits = new Map<string, number>();
function minorDigits(currency: string): number {
  let found = digits.get(currency);
  if (found === undefined) {
    found =
      new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ??
      2;
    digits.set(currency, found);
  }
  return found;
}

import type { FieldDefinition, FieldId, Issue, Lists, Patch, Value } from '../contract/index.js';
import { splitName, type NameOrder } from '../text/index.js';
import { parseLocalDate, startOfDay, type DateOrder, type LocalDate } from '../time/index.js';
import { readEmails, readPhones } from './contacts.js';
import { fieldFor, type CellField, type FieldSource } from './fields.js';
import { ListIds, optionOf, type NewListItem } from './list-ids.js';
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

export interface Drafts {
  drafts: Draft[];
  /** To be added to the lists of the base when the drafts are saved. */
  added: readonly NewListItem[];
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

interface Column {
  at: number;
  target: Target & { kind: 'field' };
  field: CellField;
  dates: Map<string, LocalDate>;
}

interface Cell {
  row: Row;
  column: Column;
  raw: string;
  /** `raw` without its surroundings. */
  text: string;
}

const MAX_DATES = 20_000;
const NAME_PARTS = ['firstName', 'lastName', 'patronymic'] as const;

/** Reads row after row, and gathers the entries that the lists of the base lack. */
export class DraftReader {
  readonly added: readonly NewListItem[];
  readonly fields: FieldDefinition[];
  readonly #options: DraftOptions;
  readonly #columns: Column[] = [];
  readonly #lists: ListIds;

  constructor(mapping: readonly ColumnMapping[], options: DraftOptions) {
    this.#options = options;
    this.#lists = new ListIds(options.lists ?? {});
    this.added = this.#lists.added;
    this.fields = mapping.flatMap(({ target }) => (target.kind === 'custom' ? [target.definition] : []));
    for (const { column: at, target } of mapping) {
      if (target.kind === 'skip') continue;
      const dates = new Map<string, LocalDate>();
      if (target.kind === 'custom') {
        const { id } = target.definition;
        this.#columns.push({ at, target: { kind: 'field', field: id }, field: { id, type: 'text' }, dates });
        continue;
      }
      const field = fieldFor(target.field, options);
      if (field !== null) this.#columns.push({ at, target, field, dates });
    }
  }

  read({ line, cells }: CsvRow): Draft {
    const row: Row = { line, patch: {}, issues: [], guessed: [], birthday: {}, name: null };
    for (const column of this.#columns) {
      const raw = cells[column.at] ?? '';
      const text = raw === '' ? '' : textOf(raw);
      if (text !== '') this.#cell({ row, column, raw, text });
    }
    this.#finish(row);
    const { patch, issues, guessed } = row;
    return { line, patch, issues, guessed };
  }

  #cell(cell: Cell): void {
    const { row, column, raw, text } = cell;
    const { field, target } = column;
    const { id, type } = field;
    const { patch } = row;
    if (id === 'name') {
      const isFamilyFirst = text.includes(',') || target.familyFirst;
      row.name ??= { text, order: isFamilyFirst ? 'lastFirst' : (this.#options.nameOrder ?? 'firstLast') };
      return;
    }
    if (type !== 'text' && isEmptyWord(text) && (type !== 'boolean' || readFlag(text) === null)) return;
    switch (type) {
      case 'phones':
        return append(
          patch,
          id,
          asContacts(readPhones(raw, this.#options.country, (code) => fail(cell, code))),
        );
      case 'emails':
        return append(patch, id, asContacts(readEmails(raw, (code) => fail(cell, code))));
      case 'texts':
        return append(patch, id, splitList(raw));
      case 'boolean':
        return readFlagCell(cell);
      case 'choice':
      case 'choices':
        return this.#choice(cell);
      case 'day':
      case 'birthday':
      case 'instant':
        return this.#date(cell);
      case 'number':
      case 'money':
      case 'percent':
        return this.#number(cell);
      case 'text': {
        // "Нет" may be a name; "not specified" is none.
        if (text.length > 4 && isEmptyWord(text)) return;
        const own = field.multiline ? raw.trim() : text;
        const before = patch[id];
        patch[id] = typeof before === 'string' ? before + (field.multiline ? '\n' : ', ') + own : own;
        return;
      }
      case 'image':
        return;
    }
  }

  #choice(cell: Cell): void {
    const { row, raw, text } = cell;
    const { field, target } = cell.column;
    const { id, type, list } = field;
    if (target.consent !== undefined) {
      const flag = readFlag(text);
      if (flag === null) return fail(cell, 'unknown_word');
      if (flag !== (target.inverse ?? false)) append(row.patch, id, [target.consent]);
      return;
    }
    if (id === 'gender') {
      const gender = readGender(text);
      if (gender === null) return fail(cell, 'unknown_word');
      if (gender !== '') row.patch[id] = gender;
      return;
    }
    const names = type === 'choices' ? splitList(raw) : [text];
    const ids = names
      .map((name) => (list === undefined ? optionOf(name, field) : this.#lists.idOf(list, name)))
      .filter((found) => found !== null);
    if (ids.length < names.length) fail(cell, 'unknown_option');
    if (type === 'choices') append(row.patch, id, ids);
    else if (ids[0] !== undefined) row.patch[id] = ids[0];
  }

  #date(cell: Cell): void {
    const { row, column, text } = cell;
    const { id, type } = column.field;
    if (column.target.part !== undefined) {
      row.birthday[column.target.part] = text;
      return;
    }
    const read = this.#readDate(text, column);
    if ('error' in read) {
      if (read.error !== 'empty') fail(cell, read.error === 'format' ? 'unknown_date' : 'impossible_date');
      return;
    }
    if (read.guessed?.includes('placeholder')) return;
    for (const what of read.guessed ?? []) row.guessed.push({ column: column.at, field: id, what });
    if (type === 'birthday') row.patch[id] = 'day' in read ? read.day : read.birthday;
    else if (!('day' in read)) fail(cell, 'unknown_date');
    else if (type === 'day') row.patch[id] = read.day;
    else row.patch[id] = new Date(startOfDay(read.day, this.#options.timeZone ?? 'UTC')).toISOString();
  }

  /** The same dates come again and again in a column. */
  #readDate(text: string, { target, field, dates }: Column): LocalDate {
    let read = dates.get(text);
    if (read === undefined) {
      const lastYear = field.type === 'birthday' ? this.#options.thisYear : undefined;
      read = parseLocalDate(text, { order: target.dateOrder ?? this.#options.dateOrder, lastYear });
      if (dates.size >= MAX_DATES) dates.clear();
      dates.set(text, read);
    }
    return read;
  }

  #number(cell: Cell): void {
    const { row, column, text } = cell;
    const { id, type, decimals = 0 } = column.field;
    const read = readNumber(text);
    if (read === null) return fail(cell, 'unknown_number');
    if (read.guessed) row.guessed.push({ column: column.at, field: id, what: 'grouping' });
    const { value } = read;
    if (type === 'percent' && (value < 0 || value > 100)) return fail(cell, 'out_of_range');
    const places =
      type === 'money' ? minorDigits(this.#options.currency ?? 'EUR') : type === 'percent' ? 2 : decimals;
    const shifted = shift(value, places);
    const whole = Math.round(shifted);
    if (!Number.isSafeInteger(whole)) return fail(cell, 'out_of_range');
    if (type === 'number' && whole !== shifted) return fail(cell, 'unknown_number');
    row.patch[id] = type === 'money' ? whole : shift(whole, -places);
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

/** What the codes of unreadable cells mean, for developers. */
const MESSAGES: Readonly<Record<string, string>> = {
  unknown_word: 'a word that is not known',
  unknown_option: 'no such option',
  unknown_date: 'no date that is known',
  impossible_date: 'there is no such day',
  unknown_number: 'no number that is known',
  unknown_email: 'no e-mail address',
  out_of_range: 'too small or too big',
};

function fail({ row, column }: Cell, code: string): void {
  const message = `${column.field.id}: ${MESSAGES[code] ?? 'no phone that is known'}`;
  row.issues.push({ path: [column.at], code, message, params: { line: row.line } });
}

/** Yes or no; a filled "unsubscribed at" is a yes. */
function readFlagCell(cell: Cell): void {
  const { field, target } = cell.column;
  const flag = readFlag(cell.text) ?? (target.inverse && /\d{4}/.test(cell.text) ? true : null);
  if (flag === null) fail(cell, 'unknown_word');
  else cell.row.patch[field.id] = target.inverse ? !flag : flag;
}

function asContacts(values: readonly string[]): { value: string }[] {
  return values.map((value) => ({ value }));
}

/** A number with its point moved, exactly. */
function shift(value: number, places: number): number {
  return places === 0 ? value : Number(`${value}e${places}`);
}

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

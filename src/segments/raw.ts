import type { Field, FieldId, Value } from '../contract/index.js';
import { dayOf, formatBirthday, MAX_DAY_NUMBER, MIN_DAY_NUMBER } from '../time/index.js';
import { hasBit } from './bits.js';
import { isListType, wrongColumn } from './readers.js';
import type { Column, ColumnSource } from './source.js';

/** What a row holds in a field, as a client or a record carries it; undefined: nothing. Contacts are bare values. */
export function rawValue(
  source: ColumnSource,
  row: number,
  field: Pick<Field, 'id' | 'type'>,
): Value | undefined {
  const column = source.column(field.id);
  if (column === null) return undefined;
  switch (field.type) {
    case 'number':
    case 'money':
    case 'percent':
      return numberOf(column, row, field.id);
    case 'boolean': {
      const number = numberOf(column, row, field.id);
      return number === undefined ? undefined : number === 1;
    }
    case 'day': {
      const number = numberOf(column, row, field.id);
      const isDay = number !== undefined && number >= MIN_DAY_NUMBER && number <= MAX_DAY_NUMBER;
      return isDay ? dayOf(number) : undefined;
    }
    case 'instant': {
      const number = numberOf(column, row, field.id);
      return number === undefined ? undefined : new Date(number).toISOString();
    }
    case 'birthday':
      return birthdayOf(column, row, field.id);
    case 'choices':
      return optionsOf(column, row, field.id);
    default:
      return isListType(field.type) ? entriesOf(column, row, field.id) : textOf(column, row, field.id);
  }
}

function numberOf(column: Column, row: number, field: FieldId): number | undefined {
  if (column.kind !== 'number') throw wrongColumn(field, column);
  const raw = column.values[row]!;
  const isMissing = Number.isNaN(raw) || (raw === column.missing && !column.full);
  return isMissing ? undefined : raw / column.scale;
}

function birthdayOf(column: Column, row: number, field: FieldId): string | undefined {
  if (column.kind !== 'birthday') throw wrongColumn(field, column);
  const packed = column.values[row]!;
  if (packed < 0) return undefined;
  const year = packed >> 9;
  return formatBirthday({ year: year === 0 ? null : year, month: (packed >> 5) & 15, day: packed & 31 });
}

function optionsOf(column: Column, row: number, field: FieldId): string[] {
  if (column.kind === 'list') return [...column.read(row)];
  if (column.kind !== 'set') throw wrongColumn(field, column);
  const own = column.words.subarray(row * column.stride, (row + 1) * column.stride);
  return column.options.filter((_, i) => hasBit(own, i));
}

function entriesOf(column: Column, row: number, field: FieldId): string[] | undefined {
  const entries = column.kind === 'list' ? [...column.read(row)] : [textOf(column, row, field) ?? ''];
  return entries.length === 0 || entries[0] === '' ? undefined : entries;
}

function textOf(column: Column, row: number, field: FieldId): string | undefined {
  if (column.kind === 'text') return column.read(row) || undefined;
  if (column.kind !== 'code') throw wrongColumn(field, column);
  return column.dictionary[column.codes[row]!] || undefined;
}

import { digitsOf, fold } from '../text/index.js';
import type { ResolvedTest } from './resolved.js';
import type { Column, ColumnSource } from './source.js';
import type { FieldId, FieldType } from '../contract/index.js';

/** Says that a source holds a column in a shape that its field's type cannot have: a mistake of the adapter. */
export function wrongColumn(field: FieldId, column: Column): TypeError {
  return new TypeError(`segments: "${field}" cannot be read from a column of kind "${column.kind}"`);
}

/** Reads the text of a row as it stands; null: missing. */
export function textReader(column: Column | null, field: FieldId): (row: number) => string | null {
  if (column === null) return () => null;
  if (column.kind === 'code') {
    const { codes, dictionary } = column;
    return (row) => dictionary[codes[row]!] || null;
  }
  if (column.kind !== 'text') throw wrongColumn(field, column);
  return (row) => column.read(row) || null;
}

/** Reads the folded text of a row; null: missing. */
export function foldedReader(column: Column | null, field: FieldId): (row: number) => string | null {
  if (column?.kind === 'text' && column.folded) {
    return (row) => column.folded!(row);
  }
  if (column?.kind === 'code') {
    const { codes, dictionary } = column;
    const folded: (string | null | undefined)[] = [null];
    return (row) => {
      const code = codes[row]!;
      const known = folded[code];
      return known !== undefined ? known : (folded[code] = fold(dictionary[code]!));
    };
  }
  const read = textReader(column, field);
  return (row) => {
    const text = read(row);
    return text === null ? null : fold(text);
  };
}

/** Reads the entries of a row, folded, or of phones their digits. Empty: missing. */
export function entriesReader(
  column: Column | null,
  field: FieldId,
  digits: boolean,
): (row: number) => readonly string[] {
  if (column === null) return () => [];
  if (column.kind === 'list') {
    if (column.folded) return (row) => column.folded!(row);
    const key = digits ? digitsOf : fold;
    return (row) => column.read(row).map(key);
  }
  const read = digits ? textReader(column, field) : foldedReader(column, field);
  return (row) => {
    const text = read(row);
    return text === null ? [] : [digits ? digitsOf(text) : text];
  };
}

/** Reads a row's texts that are there, folded and joined by a space; null when none is. */
export function partsReader(
  source: ColumnSource,
  fields: readonly FieldId[],
): (row: number) => string | null {
  const readers = fields.map((field) => foldedReader(source.column(field), field));
  return (row) => {
    let out: string | null = null;
    for (const read of readers) {
      const part = read(row);
      if (part !== null) out = out === null ? part : `${out} ${part}`;
    }
    return out;
  };
}

/** Whether a folded text, or the digits of a phone, passes a test of texts. */
export function textTest(test: ResolvedTest & { op: 'text' }): (folded: string) => boolean {
  const { mode, values } = test;
  if (mode === 'is') {
    const wanted = new Set(values);
    return (folded) => wanted.has(folded);
  }
  if (values.length === 1) {
    const value = values[0]!;
    return mode === 'contains' ? (folded) => folded.includes(value) : (folded) => folded.startsWith(value);
  }
  return mode === 'contains'
    ? (folded) => values.some((value) => folded.includes(value))
    : (folded) => values.some((value) => folded.startsWith(value));
}

export function isListType(type: FieldType): boolean {
  return type === 'texts' || type === 'phones' || type === 'emails';
}

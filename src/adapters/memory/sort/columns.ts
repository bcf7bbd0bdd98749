import {
  compareValues,
  type CodeColumn,
  type Column,
  type Numbers,
  type ResolvedSort,
} from '../../../segments/index.js';
import { sortKey } from '../../../text/index.js';
import type { Ids } from '../ids.js';
import { wordsOfText } from '../columns/texts.js';
import { NameRanks } from './names.js';

/** A column as an order sees it. Missing values are last in both directions. */
export type SortColumn = NumberKeys | RankKeys | NameKeys | TextKeys;

interface Directed {
  /** 1 ascending, −1 descending. */
  sign: 1 | -1;
}
export interface NumberKeys extends Directed {
  kind: 'number';
  values: Numbers;
  missing: number;
  /** Smaller values count as missing too. */
  floor: number;
}
/** `ranks[codes[row]]` orders; rank 0 is missing. */
export interface RankKeys extends Directed {
  kind: 'rank';
  codes: CodeColumn['codes'];
  ranks: Uint32Array;
  /** The greatest rank. */
  top: number;
  /** What each rank stands for: a place in a list or a sort key. */
  keys: readonly (number | string)[];
}
/** Several dictionaries that make one text. */
export interface NameKeys extends Directed {
  kind: 'name';
  ranks: NameRanks;
}
export interface TextKeys extends Directed {
  kind: 'text';
  /** The sort key of a row; null: missing. */
  key(row: number): string | null;
  /** The first characters of the key as words of four that order as it does; answers its length, −1 for missing. */
  words(row: number, into: Uint32Array): number;
}

interface Ranks {
  ranks: Uint32Array;
  top: number;
  keys: (number | string)[];
}
const ranked = new WeakMap<readonly string[], Map<string, Ranks>>();

/** Every entry of a dictionary by the key that `keyOf` gives; entries of one key share a rank. Worked out once for each `name`. */
function ranksOf(
  dictionary: readonly string[],
  name: string,
  keyOf: (text: string) => number | string,
): Ranks {
  let known = ranked.get(dictionary);
  if (!known) ranked.set(dictionary, (known = new Map()));
  const found = known.get(name);
  if (found?.ranks.length === dictionary.length) return found;
  const entries = dictionary
    .map((text, code) => ({ code, key: keyOf(text) }))
    .slice(1)
    .sort((a, b) => compareValues(a.key, b.key, false));
  const ranks = new Uint32Array(dictionary.length);
  const keys: (number | string)[] = [''];
  let top = 0;
  for (const [i, { code, key }] of entries.entries()) {
    if (i === 0 || key !== entries[i - 1]!.key) top = keys.push(key) - 1;
    ranks[code] = top;
  }
  const made = { ranks, top, keys };
  known.set(name, made);
  return made;
}

/** How rows are ordered by a key; null for a column that is not there: then all are alike. */
export function sortColumn(
  { by, descending }: ResolvedSort,
  column: (field: string) => Column | null,
): SortColumn | null {
  const sign = descending ? -1 : 1;
  if (by.kind === 'text') return textColumn(by.fields, column, by.collation, sign);
  const own = column(by.field);
  if (own === null) return null;
  if (own.kind === 'number')
    return { kind: 'number', sign, values: own.values, missing: own.missing, floor: -Infinity };
  if (own.kind === 'birthday') return { kind: 'number', sign, values: own.values, missing: -1, floor: 512 };
  if (own.kind === 'code' && by.kind === 'rank') {
    const name = `places ${JSON.stringify([...by.ranks])}`;
    const { ranks, top, keys } = ranksOf(own.dictionary, name, (text) => by.ranks.get(text) ?? text);
    return { kind: 'rank', sign, codes: own.codes, ranks, top, keys };
  }
  if (own.kind === 'list') {
    const key = (row: number) => own.read(row)[0] ?? null;
    return { kind: 'text', sign, key, words: wordsIn(own) ?? wordsOf(key) };
  }
  return null;
}

function textColumn(
  fields: readonly string[],
  column: (field: string) => Column | null,
  collation: string,
  sign: 1 | -1,
): SortColumn | null {
  const columns = fields.flatMap((field) => column(field) ?? []);
  const codes = columns.filter((own) => own.kind === 'code');
  if (columns.length === 0) return null;
  if (codes.length === columns.length) {
    const only = codes[0]!;
    if (codes.length > 1) return { kind: 'name', sign, ranks: NameRanks.of(codes, collation) };
    const { ranks, top, keys } = ranksOf(only.dictionary, collation, (text) => sortKey(text, collation));
    return { kind: 'rank', sign, codes: only.codes, ranks, top, keys };
  }
  const key = (row: number) => {
    let joined = '';
    for (const own of columns) {
      const text =
        own.kind === 'code' ? own.dictionary[own.codes[row]!] : own.kind === 'text' ? own.read(row) : null;
      if (text) joined = joined === '' ? text : `${joined} ${text}`;
    }
    return joined === '' ? null : sortKey(joined, collation);
  };
  return { kind: 'text', sign, key, words: wordsOf(key) };
}

function wordsOf(key: TextKeys['key']): TextKeys['words'] {
  return (row, into) => {
    const text = key(row);
    return text === null ? -1 : wordsOfText(text, into);
  };
}

/** A list column may know the words of its first entry without making a text of it. */
function wordsIn(column: Column): TextKeys['words'] | null {
  return 'words' in column ? (column as unknown as Pick<TextKeys, 'words'>).words : null;
}

/** What a row holds for a key, so that it can be compared outside the base; null: missing. */
export type KeyValue = number | string | null;

export function keyValue(column: SortColumn, row: number): KeyValue {
  switch (column.kind) {
    case 'number': {
      const value = column.values[row]!;
      return value === column.missing || value < column.floor ? null : value;
    }
    case 'rank': {
      const rank = column.ranks[column.codes[row]!]!;
      return rank === 0 ? null : column.keys[rank]!;
    }
    case 'name':
      return column.ranks.key(row);
    case 'text':
      return column.key(row);
  }
}

export type Compare = (a: number, b: number) => number;

/** The whole order: the keys, then the id ascending. */
export function comparer(columns: readonly SortColumn[], ids: Ids): Compare {
  const parts = columns.map(partComparer);
  const byId: Compare = ids.ascending ? (a, b) => a - b : (a, b) => ids.compare(a, b);
  if (parts.length === 0) return byId;
  if (parts.length === 1) {
    const first = parts[0]!;
    return (a, b) => first(a, b) || byId(a, b);
  }
  return (a, b) => {
    for (const part of parts) {
      const order = part(a, b);
      if (order !== 0) return order;
    }
    return byId(a, b);
  };
}

function partComparer(column: SortColumn): Compare {
  const { sign } = column;
  switch (column.kind) {
    case 'number': {
      const { values, missing, floor } = column;
      return (a, b) => {
        const left = values[a]!;
        const right = values[b]!;
        if (left === right) return 0;
        const isLeft = left !== missing && left >= floor;
        const isRight = right !== missing && right >= floor;
        if (isLeft !== isRight) return isLeft ? -1 : 1;
        return !isLeft ? 0 : left < right ? -sign : sign;
      };
    }
    case 'rank': {
      const { codes, ranks } = column;
      return (a, b) => {
        const left = ranks[codes[a]!]!;
        const right = ranks[codes[b]!]!;
        if (left === right) return 0;
        if (left === 0) return 1;
        if (right === 0) return -1;
        return left < right ? -sign : sign;
      };
    }
    case 'name':
      return (a, b) => column.ranks.compare(a, b, sign);
    case 'text':
      return (a, b) => compareValues(column.key(a), column.key(b), sign === -1);
  }
}

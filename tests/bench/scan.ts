import { digitsOf, fold, parseSearch } from '../../src/text/index.js';
import type { Row } from './data.js';

/*
 * The least code that gives the same answers as the memory adapter: bare columns, one loop. It is no product; it says what the machine can do.
 */

/** 1–12 characters out of names, phones and e-mails; every third is found nowhere. */
export function searchTerms(rows: readonly Row[]): string[] {
  return Array.from({ length: 200 }, (_, i) => {
    const row = rows[Math.floor((i * rows.length) / 200)]!;
    const length = 1 + (i % 12);
    if (i % 3 === 2)
      return 'zxqjkvwbgfhd'.slice(0, length) + (length > 3 ? '' : 'xq'.slice(0, 2 - (length % 2)));
    const text = [row.firstName, row.phone.slice(1), row.email, row.lastName][i % 4]!;
    const from = Math.min(i % 5, Math.max(0, text.length - length));
    return text.slice(from, from + length);
  });
}

export function scanColumns(rows: readonly Row[]) {
  const visits = Uint16Array.from(rows, (row) => row.visits);
  const lastVisit = Int32Array.from(rows, (row) => row.lastVisit);
  const created = Int32Array.from(rows, (row) => row.created);
  const categories = Uint32Array.from(rows, (row) => row.categories);
  const consents = Uint8Array.from(rows, (row) => Number(row.consentEmail));
  const points = Uint32Array.from(rows, (row) => row.points);
  const spent = Float64Array.from(rows, (row) => row.spent);
  const months = Uint8Array.from(rows, (row) => new Date(row.birthday * 86_400_000).getUTCMonth() + 1);
  const days = Uint8Array.from(rows, (row) => new Date(row.birthday * 86_400_000).getUTCDate());
  return {
    countFour(least: number, since: number): number {
      let found = 0;
      for (let row = 0; row < visits.length; row++) {
        if (
          visits[row]! >= least &&
          lastVisit[row]! >= since &&
          (categories[row]! & 136) !== 0 &&
          consents[row] === 1
        )
          found++;
      }
      return found;
    },
    /** One to four conditions: points, the day of creation, categories, consent. */
    building(conditions: number, least: number, since: number): number {
      let found = 0;
      if (conditions === 1) {
        for (let row = 0; row < points.length; row++) if (points[row]! >= least) found++;
      } else if (conditions === 2) {
        for (let row = 0; row < points.length; row++)
          if (points[row]! >= least && created[row]! >= since) found++;
      } else if (conditions === 3) {
        for (let row = 0; row < points.length; row++)
          if (points[row]! >= least && created[row]! >= since && (categories[row]! & 136) !== 0) found++;
      } else {
        for (let row = 0; row < points.length; row++)
          if (
            points[row]! >= least &&
            created[row]! >= since &&
            (categories[row]! & 136) !== 0 &&
            consents[row] === 1
          )
            found++;
      }
      return found;
    },
    top(): number[] {
      const best: number[] = [];
      let threshold = -1;
      for (let row = 0; row < points.length; row++) {
        if (points[row]! <= threshold && best.length >= 50) continue;
        let at = best.length;
        while (at > 0 && points[best[at - 1]!]! < points[row]!) at--;
        best.splice(at, 0, row);
        if (best.length > 50) best.pop();
        if (best.length === 50) threshold = points[best[49]!]!;
      }
      return best;
    },
    birthdays(month: number): Uint32Array {
      const counts = new Uint32Array(32);
      for (let row = 0; row < months.length; row++) if (months[row] === month) counts[days[row]!]!++;
      return counts;
    },
    rfm(): Uint32Array {
      const counts = new Uint32Array(25);
      for (let row = 0; row < spent.length; row++) {
        const day = lastVisit[row]!;
        if (day === 0) continue;
        const sum = spent[row]!;
        const r = day >= 20_500 ? 4 : day >= 20_200 ? 3 : day >= 19_800 ? 2 : day >= 19_000 ? 1 : 0;
        const m = sum >= 250_000 ? 4 : sum >= 120_000 ? 3 : sum >= 60_000 ? 2 : sum >= 20_000 ? 1 : 0;
        counts[r * 5 + m]!++;
      }
      return counts;
    },
  };
}

/** Texts of all rows behind each other, in which the engine's own `indexOf` finds a part. */
export function scanTexts(rows: readonly Row[]) {
  const lastVisit = Int32Array.from(rows, (row) => row.lastVisit);
  const starts = new Uint32Array(rows.length + 1);
  const parts: string[] = [];
  const folded = new Map<string, string>();
  let length = 0;
  rows.forEach((row, at) => {
    let name = folded.get(row.name);
    if (name === undefined) folded.set(row.name, (name = fold(row.name)));
    const text = `${name}\t${fold(row.email)}\n`;
    parts.push(text);
    starts[(at + 1) | 0] = length += text.length;
  });
  const texts = flat(parts);
  const digits = flat(rows.map((row) => `${digitsOf(row.phone)}\n`));
  const phone = digits.length / rows.length;
  const marks = new Uint8Array(rows.length);

  /** Rows that hold the term. */
  const mark = (term: string): number => {
    marks.fill(0);
    let found = 0;
    for (const { text, phones } of parseSearch(term)) {
      let row = 0;
      for (
        let at = text === '' ? -1 : texts.indexOf(text);
        at !== -1;
        at = texts.indexOf(text, starts[row]!)
      ) {
        row = rowAt(starts, at, row) + 1;
        marks[row - 1] = 1;
        found++;
      }
      for (const needle of phones) {
        for (let at = digits.indexOf(needle); at !== -1; at = digits.indexOf(needle, (row + 1) * phone)) {
          row = Math.floor(at / phone);
          if (marks[row] === 0) found++;
          marks[row] = 1;
        }
      }
    }
    return found;
  };
  return {
    count: mark,
    /** How many are found, and the first 50 of them by the last visit. */
    search(term: string): { found: number; rows: number[] } {
      const found = mark(term);
      const best: number[] = [];
      let least = -1;
      for (let row = 0; row < marks.length; row++) {
        if (marks[row] === 0 || (best.length === 50 && lastVisit[row]! <= least)) continue;
        let at = best.length;
        while (at > 0 && lastVisit[best[at - 1]!]! < lastVisit[row]!) at--;
        best.splice(at, 0, row);
        if (best.length > 50) best.pop();
        if (best.length === 50) least = lastVisit[best[49]!]!;
      }
      return { found, rows: best };
    },
  };
}

/** One text without seams: `indexOf` in a rope would join it first. */
function flat(parts: readonly string[]): string {
  return new TextDecoder('latin1').decode(new TextEncoder().encode(parts.join('')));
}

/** The row whose text holds a position, at or after another row. */
function rowAt(starts: Uint32Array, position: number, from: number): number {
  let low = from;
  let high = starts.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= position) low = middle;
    else high = middle;
  }
  return low;
}

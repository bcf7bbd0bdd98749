/** One record of a delimited text. `lines`: how many lines it takes. */
export interface CsvRecord {
  cells: string[];
  /** Number of its first line, from 1. */
  line: number;
  lines: number;
  /** A quote stands where none may: kept as text. */
  stray: boolean;
  /** A quoted cell never ends, or ends where the row can no longer be trusted: `cells` are those of its first line, quotes and all. */
  broken: boolean;
}

/** A quoted cell that goes on for longer was never closed. */
const MAX_RECORD = 1_000_000;
const MAX_LINES = 500;

/**
 * Parts a delimited text into records, piece by piece. Quotes may hold delimiters, line breaks and doubled quotes; a quote inside an unquoted
 * cell is text. Where quotes are broken only the first line of the record is given up, and reading goes on with the next, so that no value
 * bleeds from row to row.
 */
export class CsvRecords {
  readonly #delimiter: string;
  readonly #newline: string;
  readonly #fits: (cells: readonly string[]) => boolean;
  #rest = '';
  #line = 1;

  /** `fits` says whether a record over several lines may be right: a broken quote swallows rows and makes it too long or too short. */
  constructor(delimiter: string, newline: string, fits: (cells: readonly string[]) => boolean = () => true) {
    this.#delimiter = delimiter;
    this.#newline = newline;
    this.#fits = fits;
  }

  push(text: string, isLast: boolean): CsvRecord[] {
    const all = this.#rest === '' ? text : this.#rest + text;
    const records: CsvRecord[] = [];
    let at = 0;
    while (at < all.length) {
      const next = this.#next(all, at, isLast, records);
      if (next < 0) break;
      at = next;
    }
    this.#rest = all.slice(at);
    return records;
  }

  /** Adds the record that begins at `at` and says where the next one does; −1: its end has not come yet. */
  #next(text: string, at: number, isLast: boolean, records: CsvRecord[]): number {
    const end = text.indexOf(this.#newline, at);
    if (end < 0 && !isLast) {
      if (text.length - at < MAX_RECORD * 4) return -1;
    }
    const stop = end < 0 ? text.length : end;
    const line = text.slice(
      at,
      stop > at && text[stop - 1] === '\r' && this.#newline === '\n' ? stop - 1 : stop,
    );
    const after = end < 0 ? text.length : end + 1;
    if (!line.includes('"')) {
      records.push({
        cells: line.split(this.#delimiter),
        line: this.#line++,
        lines: 1,
        stray: false,
        broken: false,
      });
      return after;
    }
    const quoted = this.#quoted(text, at, isLast);
    if (quoted === 'more') return -1;
    if (quoted === null || (quoted.lines > 1 && (quoted.stray || !this.#fits(quoted.cells)))) {
      const cells = line.split(this.#delimiter);
      records.push({ cells, line: this.#line++, lines: 1, stray: true, broken: true });
      return after;
    }
    const { next, ...record } = quoted;
    records.push({ ...record, line: this.#line, broken: false });
    this.#line += record.lines;
    return next;
  }

  /** A record with quotes, cell by cell. Null: a quote is not closed. */
  #quoted(
    text: string,
    from: number,
    isLast: boolean,
  ): { cells: string[]; lines: number; stray: boolean; next: number } | 'more' | null {
    const cells: string[] = [];
    let at = from;
    let lines = 1;
    let stray = false;
    for (;;) {
      let start = at;
      while (text[start] === ' ' && this.#delimiter !== ' ') start++;
      if (text[start] === '"') {
        let value = '';
        let open = start + 1;
        for (;;) {
          const close = text.indexOf('"', open);
          if (close < 0) return isLast || text.length - from > MAX_RECORD ? null : 'more';
          if (close + 1 === text.length && !isLast) return 'more';
          value += text.slice(open, close);
          if (text[close + 1] === '"') {
            value += '"';
            open = close + 2;
            continue;
          }
          at = this.#endOfCell(text, close + 1);
          if (at >= 0) break;
          stray = true;
          value += '"';
          open = close + 1;
          // A stray quote after a line break: what was opened on an earlier line was not meant to be.
          if (value.includes(this.#newline)) return null;
        }
        lines += countOf(value, this.#newline);
        if (lines > MAX_LINES || at - from > MAX_RECORD) return null;
        cells.push(value);
      } else {
        const end = text.indexOf(this.#newline, at);
        const stop = end < 0 ? text.length : end;
        if (end < 0 && !isLast) return 'more';
        const comma = text.indexOf(this.#delimiter, at);
        const to = comma >= 0 && comma < stop ? comma : stop;
        const value = text.slice(at, to);
        cells.push(
          to === stop && value.endsWith('\r') && this.#newline === '\n' ? value.slice(0, -1) : value,
        );
        at = to;
      }
      if (text[at] === this.#delimiter) {
        at++;
        continue;
      }
      return {
        cells,
        lines,
        stray,
        next: Math.min(text.length, at + (text[at] === '\r' && this.#newline === '\n' ? 2 : 1)),
      };
    }
  }

  /** Where the cell ends whose closing quote stands before `at`; −1: something else follows it. */
  #endOfCell(text: string, at: number): number {
    let end = at;
    while (text[end] === ' ' && this.#delimiter !== ' ') end++;
    const char = text[end];
    if (char === undefined || char === this.#delimiter || char === this.#newline) return end;
    return char === '\r' && (text[end + 1] === '\n' || text[end + 1] === undefined) ? end : -1;
  }
}

function countOf(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) count++;
  return count;
}

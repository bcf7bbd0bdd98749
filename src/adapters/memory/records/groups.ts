import { nextCapacity, resized } from '../columns/capacity.js';

/**
 * Whose each record is. Records stand in groups by client, so that a number for each client says it; those that came or changed hands since are
 * remembered one by one until they are grouped anew.
 */
export class Groups {
  /** Where each client's records start, of those that are grouped. */
  #starts = new Uint32Array(1);
  /** The clients of the records behind the groups. */
  #tail = new Uint32Array(0);
  #count = 0;
  readonly #moved = new Map<number, number>();
  /** Records that are not in their client's group, by client. */
  readonly #recent = new Map<number, Set<number>>();

  get starts(): Uint32Array {
    return this.#starts;
  }

  get bytes(): number {
    return this.#starts.byteLength + this.#tail.byteLength;
  }

  get #grouped(): number {
    return this.#starts[this.#starts.length - 1]!;
  }

  /** The next record is this client's. While `loading`, group at the end. */
  add(owner: number, loading: boolean): void {
    const row = this.#count++;
    const at = row - this.#grouped;
    if (at >= this.#tail.length) this.#tail = resized(this.#tail, nextCapacity(at + 1, this.#tail.length));
    this.#tail[at] = owner;
    if (!loading) this.#remember(row, owner);
  }

  ownerOf(row: number): number {
    const moved = this.#moved.size > 0 ? this.#moved.get(row) : undefined;
    if (moved !== undefined) return moved;
    return row < this.#grouped ? this.#groupOf(row) : this.#tail[row - this.#grouped]!;
  }

  /** A client's records, in no order. */
  rowsOf(owner: number): number[] {
    const rows: number[] = [];
    if (owner + 1 < this.#starts.length) {
      for (let row = this.#starts[owner]!; row < this.#starts[owner + 1]!; row++)
        if (!this.#moved.has(row)) rows.push(row);
    }
    const recent = this.#recent.get(owner);
    return recent ? [...rows, ...recent] : rows;
  }

  /** Gives a record to another client. */
  move(row: number, owner: number): void {
    this.#recent.get(this.ownerOf(row))?.delete(row);
    if (row >= this.#grouped) this.#tail[row - this.#grouped] = owner;
    else if (this.#groupOf(row) === owner) {
      this.#moved.delete(row);
      return;
    } else this.#moved.set(row, owner);
    this.#remember(row, owner);
  }

  /** The client of every record. */
  owners(): Uint32Array {
    const owners = new Uint32Array(this.#count);
    for (let client = 0; client + 1 < this.#starts.length; client++)
      owners.fill(client, this.#starts[client], this.#starts[client + 1]);
    owners.set(this.#tail.subarray(0, this.#count - this.#grouped), this.#grouped);
    for (const [row, owner] of this.#moved) owners[row] = owner;
    return owners;
  }

  /** All records stand in groups now. */
  settle(starts: Uint32Array): void {
    this.#starts = starts as Uint32Array<ArrayBuffer>;
    this.#count = this.#grouped;
    this.#tail = new Uint32Array(0);
    this.#moved.clear();
    this.#recent.clear();
  }

  /** Groups for clients that came since, who have none. */
  extend(clients: number): void {
    this.#starts = resized(this.#starts, clients + 1, this.#grouped);
  }

  #remember(row: number, owner: number): void {
    const recent = this.#recent.get(owner);
    if (recent) recent.add(row);
    else this.#recent.set(owner, new Set([row]));
  }

  #groupOf(row: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (this.#starts[middle]! <= row) low = middle;
      else high = middle;
    }
    return low;
  }
}

import type { Id } from '../contract/index.js';

/** Characters of one id, used again for each; ids are at most 64 long. */
const characters = new Uint8Array(64);

/**
 * The snapshot token of a set of clients: how many there are, and the XOR of a 64-bit hash of each id. The order in which ids are added does
 * not matter, and one that is added twice is taken out again. It tells whether a set has changed; it is no secret and no checksum of values.
 */
export class SetToken {
  #count = 0;
  #high = 0;
  #low = 0;

  add(id: Id): void {
    for (let index = 0; index < id.length; index++) characters[index] = id.charCodeAt(index);
    this.addCharacters(characters, id.length);
  }

  /** The same of an id whose characters stand in an array: a million of them need no strings. */
  addCharacters(codes: Uint8Array, length: number): void {
    // FNV-1a over the characters in two lanes that differ in their start and prime, then murmur's finaliser: ids are ASCII.
    let high = 0x811c9dc5;
    let low = 0x9747b28c;
    for (let index = 0; index < length; index++) {
      const code = codes[index]!;
      high = Math.imul(high ^ code, 0x01000193);
      low = Math.imul(low ^ code, 0x5bd1e995);
      low ^= low >>> 15;
    }
    this.#high ^= finish(high ^ length);
    this.#low ^= finish(low);
    this.#count++;
  }

  get count(): number {
    return this.#count;
  }

  /** `<count>-<16 hex digits>`. */
  toString(): string {
    return `${this.#count}-${hex(this.#high)}${hex(this.#low)}`;
  }
}

/** The token of a set whose ids are at hand. */
export function tokenOf(ids: Iterable<Id>): string {
  const token = new SetToken();
  for (const id of ids) token.add(id);
  return token.toString();
}

/** 16 hex digits that stand for a text. Two texts rarely share them; nobody is kept from making two that do. */
export function digest(text: string): string {
  const [high, low] = hash(text);
  return hex(high) + hex(low);
}

function hash(text: string): [number, number] {
  // FNV-1a over the code units in two lanes that differ in their start and prime, then murmur's finaliser.
  let high = 0x811c9dc5;
  let low = 0x9747b28c;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ code, 0x5bd1e995);
    low ^= low >>> 15;
  }
  return [finish(high ^ text.length), finish(low)];
}

function finish(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}

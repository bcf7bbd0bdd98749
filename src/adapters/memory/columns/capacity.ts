/** The typed arrays that columns are made of. */
export type TypedArray =
  Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | Float64Array;

/** How much to hold for `needed` entries: a half more each time, so that appending costs little and wastes little. */
export function nextCapacity(needed: number, current: number): number {
  return needed <= current ? current : Math.max(needed, Math.ceil(current * 1.5), 64);
}

/** The first `length` entries: the array itself when it has no more. */
export function cut<T extends TypedArray>(array: T, length: number): T {
  return array.length === length ? array : (array.slice(0, length) as T);
}

/** A copy with its entries in another order, as long as before. */
export function permuted<T extends TypedArray>(array: T, order: Uint32Array): T {
  const copy = array.slice() as T;
  for (let row = 0; row < order.length; row++) copy[row] = array[order[row]!]!;
  return copy;
}

/** A map by row with its keys in another order. */
export function permutedMap<V>(map: Map<number, V>, order: Uint32Array): void {
  if (map.size === 0) return;
  const old = new Map(map);
  map.clear();
  for (let row = 0; row < order.length; row++) {
    const value = old.get(order[row]!);
    if (value !== undefined) map.set(row, value);
  }
}

/** A copy of another length; what is new holds `fill`. */
export function resized<T extends TypedArray>(array: T, length: number, fill = 0): T {
  if (length === array.length) return array;
  const copy = new (array.constructor as new (length: number) => T)(length);
  copy.set(array.length > length ? (array.subarray(0, length) as T) : array);
  if (fill !== 0 && length > array.length) copy.fill(fill, array.length);
  return copy;
}

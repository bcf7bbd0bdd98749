/** What is compared whatever its order: the same things in the order of their JSON. */
export function inOrder<T>(list: readonly T[]): T[] {
  const keyed = list.map((item) => [JSON.stringify(item) ?? '', item] as const);
  return keyed.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, item]) => item);
}

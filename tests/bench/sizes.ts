import { listPage, sizeOf, sourcesOf } from '../tools/size.js';
import { peerSize } from './builds.js';

/** Bytes of gzip, minified. */
export interface Sizes {
  /** Ours: the provider and the list with their language, before the first paint; and with every lazy part of one language. */
  first: number;
  all: number;
  peers: Record<string, number>;
}

/** Other languages than the one that is shown, and what stands behind an adapter in the page. */
const isApart = (parts: readonly string[]): boolean =>
  parts.every((part) => /^src\/locales\/(?:bg|cs|lv|ru)$/.test(part)) || parts.includes('src/engine/access');

export async function sizes(peers: readonly string[]): Promise<Sizes> {
  const { eager, lazy } = await sizeOf(sourcesOf(listPage));
  const more = lazy.filter(({ parts }) => !isApart(parts)).reduce((sum, { size }) => sum + size, 0);
  const result: Sizes = { first: eager, all: eager + more, peers: {} };
  for (const name of peers) result.peers[name] = await peerSize(name);
  return result;
}

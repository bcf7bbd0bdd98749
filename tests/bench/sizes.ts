import { isOfList, listPage, sizeOf, sourcesOf } from '../tools/size.js';
import { peerSize } from './builds.js';

/** Bytes of gzip, minified. */
export interface Sizes {
  /** Ours: the provider and the list with their language, before the first paint; and with every lazy part and a second language. */
  first: number;
  all: number;
  peers: Record<string, number>;
}

export async function sizes(peers: readonly string[]): Promise<Sizes> {
  const { eager, lazy } = await sizeOf(sourcesOf(listPage));
  const more = lazy.filter(isOfList).reduce((sum, { size }) => sum + size, 0);
  const result: Sizes = { first: eager, all: eager + more, peers: {} };
  for (const name of peers) result.peers[name] = await peerSize(name);
  return result;
}

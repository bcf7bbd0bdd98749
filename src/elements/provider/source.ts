import type { Adapter } from '../../contract/adapter.js';
import type { SessionOptions } from '../../sdk/types.js';

export interface Source {
  adapter: Adapter;
  /** What the address says of the session itself. */
  options?: SessionOptions;
}

/** Makes an adapter of a provider's `src`. */
export type SourceLoader = (src: string, signal: AbortSignal) => Promise<Source>;

let current: SourceLoader | undefined;
let told: (() => void)[] = [];

/** Says how `src` is understood: what the entry for pages without a build does, so that widgets need no adapter of their own. */
export function setSourceLoader(loader: SourceLoader): void {
  current = loader;
  for (const tell of told.splice(0)) tell();
}

/** The loader, once there is one. */
export async function sourceLoader(missing: () => void): Promise<SourceLoader> {
  if (!current) {
    const timer = setTimeout(missing);
    await new Promise<void>((resolve) => told.push(resolve));
    clearTimeout(timer);
  }
  return current as unknown as SourceLoader;
}

/** For tests: as if no entry had said how. */
export function clearSourceLoader(): void {
  current = undefined;
  told = [];
}

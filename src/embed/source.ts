import type { Source } from '../elements/provider/source.js';

const SAMPLE = /^sample:\s*(\d{1,7})?(?:\?(.*))?$/i;
/** Enough to scroll and filter, quick to make. */
const SAMPLE_SIZE = 500;
const SAMPLE_MOST = 1_000_000;

/**
 * Understands a provider's `src`: `sample:500` (also `sample:500?seed=2`) is a base of made-up clients in the page, anything else the
 * address of a server that speaks the contract. Only what is needed is loaded.
 */
export async function loadSource(src: string, signal: AbortSignal): Promise<Source> {
  const sample = SAMPLE.exec(src);
  if (!sample) {
    const { httpAdapter } = await import('../adapters/http/index.js');
    return { adapter: httpAdapter({ url: src }) };
  }
  const [{ memoryAdapter }, { sampleColumns }] = await Promise.all([
    import('../adapters/memory/index.js'),
    import('../sample/index.js'),
  ]);
  signal.throwIfAborted();
  const clients = Math.min(SAMPLE_MOST, Number(sample[1] ?? SAMPLE_SIZE));
  const seed = Number(new URLSearchParams(sample[2] ?? '').get('seed') ?? 1);
  const base = sampleColumns({
    clients,
    seed: Number.isSafeInteger(seed) ? seed : 1,
    // What the sample keeps under names is named in the language of the page.
    locale: document.documentElement.lang || 'en',
  });
  return { adapter: memoryAdapter(base) };
}

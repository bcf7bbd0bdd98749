import { memoryAdapter } from '../../../src/adapters/memory/index.js';
import type { Adapter } from '../../../src/contract/index.js';
import '../../../src/elements/list/list.define.js';
import '../../../src/elements/provider/provider.define.js';
import { enableSources } from '../../../src/embed/index.js';
import { sampleBase } from '../../../src/sample/index.js';
import { installProbe } from './probe.js';

installProbe();
enableSources();

/** One base for all lists, as a host's own adapter would be. */
const adapter = memoryAdapter({ ...sampleBase({ clients: 200 }), records: {} });

/** Answers to none of its questions in time. */
const slow: Adapter = {
  ...adapter,
  find: (query, context) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => resolve(adapter.find(query, context)), 60_000);
      context.signal?.addEventListener('abort', () => {
        clearTimeout(timer);
        reject(context.signal?.reason);
      });
    }),
};

const bases = {
  shared: () => ({ adapter }),
  slow: () => ({ adapter: slow }),
  own: () => ({ src: 'sample:50' }),
};

const lists = {
  /** Puts a provider with a list into the page. */
  add(base: keyof typeof bases): void {
    const provider = Object.assign(document.createElement('clientele-provider'), bases[base]());
    const list = document.createElement('clientele-list');
    list.setAttribute('address', 'clients');
    provider.append(list);
    document.body.append(provider);
  },
  remove(): void {
    document.querySelector('clientele-provider')?.remove();
  },
};

declare global {
  interface Window {
    lists: typeof lists;
  }
}
window.lists = lists;

import { memoryAdapter, type MemoryOptions } from '../../../src/adapters/memory/index.js';
import type {
  Adapter,
  Client,
  Context,
  LibraryKind,
  LibraryStore,
  Node,
  Rule,
  SegmentDocument,
  WriteContext,
} from '../../../src/contract/index.js';

export const CONTEXT: Context = { tenant: 't1', actor: 'ann', role: 'owner' };
let keys = 0;
export const writer = (): WriteContext => ({ ...CONTEXT, key: `k${++keys}` });
export const of = (where: Node): SegmentDocument => ({ v: 1, where });
export const atLeast = (visits: number): Node => ({
  kind: 'field',
  field: 'visits',
  op: 'gte',
  value: visits,
});

/** A base in memory whose clock stands until it is moved, with what its tests ask of it. */
export function baseOf(options: MemoryOptions) {
  const clock = { now: Date.parse('2026-03-10T12:00:00Z') };
  const adapter = memoryAdapter({ now: () => clock.now, ...options }) as Required<Adapter>;
  const base = {
    adapter,
    clock,
    library: adapter.library as LibraryStore,
    /** Works until nothing is left to do; at most so many rounds. Answers how many it took. */
    async settle(most = 200): Promise<number> {
      for (let round = 1; round <= most; round++) {
        if (!(await adapter.jobs.work({ budgetMs: 5 }, writer())).more) return round;
      }
      throw new Error('the base never comes to rest');
    },
    async client(id: string): Promise<Client> {
      return adapter.get(id, CONTEXT);
    },
    async save(kind: LibraryKind, item: object): Promise<{ version: number }> {
      return (await adapter.library.save(kind, { version: null, ...item } as never, writer())) as {
        version: number;
      };
    },
    rule(
      id: string,
      rule: Partial<Rule> & Pick<Rule, 'where' | 'field' | 'value'>,
      version: number | null = null,
    ) {
      return base.save('rules', { id, version, name: id, enabled: true, keep: 'given', ...rule });
    },
    async count(where: Node): Promise<number> {
      return (await adapter.count(of(where), CONTEXT)).count;
    },
  };
  return base;
}

export function people(count: number, more: (index: number) => Partial<Client> = () => ({})): Client[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `c${String(index).padStart(6, '0')}`,
    version: 1,
    firstName: `Name${index}`,
    ...more(index),
  }));
}

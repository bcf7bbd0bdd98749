import { memoryAdapter } from '../../src/adapters/memory/index.js';
import { standardRecords, type Adapter } from '../../src/contract/index.js';
import { sampleColumns } from '../../src/sample/index.js';
import { OWN_FIELDS } from '../host/roles.js';

const SIZES = ['1000', '100000', '1000000'];
const bases = new Map<string, Adapter>();

/** A base in this process, made when it is first asked for, and kept. Null: none of that size is on offer. */
export function memoryBase(size: string): Adapter | null {
  if (!SIZES.includes(size)) return null;
  const known = bases.get(size);
  if (known) return known;
  const { clients, records, lists, segments, rules, settings } = sampleColumns({ clients: Number(size) });
  const adapter = memoryAdapter({
    clients,
    records,
    lists,
    segments,
    rules,
    settings,
    fields: OWN_FIELDS,
    recordKinds: standardRecords,
    clientsFirst: true,
  });
  bases.set(size, adapter);
  return adapter;
}

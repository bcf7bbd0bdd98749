import { it } from 'node:test';
import type {
  Adapter,
  BuiltinFieldId,
  Catalogue,
  Change,
  Client,
  Context,
  Description,
  ErrorCode,
  Field,
  Found,
  Id,
  Job,
  JobRow,
  Node,
  Now,
  Page,
  Patch,
  Permission,
  Plan,
  Query,
  RowReason,
  Save,
  SegmentDocument,
  Selection,
  Table,
  Window,
  WriteContext,
} from '../../src/contract/index.js';
import type { OperationName } from '../../src/contract/operations.js';
import type { AdapterOperation } from '../../src/engine/index.js';

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
type Holds<A, B> = [A] extends [B] ? true : false;
/** Fails to compile where a claim is not true. */
function claim<_T extends true>(): void {
  // What is claimed is claimed of types: there is nothing to run.
}

it('pins the port: what an adapter is asked, and what it answers', () => {
  claim<Same<Adapter['find'], (query: Query, context: Context) => Now<Page<Client>>>>();
  claim<
    Same<
      Adapter['count'],
      (where: SegmentDocument, context: Context, options?: { today?: string; token?: true }) => Now<Found>
    >
  >();
  claim<Same<Adapter['get'], (id: Id, context: Context, fields?: string[]) => Now<Client>>>();
  claim<Same<Adapter['save'], (input: Save, context: WriteContext) => Promise<Client>>>();
  claim<Same<Adapter['remove'], (id: Id, version: number, context: WriteContext) => Promise<void>>>();
  claim<Same<Adapter['describe'], (context: Context) => Now<Description>>>();
  type Core = 'describe' | 'find' | 'count' | 'get' | 'save' | 'remove';
  type Needed = { [K in keyof Adapter]-?: object extends Pick<Adapter, K> ? never : K }[keyof Adapter];
  claim<Same<Needed, Core>>();
  claim<Same<ReturnType<NonNullable<Adapter['watch']>>, AsyncIterable<Change>>>();
  claim<Holds<ReturnType<NonNullable<Adapter['aggregate']>>, Now<Table>>>();
});

it('pins what widgets read', () => {
  claim<Same<Client['id'], string>>();
  claim<Same<Client['version'], number>>();
  claim<Holds<BuiltinFieldId, keyof Client>>();
  claim<Same<Window, { at: number; size: number } | { after: string | null; size: number }>>();
  claim<Holds<{ ids: [string, ...string[]] }, Selection>>();
  claim<Same<Holds<{ ids: string[] }, Selection>, false>>();
  claim<
    Same<
      Node['kind'],
      'everyone' | 'all' | 'any' | 'none' | 'field' | 'records' | 'reachable' | 'segment' | 'search'
    >
  >();
  claim<Holds<'changed' | 'unchanged' | 'gone', RowReason>>();
  claim<Same<JobRow['outcome'], 'ok' | 'failed' | 'skipped' | 'unprocessed'>>();
  claim<Same<Plan['reasons'][number]['reason'], RowReason>>();
  claim<Holds<'queued' | 'running' | 'done' | 'cancelled' | 'failed' | 'undone', Job['state']>>();
  claim<Holds<{ readonly city: null; readonly 'custom.hasCat': true }, Patch>>();
  claim<Same<Catalogue['fields'], ReadonlyMap<string, Field>>>();
  claim<Holds<'see' | 'contacts' | 'sensitive' | 'views.share' | 'jobs.all', Permission>>();
  claim<Same<Holds<string, ErrorCode>, false>>();
});

it('names the same operations in the port, on the wire and in the rights matrix', () => {
  claim<Same<Exclude<AdapterOperation, 'close'>, OperationName>>();
});

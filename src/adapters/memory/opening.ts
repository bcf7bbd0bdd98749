import type { Node, Now, SegmentDocument } from '../../contract/index.js';
import { chain } from '../../engine/index.js';
import { setupOf } from './base.js';
import { createCore, type Core, type Filled } from './core.js';
import { Problems } from './load.js';
import { fillBase, fillFirst, fillRest, isFile } from './open.js';
import type { MemoryOptions, Setup } from './options.js';
import type { Journal } from './ops.js';
import type { Described, Persistence } from './persist/index.js';
import { doWrite } from './writes.js';

/** An open base, and what a file brought along. */
export interface Opened {
  core: Core;
  described: Partial<Described>;
  persistence: Persistence | null;
  /** Resolves when the records are there, too; absent: they are. */
  records?: Now<void>;
}

/** Asked for the base instead of `clients` and `records`. */
export type Fill = (() => Promise<Filled>) | undefined;

/** Opens a base by its options, at once when that is quick. What is kept under `persist` wins over what the options bring. */
export function openBase(options: MemoryOptions, setup: Setup, fill: Fill): Now<Opened> {
  return options.persist === undefined
    ? openFresh(options, setup, fill, null)
    : openKept(options.persist, options, setup, fill);
}

function openFresh(
  options: MemoryOptions,
  setup: Setup,
  fill: Fill,
  persistence: Persistence | null,
): Now<Opened> {
  if (fill)
    return fill().then((filled) => ({
      core: createCore(setup, filled, persistence),
      described: {},
      persistence,
    }));
  if (isFile(options.clients)) return openFile(options.clients, options, persistence);
  const core = createCore(setup, null, persistence);
  if (options.clientsFirst && !persistence) return openClientsFirst(core, options);
  return chain(fillBase(core.base, core.totals, options), () => ({ core, described: {}, persistence }));
}

function openClientsFirst(core: Core, options: MemoryOptions): Now<Opened> {
  const { base, totals, store } = core;
  const problems = new Problems();
  return chain(fillFirst(base, options, problems), () => ({
    core,
    described: {},
    persistence: null,
    records: fillRest(base, totals, options, problems, (wrong) =>
      store.apply(
        wrong.map(([row, patch]) => ({
          kind: 'client',
          id: base.clients.ids.at(row),
          version: base.version(row),
          patch,
        })),
      ),
    ),
  }));
}

/** Whether a segment looks at records; of other segments nobody knows yet. */
export function asksRecords({ where }: SegmentDocument): boolean {
  const asks = (node: Node | undefined): boolean =>
    node?.kind === 'records' ||
    node?.kind === 'segment' ||
    (Array.isArray((node as { of?: unknown } | undefined)?.of) && (node as { of: Node[] }).of.some(asks));
  return asks(where);
}

async function openFile(
  file: Blob | Response,
  options: MemoryOptions,
  persistence: Persistence | null,
): Promise<Opened> {
  const { readFileOptions } = await import('./csv.js');
  const read = await readFileOptions(file, options);
  const setup = setupOf(read.options);
  const core = createCore(setup, null, persistence satisfies Journal | null);
  await fillBase(core.base, core.totals, read.options, read.problems);
  return { core, described: { fields: [...(read.options.fields ?? [])], lists: setup.lists }, persistence };
}

async function openKept(name: string, options: MemoryOptions, setup: Setup, fill: Fill): Promise<Opened> {
  const { Persistence: Kept } = await import('./persist/index.js');
  const persistence = await Kept.open(name);
  const answer = (core: Core) => (member: string, args: unknown[]) => doWrite(core, member, args);
  const kept = await persistence.read();
  if (!kept) {
    const opened = await openFresh(options, setup, fill, persistence);
    await persistence.attach(opened.core, answer(opened.core));
    const { fields = [], lists = {} } = opened.described;
    // Writes wait for it; when there is no room for the base, they fail, and reading goes on.
    persistence
      .keep({ fields, lists })
      .catch((error: unknown) => console.warn('clientele: the base is not kept:', error));
    return opened;
  }
  const { clients: _clients, records: _records, ...rest } = options;
  const fields = [...kept.fields, ...(options.fields ?? [])];
  const described = {
    fields: [...new Map(fields.map((field) => [field.id, field])).values()],
    lists: { ...kept.lists, ...options.lists },
  };
  const core = createCore(setupOf({ ...rest, ...described }), kept.filled, persistence);
  core.store.apply(kept.documents);
  await persistence.attach(core, answer(core));
  return { core, described, persistence };
}

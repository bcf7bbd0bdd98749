import { v7 } from 'uuid';
import {
  isClienteleError,
  type Catalogue,
  type Context,
  type Id,
  type Now,
  type SegmentDocument,
  type Settings,
  type WriteContext,
} from '../../contract/index.js';
import { todayIn } from '../../time/index.js';
import type { StatusChange } from '../history.js';
import type { Store } from '../store.js';
import type { Library } from './library.js';
import { hasGifts } from './plans.js';
import { sizeDocument, type StoredSizes } from './sizes.js';
import type { LibraryState } from './state.js';
import { sweep } from './sweep.js';
import { turn } from './turn.js';

export interface UpkeepOptions {
  library: Library;
  catalogue: Catalogue | ((context: Context) => Catalogue);
  settings: Settings;
  count(where: SegmentDocument, context: Context): Now<number>;
  /** Writes changes of status in one commit; those that stand already are left as they are. */
  keepHistory(changes: readonly StatusChange[], context: WriteContext): Promise<void>;
}

/** Works on what the base does by itself until `isOver`, at least one step. Answers whether there is more to do now. */
export type Upkeep = (isOver: () => boolean, context: Context) => Promise<boolean>;

/** Rules that feed each other are followed so many rounds for one change of the base. */
const ROUNDS = 4;
/** A sweep that took long is not made again before this many times as long has passed, except on another day or for other rules. */
const REST = 10;
const LONG = 250;
/** After a failure nothing is tried for so many milliseconds. */
const PAUSE = 10_000;

interface Work {
  steps: AsyncGenerator<void, number | void>;
  name: 'turn' | 'sizes' | 'sweep';
  /** What the base was when it began. */
  key: string;
  ms: number;
}

/** How far one tenant has come, as far as this process knows. */
interface Progress {
  work: Work | null;
  isHeld: boolean;
  turned: string | null;
  sized: string | null;
  swept: { key: string; revision: string; rest: string } | null;
  rounds: number;
  /** Not before this time, by the clock of this process. */
  resumes: number;
  rests: number;
}

/**
 * What a base does by itself: it takes removed entries from their clients, writes down who was lost, notes the sizes of segments once a day, and
 * keeps rules and tiers. Everything is done in steps, each of which stands or not; what is lost with a process is found again by looking.
 */
export function createUpkeep(store: Store, options: UpkeepOptions): Upkeep {
  const tenants = new Map<Id, Progress>();
  const { library, settings, keepHistory } = options;
  const catalogueFor = (context: Context): Catalogue =>
    typeof options.catalogue === 'function' ? options.catalogue(context) : options.catalogue;
  const today = () => todayIn(settings.timeZone, store.now());

  /** What is to be done next, if anything. */
  const next = async (progress: Progress, state: LibraryState, context: Context): Promise<Work | null> => {
    const day = today();
    if (progress.turned !== day) {
      const steps = turn({ store, settings, keep: keepHistory, context }, day);
      return { steps, name: 'turn', key: day, ms: 0 };
    }
    const sizing = `${day}.${state.rev}`;
    if (progress.sized !== sizing) {
      return { steps: takeSizes(state, day, context), name: 'sizes', key: sizing, ms: 0 };
    }
    if (!hasGifts(state) && state.removed.length === 0) return null;
    const rest = `${day}.${state.rev}`;
    const revision = await store.revision(context);
    const { swept } = progress;
    const isSame = swept?.rest === rest;
    if (isSame && (swept.revision === revision || performance.now() < progress.rests)) return null;
    const catalogue = catalogueFor(context);
    const count = (where: SegmentDocument) => options.count(where, context);
    const steps = sweep({ store, catalogue, today: day, context, count }, state);
    return { steps, name: 'sweep', key: JSON.stringify([rest, revision]), ms: 0 };
  };

  async function* takeSizes(state: LibraryState, day: string, context: Context): AsyncGenerator<void> {
    for (const { id, document } of state.items.segments) {
      const before = (await store.document('size', id, context)) as StoredSizes | null;
      if (before?.sizes.at(-1)?.day === day) continue;
      try {
        const count = await options.count(document, context);
        const size = sizeDocument(id, before, { day, count });
        const guard = { kind: 'size', id, rev: before?.rev ?? null } as const;
        await store.commit([], [size], { ...context, key: v7() }, [guard]);
      } catch (error) {
        // One that cannot be asked any more has no size; one that somebody else counted has it.
        const isExpected = isClienteleError(error) && (error.code === 'invalid' || error.code === 'conflict');
        if (!isExpected) throw error;
      }
      yield;
    }
  }

  const ended = async (progress: Progress, work: Work, written: number, context: Context): Promise<void> => {
    if (work.name === 'turn') progress.turned = work.key;
    if (work.name === 'sizes') progress.sized = work.key;
    if (work.name !== 'sweep') return;
    const [rest, revision] = JSON.parse(work.key) as [string, string];
    progress.rounds = written === 0 ? 0 : progress.rounds + 1;
    const isEndless = progress.rounds >= ROUNDS;
    if (isEndless) progress.rounds = 0;
    // What was written may fit other rules: then the base is looked at again.
    progress.swept = { key: work.key, rest, revision: isEndless ? await store.revision(context) : revision };
    if (progress.rounds === 0 && work.ms > LONG) progress.rests = performance.now() + work.ms * REST;
  };

  /** One step; false: there is nothing to do. */
  const step = async (progress: Progress, isOver: () => boolean, context: Context): Promise<boolean> => {
    const state = await library.state(context);
    if (state.leaving.length > 0) {
      await library.letGo(state.leaving[0]!, context, isOver);
      return true;
    }
    const isStale =
      progress.work?.name === 'sweep' && !progress.work.key.startsWith(`["${today()}.${state.rev}"`);
    if (isStale) progress.work = null;
    progress.work ??= await next(progress, state, context);
    const { work } = progress;
    if (!work) return false;
    const since = performance.now();
    const result = await work.steps.next();
    work.ms += performance.now() - since;
    if (!result.done) return true;
    progress.work = null;
    await ended(progress, work, result.value ?? 0, context);
    return true;
  };

  return async (isOver, given) => {
    const { tenant, signal } = given;
    const context: Context = { tenant, actor: 'library', role: 'library', ...(signal ? { signal } : {}) };
    const progress = tenants.get(tenant) ?? fresh();
    tenants.set(tenant, progress);
    if (progress.isHeld || performance.now() < progress.resumes) return false;
    progress.isHeld = true;
    try {
      do {
        if (!(await step(progress, isOver, context))) return false;
      } while (!isOver());
      return true;
    } catch (error) {
      progress.work = null;
      progress.resumes = performance.now() + PAUSE;
      const isRace = isClienteleError(error) && (error.code === 'conflict' || error.code === 'aborted');
      if (isRace) return false;
      throw error;
    } finally {
      progress.isHeld = false;
    }
  };
}

function fresh(): Progress {
  return {
    work: null,
    isHeld: false,
    turned: null,
    sized: null,
    swept: null,
    rounds: 0,
    resumes: -Infinity,
    rests: -Infinity,
  };
}

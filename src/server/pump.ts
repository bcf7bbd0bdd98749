import type { Adapter, Id, Now, Rights } from '../contract/index.js';
import type { HandlerOptions } from './handler.js';

export interface PumpOptions {
  /** The adapter that the handler has. */
  adapter: Adapter;
  /** Whose bases are worked on; asked anew for each round. */
  tenants: readonly Id[] | (() => Now<readonly Id[]>);
  /** As the handler's: each piece of a job is done with the rights that its author has by then. */
  rights?: HandlerOptions['rights'];
  /** Milliseconds between two rounds when nothing is left to do. Default 1000. */
  everyMs?: number;
  /** Milliseconds for one tenant in a round. Default 200. */
  budgetMs?: number;
  /** Told what went wrong; the next round tries again. */
  onError?(error: unknown, tenant: Id | null): void;
}

/**
 * Does what no request waits for: jobs over many clients, rules and tiers, sizes of segments, the turn of the day. For a process that stays;
 * a serverless host calls `POST /work` by its scheduler instead. Several processes may do it at once. Answers how to stop.
 */
export function keepWorking(options: PumpOptions): () => void {
  const { adapter, tenants, everyMs = 1000, budgetMs = 200, onError } = options;
  const stop = new AbortController();
  const rights = async (author: Parameters<Adapter['describe']>[0]): Promise<Rights> => {
    const description = await adapter.describe(author);
    const { tenant, actor, role } = author;
    return (await options.rights?.({ tenant, actor, role }, description)) ?? description.rights;
  };
  let timer: ReturnType<typeof setTimeout> | undefined;

  const round = async (): Promise<void> => {
    let isMore = false;
    try {
      for (const tenant of typeof tenants === 'function' ? await tenants() : tenants) {
        if (stop.signal.aborted) return;
        try {
          const context = { tenant, actor: 'pump', role: 'pump', signal: stop.signal };
          const done = await adapter.jobs?.work({ budgetMs, signal: stop.signal, rights }, context);
          isMore ||= done?.more === true;
        } catch (error) {
          if (!stop.signal.aborted) onError?.(error, tenant);
        }
      }
    } catch (error) {
      onError?.(error, null);
    }
    if (!stop.signal.aborted) timer = setTimeout(() => void round(), isMore ? 0 : everyMs);
  };
  void round();
  return () => {
    stop.abort();
    clearTimeout(timer);
  };
}

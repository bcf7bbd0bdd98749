import {
  isClienteleError,
  type Adapter,
  type Context,
  type Description,
  type Now,
  type Rights,
} from '../../contract/index.js';
import { chain, isPromise } from '../now.js';
import { RIGHTS_MATRIX, type AdapterOperation, type Cell } from '../operations.js';
import { refuse } from '../refuse.js';
import { tellError } from './errors.js';
import { createFilter, type AnswerFilter } from './filter.js';
import { makeGrant, scoped, type Grant } from './grant.js';
import { createQuestions, type Questions } from './questions.js';

export interface AccessOptions {
  /** What a user may do and see. Absent: as the adapter's description says. */
  rights?(context: Context, description: Description): Now<Rights>;
  /** Milliseconds for which an embedded adapter's description is believed. Default 30,000. */
  believe?: number;
}

/** Everything about one user: what they may, and what follows from it. */
export interface Pass {
  readonly grant: Grant;
  readonly filter: AnswerFilter;
  readonly questions: Questions;
}

const MOST_PASSES = 1000;

/** The one door to the adapter: knows who asks, and lets through what the rights matrix lets. */
export class Gate {
  readonly #passes = new Map<string, { pass: Now<Pass>; until: number }>();

  constructor(
    readonly adapter: Adapter,
    readonly options: AccessOptions,
  ) {}

  /** Asks the adapter anew, and remembers the answer. */
  describe(context: Context): Now<Pass> {
    const key = keyOf(context);
    const pass = chain(this.adapter.describe(context), (description) =>
      chain(this.options.rights?.(context, description) ?? description.rights, (rights): Pass => {
        const grant = makeGrant(description, rights);
        return {
          grant,
          filter: createFilter(grant),
          questions: createQuestions(grant, context.actor, !this.adapter.remote),
        };
      }),
    );
    // A server's rights are enforced by the server; what is kept here then only shapes questions.
    const until = this.adapter.remote ? Infinity : performance.now() + (this.options.believe ?? 30_000);
    this.#passes.delete(key);
    this.#passes.set(key, { pass, until });
    if (this.#passes.size > MOST_PASSES) this.#passes.delete(this.#passes.keys().next().value ?? key);
    if (isPromise(pass)) {
      pass.then(
        (settled) => {
          const kept = this.#passes.get(key);
          // From here on questions of an in-page adapter are answered at once.
          if (kept?.pass === pass) kept.pass = settled;
        },
        () => {
          if (this.#passes.get(key)?.pass === pass) this.#passes.delete(key);
        },
      );
    }
    return pass;
  }

  pass(context: Context): Now<Pass> {
    const known = this.#passes.get(keyOf(context));
    return known && performance.now() < known.until ? known.pass : this.describe(context);
  }

  /** The catalogue, the lists or the rights changed. */
  forget(tenant: string): void {
    for (const key of this.#passes.keys()) if (key.startsWith(`${tenant}\n`)) this.#passes.delete(key);
  }

  /** Lets an operation through when its cell allows it. Whatever fails, fails as an error of the closed union. */
  enter<C extends Context, T>(
    operation: AdapterOperation,
    context: C,
    work: (pass: Pass, context: C) => Now<T>,
  ): Now<T> {
    let grant: Grant | null = null;
    let isFresh = !this.#passes.has(keyOf(context));
    const fail = (error: unknown): Now<T> => {
      // Somebody may have kept it since the description was made, in another process.
      if (!isFresh && isPerhapsNew(error)) {
        isFresh = true;
        this.forget(context.tenant);
        return attempt();
      }
      throw tellError(error, operation, grant);
    };
    const attempt = (): Now<T> => {
      try {
        const answer = chain(this.pass(context), (pass) => {
          grant = pass.grant;
          demand(pass.grant, operation);
          return work(pass, scoped(context, pass.grant));
        });
        return isPromise(answer) ? answer.catch(fail) : answer;
      } catch (error) {
        return fail(error);
      }
    };
    return attempt();
  }

  /** The same for writes, which are promises whatever happens. */
  async write<C extends Context, T>(
    operation: AdapterOperation,
    context: C,
    work: (pass: Pass, context: C) => Now<T>,
  ): Promise<T> {
    return this.enter(operation, context, work);
  }
}

/** What is said of segments and entries of lists that a description does not know. */
function isPerhapsNew(error: unknown): boolean {
  return (
    isClienteleError(error) &&
    error.issues.some(({ code }) => code === 'unknown_segment' || code === 'unknown_option')
  );
}

function demand(grant: Grant, operation: AdapterOperation): void {
  const cell: Cell = RIGHTS_MATRIX[operation];
  const lacking = cell.needs.find((permission) => !grant.permissions.has(permission));
  if (lacking !== undefined) throw refuse('forbidden', `this needs the permission ${lacking}`, operation);
  if (cell.can && !cell.can(grant.description.capabilities)) {
    throw refuse('unsupported', `the adapter cannot ${operation}`, operation);
  }
}

function keyOf({ tenant, actor, role }: Context): string {
  return `${tenant}\n${actor}\n${role}`;
}

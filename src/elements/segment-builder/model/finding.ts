import type { Client, FieldId, Node, SegmentDocument } from '../../../contract/index.js';
import type { ResultSet, Session } from '../../../sdk/types.js';
import { Counter } from '../../conditions/counter.js';
import { faultsOf } from '../../conditions/ready.js';

/** As many as fit beside a tree without asking for attention. */
export const SAMPLE = 5;

/** What the sample shows, as far as this user may see it. */
const SHOWN: readonly FieldId[] = ['name', 'photo', 'lastVisit', 'visits'];

const BY_EMAIL: Node = { kind: 'reachable', channel: 'email', purpose: 'marketing' };

/** Rows are wanted once a typist pauses: a figure alone follows every key. */
const PAUSE_MS = 120;

/**
 * Whom the document finds: how many with every change, a few of them a moment later. What stands there while the next answer is on its way is
 * the answer before, and said to be (`isOld`); an answer that comes too late is never shown.
 */
export class Finding {
  /** Null: not known yet, or nobody may be counted. */
  count: number | null = null;
  sample: readonly Client[] = [];
  /** How many of them offers may be sent to by e-mail; null: not known, or not to be asked here. */
  reachable: number | null = null;
  isOld = false;
  /** What the last question failed with. */
  error: unknown = null;

  readonly #session: Session;
  readonly #changed: () => void;
  readonly #counter: Counter;
  readonly #reachCounter: Counter;
  #where: SegmentDocument | null = null;
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #result: ResultSet | null = null;
  #leave: (() => void)[] = [];

  constructor(session: Session, changed: () => void) {
    this.#session = session;
    this.#changed = changed;
    this.#counter = new Counter((count, error) => this.#counted(count, error));
    this.#reachCounter = new Counter((count) => {
      this.reachable = count;
      this.#changed();
    });
    const again = (): void => this.#again();
    this.#leave = [session.on('clients', again), session.on('records', again)];
  }

  /** Null: nobody is to be counted. Questions of one frame become the last of them. */
  ask(where: SegmentDocument | null): void {
    if (where === this.#where) return;
    this.#where = where;
    this.#again();
  }

  /** Asks once more, after a failure. */
  retry(): void {
    this.error = null;
    this.#again();
  }

  close(): void {
    this.#stop();
    this.#closeResult();
    for (const leave of this.#leave.splice(0)) leave();
  }

  #again(): void {
    this.#stop();
    if (this.#where === null) {
      this.#closeResult();
      const isNews = this.count !== null || this.isOld || this.error !== null;
      [this.count, this.sample, this.reachable] = [null, [], null];
      [this.isOld, this.error] = [false, null];
      if (isNews) this.#changed();
      return;
    }
    this.#frame = requestAnimationFrame(() => this.#go());
    this.#timer = setTimeout(() => this.#look(), PAUSE_MS);
  }

  #go(): void {
    this.#frame = 0;
    if (!this.#where) return;
    this.isOld = true;
    this.#counter.ask(this.#session, this.#where);
    if (this.isOld) this.#changed();
  }

  #counted(count: number | null, error: unknown): void {
    this.isOld = false;
    this.error = count === null ? (error ?? null) : null;
    // The figure before stays, dimmed, when the base does not answer: it was true a moment ago.
    if (count !== null) this.count = count;
    else this.isOld = true;
    this.#changed();
  }

  #look(): void {
    const where = this.#where;
    if (!where) return;
    this.#askReach(where);
    const fields = SHOWN.filter((field) => this.#session.catalogue.fields.has(field));
    const result = this.#session.open({ where, sort: [], fields });
    const take = (): void => {
      if (result.state === 'loading') return;
      const rows = result.rows(0, SAMPLE);
      if (result.state === 'ready' && rows.length < Math.min(SAMPLE, result.total ?? SAMPLE)) return;
      if (rows.includes(undefined)) return;
      this.sample = result.state === 'ready' ? (rows as readonly Client[]) : [];
      this.#changed();
    };
    this.#closeResult();
    this.#result = result;
    const leave = result.subscribe(take);
    this.#leaveResult = leave;
    result.rows(0, SAMPLE);
    take();
  }

  #askReach({ where }: SegmentDocument): void {
    const session = this.#session;
    const of = where.kind === 'everyone' ? BY_EMAIL : ({ kind: 'all', of: [where, BY_EMAIL] } as const);
    if (faultsOf({ v: 1, where: BY_EMAIL }, session).length === 0)
      this.#reachCounter.ask(session, { v: 1, where: of as Node });
  }

  #leaveResult: (() => void) | null = null;

  #closeResult(): void {
    this.#leaveResult?.();
    this.#leaveResult = null;
    this.#result?.close();
    this.#result = null;
  }

  #stop(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    this.#counter.stop();
    this.#reachCounter.stop();
  }
}

import type { Catalogue, FieldId, Id, Lists, Patch, Value } from '../../contract/index.js';
import { validatePatch, type Write, type WriteOutcome } from '../../engine/index.js';
import type { Setup } from './options.js';
import { isThere, type Values } from './values.js';

const ID = /^[\w.:-]{1,64}$/;

/** A client as it stands in the database, locked. */
export interface Standing {
  version: number;
  removedAt: number | null;
  values: Values;
  /** Totals that it was loaded with, from before its records began; null: none of its records came yet. */
  opening: Values | null;
}

/** What is to become of a client. */
export interface Draft extends Omit<Standing, 'values'> {
  id: Id;
  values: Record<FieldId, Value>;
  changed: Set<FieldId>;
  isNew: boolean;
  /** The version grew. */
  hasMoved: boolean;
}

/** Decides what writes come to. Later writes of a commit see the earlier ones. */
export class Decider {
  readonly #setup: Setup;
  readonly #lists: Lists;
  readonly #standing: ReadonlyMap<Id, Standing>;
  readonly drafts = new Map<Id, Draft>();

  constructor(setup: Setup, standing: ReadonlyMap<Id, Standing>, lists = setup.lists) {
    this.#setup = setup;
    this.#lists = lists;
    this.#standing = standing;
  }

  decide({ id, version, patch = {}, create, remove }: Write): WriteOutcome {
    const { catalogue, now } = this.#setup;
    const draft = this.#draft(id);
    const refuse = (reason: WriteOutcome['reason'], at = draft.version): WriteOutcome => ({
      id,
      ok: false,
      reason,
      version: at,
      before: null,
    });
    const exists = this.#standing.has(id) || this.drafts.has(id);
    if (create && exists) return refuse('changed');
    if (!create && !exists) return refuse('gone', 0);
    if (!create && draft.removedAt !== null && remove !== false) return refuse('gone');
    if (!create && version !== null && version !== draft.version) return refuse('changed');
    const checked = validatePatch(patch, catalogue, { lists: this.#lists, computed: true });
    if (!checked.ok || !ID.test(id)) return refuse('invalid');

    const at = now();
    const next: Record<FieldId, Value | null> = { ...checked.patch };
    const before = Object.fromEntries(
      Object.keys(checked.patch).map((field) => [field, draft.values[field] ?? null]),
    );
    const moves = create || remove !== undefined || isEdit(next, catalogue);
    if (moves) next['updatedAt'] ??= new Date(at).toISOString();
    if (create) next['createdAt'] ??= new Date(at).toISOString();
    if (moves) {
      draft.version++;
      draft.hasMoved = true;
    }
    if (remove !== undefined) draft.removedAt = remove ? at : null;
    if (create) draft.isNew = true;
    put(draft, next);
    this.drafts.set(id, draft);
    return {
      id,
      ok: true,
      reason: null,
      version: draft.version,
      before: Object.keys(patch).length > 0 ? before : null,
    };
  }

  /** Computed values, which nobody edits and no version counts. */
  compute(id: Id, patch: Patch, opening: Values | null): void {
    const draft = this.#draft(id);
    draft.opening = opening;
    put(draft, patch);
    this.drafts.set(id, draft);
  }

  #draft(id: Id): Draft {
    const known = this.drafts.get(id);
    if (known) return known;
    const { version = 0, removedAt = null, values = {}, opening = null } = this.#standing.get(id) ?? {};
    return {
      id,
      version,
      removedAt,
      values: { ...values },
      opening,
      changed: new Set(),
      isNew: false,
      hasMoved: false,
    };
  }
}

function isEdit(patch: Patch, { fields }: Pick<Catalogue, 'fields'>): boolean {
  return Object.keys(patch).some((field) => fields.get(field)?.origin === 'stored');
}

function put(draft: Draft, patch: Patch): void {
  for (const [field, value] of Object.entries(patch)) {
    draft.changed.add(field);
    if (isThere(value)) draft.values[field] = value;
    else delete draft.values[field];
  }
}

import type { Context, Id, Money, Patch } from '../../contract/index.js';
import type { DocumentKind, DocumentWrite, Totals, WitnessRecord } from '../../engine/index.js';

/**
 * What was decided, ready to be done: the same list is written to the journal, sent to other tabs, and applied. Applying decides nothing.
 */
export type Op = ClientOp | RecordOp | DocumentOp;

export interface ClientOp {
  kind: 'client';
  id: Id;
  version: number;
  patch: Patch;
  /** Milliseconds since 1970; null: it is back; absent: unchanged. */
  removedAt?: number | null;
  create?: true;
}

export interface RecordOp {
  kind: 'record';
  record: string;
  id: Id;
  client: Id;
  version: number;
  patch: Patch;
  paid?: Record<string, Money>;
  removed?: true;
}

export interface DocumentOp {
  kind: 'document';
  tenant: Id;
  document: DocumentKind;
  id: Id;
  value: object | null;
}

/** A document of the engine as an op; its value is copied, being the engine's. */
export function documentOp(
  { kind, id, value }: DocumentWrite,
  { tenant }: Pick<Context, 'tenant'>,
): DocumentOp {
  return {
    kind: 'document',
    tenant,
    document: kind,
    id,
    value: value === null ? null : structuredClone(value),
  };
}

/** A record that a commit leaves behind. */
export function witnessOp({ record, id, client, values }: WitnessRecord): RecordOp {
  return { kind: 'record', record, id, client, version: 1, patch: values };
}

/** Keeps what is decided before it is done; rejects with a `storage` error when it cannot. */
export interface Journal {
  append(ops: readonly Op[], key?: string): Promise<void>;
}

export type Opening = Partial<Totals>;

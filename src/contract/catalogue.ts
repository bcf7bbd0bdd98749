import {
  builtinActions,
  builtinTabs,
  defineAction,
  defineTab,
  type Action,
  type TabDefinition,
} from './actions.js';
import { builtinFields } from './builtin-fields.js';
import type { Description } from './description.js';
import { defineField, type Field } from './fields.js';
import { builtinRecords, defineRecord, type RecordKind } from './records.js';
import type { FieldId } from './values.js';

/** The four lists of definitions that drive the widgets, by id, in the order in which they are offered. */
export interface Catalogue {
  fields: ReadonlyMap<FieldId, Field>;
  records: ReadonlyMap<string, RecordKind>;
  actions: ReadonlyMap<string, Action>;
  tabs: ReadonlyMap<string, TabDefinition>;
}

type Additions = Partial<Pick<Description, 'fields' | 'records' | 'actions' | 'tabs'>>;

/** Built-in definitions plus those of the host and the tenant; a later one with the same id replaces the earlier. */
export function createCatalogue(...additions: readonly Additions[]): Catalogue {
  const byId = <T extends { id: string }>(own: readonly T[], more: T[]) =>
    new Map([...own, ...more].map((item) => [item.id, item]));
  const collect = <D, T>(pick: (from: Additions) => readonly D[] | undefined, define: (definition: D) => T) =>
    additions.flatMap((from) => pick(from) ?? []).map(define);
  return {
    fields: byId<Field>(
      builtinFields,
      collect((from) => from.fields, defineField),
    ),
    records: byId(
      builtinRecords,
      collect((from) => from.records, defineRecord),
    ),
    actions: byId(
      builtinActions,
      collect((from) => from.actions, defineAction),
    ),
    tabs: byId(
      builtinTabs,
      collect((from) => from.tabs, defineTab),
    ),
  };
}

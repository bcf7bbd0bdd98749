import { defineAction, defineTab } from './actions.js';
import { defineField } from './fields.js';
import { completeCatalogue, type Additions, type Catalogue } from './plain/catalogue.js';
import { defineRecord } from './records.js';

export type { Catalogue } from './plain/catalogue.js';

/**
 * Built-in definitions plus those of the host and the tenant; a later one with the same id replaces the earlier.
 * @throws TypeError when a definition is not valid.
 */
export function createCatalogue(...additions: readonly Additions[]): Catalogue {
  return completeCatalogue(
    ...additions.map(({ fields = [], records = [], actions = [], tabs = [] }) => ({
      fields: fields.map((field) => defineField(field)),
      records: records.map((record) => {
        const kind = defineRecord(record);
        return { ...kind, fields: [...kind.fields] };
      }),
      actions: actions.map((action) => {
        const defined = defineAction(action);
        return { ...defined, params: [...defined.params] };
      }),
      tabs: tabs.map((tab) => defineTab(tab)),
    })),
  );
}

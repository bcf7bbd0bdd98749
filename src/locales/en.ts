import { actions } from './en/actions.js';
import { builder } from './en/builder.js';
import { catalogue } from './en/catalogue.js';
import { columns } from './en/columns.js';
import { common } from './en/common.js';
import { conditions } from './en/conditions.js';
import { fields } from './en/fields.js';
import { filters } from './en/filters.js';
import { list } from './en/list.js';
import { palette } from './en/palette.js';
import { panel } from './en/panel.js';
import { provider } from './en/provider.js';
import { records } from './en/records.js';
import { sentence } from './en/sentence.js';
import { views } from './en/views.js';
import type { LocaleTerms } from './terms.js';

/** All words of the locale at once: for a host that wants no further request. `registerLocale('en', en)`. */
export const en = {
  common,
  fields,
  catalogue,
  records,
  actions,
  provider,
  list,
  panel,
  filters,
  conditions,
  builder,
  sentence,
  columns,
  views,
  palette,
} satisfies LocaleTerms;

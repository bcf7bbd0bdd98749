import { actions } from './lv/actions.js';
import { builder } from './lv/builder.js';
import { card } from './lv/card.js';
import { catalogue } from './lv/catalogue.js';
import { columns } from './lv/columns.js';
import { common } from './lv/common.js';
import { conditions } from './lv/conditions.js';
import { errors } from './lv/errors.js';
import { fields } from './lv/fields.js';
import { filters } from './lv/filters.js';
import { library } from './lv/library.js';
import { list } from './lv/list.js';
import { palette } from './lv/palette.js';
import { panel } from './lv/panel.js';
import { provider } from './lv/provider.js';
import { records } from './lv/records.js';
import { segments } from './lv/segments.js';
import { sentence } from './lv/sentence.js';
import { states } from './lv/states.js';
import { views } from './lv/views.js';
import type { LocaleTerms } from './terms.js';

/** All words of the locale at once: for a host that wants no further request. `registerLocale('lv', lv)`. */
export const lv = {
  common,
  fields,
  errors,
  catalogue,
  records,
  library,
  card,
  actions,
  provider,
  list,
  states,
  panel,
  filters,
  conditions,
  builder,
  sentence,
  segments,
  columns,
  views,
  palette,
} satisfies LocaleTerms;

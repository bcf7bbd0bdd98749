import { actions } from './cs/actions.js';
import { builder } from './cs/builder.js';
import { card } from './cs/card.js';
import { catalogue } from './cs/catalogue.js';
import { columns } from './cs/columns.js';
import { common } from './cs/common.js';
import { conditions } from './cs/conditions.js';
import { errors } from './cs/errors.js';
import { fields } from './cs/fields.js';
import { filters } from './cs/filters.js';
import { library } from './cs/library.js';
import { list } from './cs/list.js';
import { palette } from './cs/palette.js';
import { panel } from './cs/panel.js';
import { provider } from './cs/provider.js';
import { records } from './cs/records.js';
import { segments } from './cs/segments.js';
import { sentence } from './cs/sentence.js';
import { states } from './cs/states.js';
import { views } from './cs/views.js';
import type { LocaleTerms } from './terms.js';

/** All words of the locale at once: for a host that wants no further request. `registerLocale('cs', cs)`. */
export const cs = {
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

import { actions } from './bg/actions.js';
import { builder } from './bg/builder.js';
import { card } from './bg/card.js';
import { catalogue } from './bg/catalogue.js';
import { columns } from './bg/columns.js';
import { common } from './bg/common.js';
import { conditions } from './bg/conditions.js';
import { errors } from './bg/errors.js';
import { fields } from './bg/fields.js';
import { filters } from './bg/filters.js';
import { library } from './bg/library.js';
import { list } from './bg/list.js';
import { palette } from './bg/palette.js';
import { panel } from './bg/panel.js';
import { provider } from './bg/provider.js';
import { records } from './bg/records.js';
import { segments } from './bg/segments.js';
import { sentence } from './bg/sentence.js';
import { states } from './bg/states.js';
import { views } from './bg/views.js';
import type { LocaleTerms } from './terms.js';

/** All words of the locale at once: for a host that wants no further request. `registerLocale('bg', bg)`. */
export const bg = {
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

import { actions } from './en/actions.js';
import { builder } from './en/builder.js';
import { card } from './en/card.js';
import { catalogue } from './en/catalogue.js';
import { columns } from './en/columns.js';
import { common } from './en/common.js';
import { conditions } from './en/conditions.js';
import { errors } from './en/errors.js';
import { fields } from './en/fields.js';
import { filters } from './en/filters.js';
import { library } from './en/library.js';
import { list } from './en/list.js';
import { palette } from './en/palette.js';
import { panel } from './en/panel.js';
import { provider } from './en/provider.js';
import { records } from './en/records.js';
import { segments } from './en/segments.js';
import { sentence } from './en/sentence.js';
import { states } from './en/states.js';
import { views } from './en/views.js';
import type { LocaleTerms } from './terms.js';

/** All words of the locale at once: for a host that wants no further request. `registerLocale('en', en)`. */
export const en = {
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

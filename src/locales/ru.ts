import { actions } from './ru/actions.js';
import { builder } from './ru/builder.js';
import { card } from './ru/card.js';
import { catalogue } from './ru/catalogue.js';
import { columns } from './ru/columns.js';
import { common } from './ru/common.js';
import { conditions } from './ru/conditions.js';
import { errors } from './ru/errors.js';
import { fields } from './ru/fields.js';
import { filters } from './ru/filters.js';
import { library } from './ru/library.js';
import { list } from './ru/list.js';
import { palette } from './ru/palette.js';
import { panel } from './ru/panel.js';
import { provider } from './ru/provider.js';
import { records } from './ru/records.js';
import { segments } from './ru/segments.js';
import { sentence } from './ru/sentence.js';
import { states } from './ru/states.js';
import { views } from './ru/views.js';
import type { LocaleTerms } from './terms.js';

/** All words of the locale at once: for a host that wants no further request. `registerLocale('ru', ru)`. */
export const ru = {
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

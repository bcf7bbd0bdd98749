import { actions } from './ru/actions.js';
import { builder } from './ru/builder.js';
import { catalogue } from './ru/catalogue.js';
import { columns } from './ru/columns.js';
import { common } from './ru/common.js';
import { conditions } from './ru/conditions.js';
import { fields } from './ru/fields.js';
import { filters } from './ru/filters.js';
import { list } from './ru/list.js';
import { palette } from './ru/palette.js';
import { panel } from './ru/panel.js';
import { provider } from './ru/provider.js';
import { records } from './ru/records.js';
import { sentence } from './ru/sentence.js';
import { views } from './ru/views.js';
import type { LocaleTerms } from './terms.js';

/** All words of the locale at once: for a host that wants no further request. `registerLocale('ru', ru)`. */
export const ru = {
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

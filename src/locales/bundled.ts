import type { LocaleTerms, TermFile, Terms } from './terms.js';

/** What a widget shows first, what a list opens later, and what is written with the builder of segments: each is one request. */
const PARTS = {
  first: ['common', 'fields', 'provider', 'list', 'filters'],
  more: [
    'errors',
    'states',
    'actions',
    'catalogue',
    'panel',
    'conditions',
    'sentence',
    'columns',
    'views',
    'palette',
  ],
  builder: ['builder', 'segments', 'records'],
  library: ['library'],
  card: ['card'],
} as const satisfies Record<string, readonly TermFile[]>;

type Part = keyof typeof PARTS;
/** An error at `terms` below names the file that no part has. */
type Homeless = Exclude<TermFile, (typeof PARTS)[Part][number]>;
type Loaders = { readonly [P in Part]: () => Promise<Pick<Terms, (typeof PARTS)[P][number]>> };

/** Each file by the part that it comes with; once that is there, the files beside it need no waiting. */
function locale(loaders: Loaders): LocaleTerms {
  const terms: { [F in TermFile]?: unknown } & Record<Homeless, never> = {};
  for (const part of Object.keys(PARTS) as Part[]) {
    for (const file of PARTS[part]) {
      terms[file] = async () => {
        const files: Partial<Terms> = await loaders[part]();
        for (const other of PARTS[part]) terms[other] = files[other];
        return files[file];
      };
    }
  }
  return terms as LocaleTerms;
}

/** The locales that load on demand, part by part. English is in the widgets themselves. */
export const bundled: Readonly<Record<'ru' | 'bg' | 'cs' | 'lv', LocaleTerms>> = {
  ru: locale({
    first: async () => import('./ru/first.js'),
    more: async () => import('./ru/more.js'),
    builder: async () => import('./ru/builder-words.js'),
    library: async () => import('./ru/library.js'),
    card: async () => import('./ru/card.js'),
  }),
  bg: locale({
    first: async () => import('./bg/first.js'),
    more: async () => import('./bg/more.js'),
    builder: async () => import('./bg/builder-words.js'),
    library: async () => import('./bg/library.js'),
    card: async () => import('./bg/card.js'),
  }),
  cs: locale({
    first: async () => import('./cs/first.js'),
    more: async () => import('./cs/more.js'),
    builder: async () => import('./cs/builder-words.js'),
    library: async () => import('./cs/library.js'),
    card: async () => import('./cs/card.js'),
  }),
  lv: locale({
    first: async () => import('./lv/first.js'),
    more: async () => import('./lv/more.js'),
    builder: async () => import('./lv/builder-words.js'),
    library: async () => import('./lv/library.js'),
    card: async () => import('./lv/card.js'),
  }),
};

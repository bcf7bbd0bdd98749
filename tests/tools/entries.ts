/**
 * The doors of the package: what `exports` of package.json offers, and the source behind each. A test keeps the two
 * lists alike. `./x/define` registers tags; everything else has no side effect.
 */
export const entries: Readonly<Record<string, string>> = {
  '.': 'src/index.ts',
  './contract': 'src/contract/index.ts',
  './time': 'src/time/index.ts',
  './text': 'src/text/index.ts',
  './segments': 'src/segments/index.ts',
  './engine': 'src/engine/index.ts',
  './sdk': 'src/sdk/index.ts',
  './server': 'src/server/index.ts',
  './testing': 'src/testing/index.ts',
  './sample': 'src/sample/index.ts',
  './theme': 'src/theme/index.ts',
  './adapters/memory': 'src/adapters/memory/index.ts',
  './adapters/http': 'src/adapters/http/index.ts',
  './adapters/from-list': 'src/adapters/from-list/index.ts',
  './adapters/postgres': 'src/adapters/postgres/index.ts',
  './embed': 'src/embed/index.ts',
  './elements/provider': 'src/elements/provider/provider.ts',
  './elements/provider/define': 'src/elements/provider/provider.define.ts',
  './elements/list': 'src/elements/list/list.ts',
  './elements/list/define': 'src/elements/list/list.define.ts',
  './elements/segment-builder': 'src/elements/segment-builder/segment-builder.ts',
  './elements/segment-builder/define': 'src/elements/segment-builder/segment-builder.define.ts',
  './elements/segments': 'src/elements/segments/segments.ts',
  './elements/segments/define': 'src/elements/segments/segments.define.ts',
  './elements/card': 'src/elements/card/card.ts',
  './elements/card/define': 'src/elements/card/card.define.ts',
  './locales': 'src/locales/index.ts',
  './locales/en': 'src/locales/en.ts',
  './locales/ru': 'src/locales/ru.ts',
  './locales/bg': 'src/locales/bg.ts',
  './locales/cs': 'src/locales/cs.ts',
  './locales/lv': 'src/locales/lv.ts',
};

/** Files that are copied as they are. */
export const copied: Readonly<Record<string, string>> = {
  './theme.css': 'src/theme/theme.css',
};

/** Where the build puts what is made of a source: 'src/x/y.ts' → 'dist/x/y.js'. */
export function outputOf(source: string, extension = '.js'): string {
  return source.replace(/^src\//, 'dist/').replace(/\.ts$/, extension);
}

/**
 * `npm run size`: what a page loads, in kB of minified code after gzip: at once, and later when it is needed.
 *
 *   npm run size                    the usual pages
 *   npm run size -- ./sdk ./text    doors of the package
 *   npm run size -- --parts         also what the first load is made of, room by room, before minification
 */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { entries } from './entries.js';
import { eagerFiles, oneFirstFile, firstLoad, WITHOUT_COMMENTS, type Output } from './first-file.js';
import { minifyTemplates } from './minify-templates.js';
import { workerFiles } from './worker-files.js';

export interface LazyFile {
  file: string;
  size: number;
  /** Rooms and packages that it has something of. */
  parts: string[];
  /** Its modules, of ours from `src/` on. */
  modules: string[];
}

/** Sizes in bytes of gzip; a file counts alone, as a server sends it. */
export interface Size {
  /** All that loads before the first line of the entry can run. */
  eager: number;
  /** What may be loaded later, file by file, the largest first. */
  lazy: LazyFile[];
  /** Bytes of code before minification in the first load, by room or package, the largest first. */
  parts: { name: string; size: number }[];
}

const virtualEntry = resolve('virtual-entry.ts');

/** Builds the modules as an application would, in memory, and weighs the result. */
export async function sizeOf(sources: readonly string[]): Promise<Size> {
  // What loads at once is known by a first build; a second one makes one file of it, as our own build for pages without one does.
  return weigh(await bundle(sources, firstLoad(await bundle(sources, new Set()))));
}

async function bundle(sources: readonly string[], together: ReadonlySet<string>): Promise<Output> {
  const code = sources.map((source) => `export * from ${JSON.stringify(resolve(source))};`).join('\n');
  const imports = sources.map((source) => `import ${JSON.stringify(resolve(source))};`).join('\n');
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      minifyTemplates(),
      workerFiles({ minify: true }),
      {
        name: 'virtual-entry',
        resolveId: (id) => (id === virtualEntry ? id : null),
        load: (id) => (id === virtualEntry ? `${imports}\n${code}` : null),
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      // As a library: an application's build would add its own loader of style sheets around every lazy import.
      lib: { entry: virtualEntry, formats: ['es'] },
      rolldownOptions: {
        preserveEntrySignatures: 'allow-extension',
        // Vite leaves blanks in a library of modules unless told here.
        output: { minify: true, codeSplitting: oneFirstFile(together), ...WITHOUT_COMMENTS },
      },
    },
  });
  const outputs = (Array.isArray(result) ? result : [result]) as Rolldown.RolldownOutput[];
  return outputs.flatMap(({ output }) => output);
}

function weigh(output: Output): Size {
  const chunks = new Map(
    output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])),
  );
  const eager = eagerFiles(output);
  const sizes = output
    .filter((file) => /\.(?:js|css)$/.test(file.fileName))
    .map((file) => ({
      file: file.fileName,
      parts: file.type === 'chunk' ? [...new Set(Object.keys(file.modules).map(partOf))] : [],
      modules:
        file.type === 'chunk' ? Object.keys(file.modules).map((id) => id.replace(/^.*\/(?=src\/)/, '')) : [],
      size: gzipSync(file.type === 'chunk' ? file.code : file.source, { level: 9 }).length,
    }));
  const parts = new Map<string, number>();
  for (const name of eager) {
    for (const [id, { renderedLength }] of Object.entries(chunks.get(name)?.modules ?? {})) {
      const part = partOf(id);
      parts.set(part, (parts.get(part) ?? 0) + renderedLength);
    }
  }
  return {
    parts: [...parts].map(([name, size]) => ({ name, size })).sort((a, b) => b.size - a.size),
    eager: sizes.filter(({ file }) => eager.has(file)).reduce((sum, { size }) => sum + size, 0),
    lazy: sizes.filter(({ file }) => !eager.has(file)).sort((a, b) => b.size - a.size),
  };
}

/** 'src/elements/list/grid' of ours, or the package. */
function partOf(id: string): string {
  const path = id.replaceAll('\\', '/').replace(/\?.*$/, '');
  const dependency = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
  return dependency ?? /\/(src\/.*)\/[^/]+$/.exec(path)?.[1] ?? path;
}

/**
 * True for what the list loads of itself sooner or later, in a language beside English (Russian, whose words are the longest): all its parts, what
 * writes to the base, the brand's colours, and zod, which reads filters from an address. False for other languages and for words of other
 * widgets, which are only offered there, and for the rules around an adapter within the page, which come with that adapter.
 */
export function isOfList({ modules }: LazyFile): boolean {
  if (modules.some((module) => module.startsWith('src/engine/access'))) return false;
  if (!modules.every((module) => /^src\/locales\/(?!en\b)/.test(module))) return true;
  return modules.some((module) => /^src\/locales\/ru\/(?:first|more)\./.test(module));
}

/** What a page with the list loads, whatever its adapter. */
export const listPage = ['./elements/provider/define', './elements/list/define'];

/** The same with the segment builder. */
export const builderPage = [...listPage, './elements/segment-builder/define'];

/** Sources of doors; an unknown door is an error. */
export function sourcesOf(doors: readonly string[]): string[] {
  return doors.map((door) => {
    const source = entries[door];
    if (source === undefined) throw new Error(`The package has no door ${door}.`);
    return source;
  });
}

async function main(args: readonly string[]): Promise<void> {
  const wanted = args.filter((arg) => arg !== '--parts');
  const withParts = args.includes('--parts');
  const pages: Record<string, string[]> =
    wanted.length > 0
      ? Object.fromEntries(wanted.map((door) => [door, sourcesOf([door])]))
      : {
          'the list': sourcesOf(listPage),
          'the list and the segment builder': sourcesOf(builderPage),
          'clientele.js': ['src/embed/cdn.ts'],
          ...Object.fromEntries(Object.entries(entries).map(([door, source]) => [door, [source]])),
        };
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1).padStart(7)} kB`;
  for (const [page, sources] of Object.entries(pages)) {
    const { eager, lazy, parts } = await sizeOf(sources);
    const later = lazy.reduce((sum, { size }) => sum + size, 0);
    console.log(`${kilobytes(eager)} at once, ${kilobytes(later).trim()} later  ${page}`);
    if (wanted.length > 0 || page === 'the list') {
      const lines = withParts ? parts.map(({ name, size }) => ({ file: name, size })) : lazy;
      for (const { file, size } of lines) console.log(`          ${kilobytes(size)}  ${file}`);
    }
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(process.argv.slice(2));
}

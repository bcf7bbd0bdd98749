import { globSync, readFileSync } from 'node:fs';
import { posix, resolve, sep } from 'node:path';
import { parseSync } from 'vite';

const root = resolve(import.meta.dirname, '../..');

/** One import of one module, as it is written. */
export interface Import {
  /** The module that imports, from the project's folder: 'src/sdk/session.ts'. */
  from: string;
  /** The module of ours that is meant ('src/contract/index.ts'), or the package's specifier ('zod/mini', 'node:fs'). */
  to: string;
  /** `type` leaves nothing in the output; `dynamic` is loaded later, a worker included. */
  kind: 'static' | 'dynamic' | 'type';
  /** The statement. */
  text: string;
}

/** Every module below a folder, with its imports. */
export type ImportGraph = ReadonlyMap<string, readonly Import[]>;

function targetOf(from: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  return posix.join(posix.dirname(from), specifier).replace(/\.js$/, '.ts');
}

function importsOf(file: string, source: string): Import[] {
  const { module, errors } = parseSync(file, source, { lang: 'ts' });
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const found: Import[] = [];
  const add = (specifier: string, kind: Import['kind'], text: string) =>
    found.push({ from: file, to: targetOf(file, specifier), kind, text });
  for (const { start, end, moduleRequest } of module.staticImports) {
    const text = source.slice(start, end);
    add(moduleRequest.value, /^import\s+type\b/.test(text) ? 'type' : 'static', text);
  }
  for (const { start, end, entries } of module.staticExports) {
    const request = entries.find((entry) => entry.moduleRequest)?.moduleRequest;
    const text = source.slice(start, end);
    if (request) add(request.value, /^export\s+type\b/.test(text) ? 'type' : 'static', text);
  }
  for (const { start, end, moduleRequest } of module.dynamicImports) {
    const specifier = source.slice(moduleRequest.start, moduleRequest.end);
    const literal = /^['"`]([^'"`$]+)['"`]$/.exec(specifier)?.[1];
    if (literal === undefined)
      throw new Error(`${file}: import(${specifier}) cannot be followed; write the path out.`);
    add(literal, 'dynamic', source.slice(start, end));
  }
  for (const [text, specifier] of source.matchAll(/new URL\(\s*['"](\.[^'"]+)['"],\s*import\.meta\.url/g)) {
    if (specifier !== undefined) add(specifier, 'dynamic', text);
  }
  for (const [text, specifier] of source.matchAll(/(?<![\w.])import\(\s*['"]([^'"]+)['"]\s*\)\./g)) {
    // The type import('…').Name; a dynamic import followed by a dot is seen above, too.
    if (specifier !== undefined) add(specifier, 'type', text);
  }
  return found;
}

/** Reads every .ts file below a folder of the project. */
export function readImports(folder: string): ImportGraph {
  const files = globSync(`${folder}/**/*.ts`, { cwd: root }).map((file) => file.split(sep).join('/'));
  return new Map(
    files.sort().map((file) => [file, importsOf(file, readFileSync(resolve(root, file), 'utf8'))]),
  );
}

/** Reads modules given as text, by path: for tests of the rules themselves. */
export function graphOf(sources: Readonly<Record<string, string>>): ImportGraph {
  return new Map(Object.entries(sources).map(([file, source]) => [file, importsOf(file, source)]));
}

/**
 * All that loads when `entry` is imported, packages included, each with the way that leads there. With `lazy`, also
 * what may be loaded later.
 */
export function reachable(graph: ImportGraph, entry: string, lazy = false): Map<string, string[]> {
  const ways = new Map<string, string[]>([[entry, [entry]]]);
  const queue = [entry];
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    for (const { to, kind } of graph.get(at) ?? []) {
      if (kind === 'type' || (kind === 'dynamic' && !lazy) || ways.has(to)) continue;
      ways.set(to, [...(ways.get(at) ?? []), to]);
      queue.push(to);
    }
  }
  return ways;
}

/** Cycles of imports that are there when the program runs: one way round for each, as 'a → b → a'. */
export function cycles(graph: ImportGraph): string[] {
  const state = new Map<string, 'open' | 'done'>();
  const found: string[] = [];
  const visit = (file: string, way: string[]) => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      found.push([...way.slice(way.indexOf(file)), file].join(' → '));
      return;
    }
    state.set(file, 'open');
    for (const { to, kind } of graph.get(file) ?? [])
      if (kind === 'static' && graph.has(to)) visit(to, [...way, file]);
    state.set(file, 'done');
  };
  for (const file of graph.keys()) visit(file, []);
  return found;
}

/** The package that a specifier belongs to: 'lit/decorators.js' → 'lit', '@lit/task' → '@lit/task'. */
export function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

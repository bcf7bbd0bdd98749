import type { Rolldown } from 'vite';

export type Output = readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[];

/** Files that load before the first line of the entry can run. */
export function eagerFiles(output: Output): ReadonlySet<string> {
  const chunks = new Map(
    output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])),
  );
  const entry = [...chunks.values()].find((chunk) => chunk.isEntry);
  if (!entry) throw new Error('The build has no entry.');
  const eager = new Set<string>();
  const follow = (name: string) => {
    if (eager.has(name)) return;
    eager.add(name);
    for (const next of chunks.get(name)?.imports ?? []) follow(next);
  };
  follow(entry.fileName);
  return eager;
}

/** Modules of those files. */
export function firstLoad(output: Output): ReadonlySet<string> {
  const eager = eagerFiles(output);
  return new Set(
    output.flatMap((file) =>
      file.type === 'chunk' && eager.has(file.fileName) ? Object.keys(file.modules) : [],
    ),
  );
}

/**
 * Puts modules into one file. Left alone, a bundler gives every set of modules that some lazy parts share a file of its own: dozens of small
 * ones, which compress worse and take a request each.
 */
export function oneFirstFile(together: ReadonlySet<string>): {
  groups: { name: string; test(id: string): boolean }[];
} {
  return { groups: together.size === 0 ? [] : [{ name: 'first', test: (id) => together.has(id) }] };
}

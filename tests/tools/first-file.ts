import type { Rolldown } from 'vite';

export type Output = readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[];

/** Files that load before the first line of an entry can run. */
export function eagerFiles(output: Output): ReadonlySet<string> {
  const chunks = new Map(
    output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])),
  );
  const entries = [...chunks.values()].filter((chunk) => chunk.isEntry);
  if (entries.length === 0) throw new Error('The build has no entry.');
  const eager = new Set<string>();
  const follow = (name: string) => {
    if (eager.has(name)) return;
    eager.add(name);
    for (const next of chunks.get(name)?.imports ?? []) follow(next);
  };
  for (const { fileName } of entries) follow(fileName);
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
export function oneFirstFile(
  together: ReadonlySet<string>,
  name = 'first',
): { groups: { name: string; test(id: string): boolean }[] } {
  return { groups: together.size === 0 ? [] : [{ name, test: (id) => together.has(id) }] };
}

/** What a minifier leaves of comments is of use to the next bundler alone. */
export const WITHOUT_COMMENTS = { comments: { annotation: false, jsdoc: false, legal: false } } as const;

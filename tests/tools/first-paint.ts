import { build, mergeConfig, type Rolldown, type UserConfig } from 'vite';

/**
 * The modules that an entry really needs at once, found by building it a first time. Put into one file they spare a page the request and
 * the worse compression of a file for each small thing that eager and lazy code share.
 */
export async function modulesAtOnce(config: UserConfig): Promise<ReadonlySet<string>> {
  const result = await build(
    mergeConfig(config, { configFile: false, logLevel: 'silent', build: { write: false } }),
  );
  const outputs = (Array.isArray(result) ? result : [result]) as Rolldown.RolldownOutput[];
  const chunks = new Map(
    outputs.flatMap(({ output }) =>
      output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file] as const] : [])),
    ),
  );
  const modules = new Set<string>();
  const seen = new Set<string>();
  const follow = (name: string): void => {
    const chunk = chunks.get(name);
    if (!chunk || seen.has(name)) return;
    seen.add(name);
    for (const id of Object.keys(chunk.modules)) modules.add(id);
    for (const next of chunk.imports) follow(next);
  };
  for (const chunk of chunks.values()) if (chunk.isEntry) follow(chunk.fileName);
  return modules;
}

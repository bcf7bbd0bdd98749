import { build, mergeConfig, type Rolldown, type UserConfig } from 'vite';
import { firstLoad } from './first-file.js';

/** The modules that an entry really needs at once, found by building it a first time. */
export async function modulesAtOnce(config: UserConfig): Promise<ReadonlySet<string>> {
  const result = await build(
    mergeConfig(config, { configFile: false, logLevel: 'silent', build: { write: false } }),
  );
  const outputs = (Array.isArray(result) ? result : [result]) as Rolldown.RolldownOutput[];
  return firstLoad(outputs.flatMap(({ output }) => output));
}

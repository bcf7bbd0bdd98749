import { setSourceLoader } from '../elements/provider/source.js';
import { loadSource } from './source.js';

export { loadSource };
export { setSourceLoader } from '../elements/provider/source.js';
export type { Source, SourceLoader } from '../elements/provider/source.js';

/** Lets `<clientele-provider src="…">` load adapters by itself. The file for pages without a build has done so already. */
export function enableSources(): void {
  setSourceLoader(loadSource);
}

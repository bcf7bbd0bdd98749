import '../elements/provider/provider.define.js';
import '../elements/list/list.define.js';
import { enableSources } from './index.js';
import { loadWhenSeen } from './later.js';

enableSources();
loadWhenSeen();

export { startClientele } from '../sdk/start.js';
export { overrideTerms, registerLocale } from '../locales/registry.js';
export { setSourceLoader } from './index.js';
export { loadWidgets } from './later.js';

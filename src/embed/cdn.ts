import '../elements/provider/provider.define.js';
import '../elements/list/list.define.js';
import { enableSources } from './index.js';

enableSources();

export { startClientele } from '../sdk/start.js';
export { overrideTerms, registerLocale } from '../locales/registry.js';
export { setSourceLoader } from './index.js';

import { memoryAdapter } from '../../../src/adapters/memory/index.js';
import '../../../src/elements/list/list.define.js';
import '../../../src/elements/provider/provider.define.js';
import { sampleBase } from '../../../src/sample/index.js';
import { installProbe } from './probe.js';

/* Each copy that the page loads brings a list of its own. */
installProbe();
const provider = document.createElement('clientele-provider');
provider.adapter = memoryAdapter({ ...sampleBase({ clients: 100 }), records: {} });
const list = document.createElement('clientele-list');
list.style.blockSize = '360px';
provider.append(list);
document.body.append(provider);

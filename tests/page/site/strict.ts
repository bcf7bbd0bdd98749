import { memoryWorker } from '../../../src/adapters/memory/index.js';
import '../../../src/elements/list/list.define.js';
import '../../../src/elements/provider/provider.define.js';
import { sampleBase } from '../../../src/sample/index.js';
import { installProbe } from './probe.js';

installProbe();
const provider = document.querySelector('clientele-provider');
if (provider) provider.adapter = memoryWorker(sampleBase({ clients: 2000 }));

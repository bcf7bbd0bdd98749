import './host/host.css';
import '../src/elements/provider/provider.define.js';
import '../src/elements/list/list.define.js';
import './host/app.js';

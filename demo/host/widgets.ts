/* What of Clientele the salon shows. Loaded while the base is being opened. */
import '../../src/elements/provider/provider.define.js';
import '../../src/elements/list/list.define.js';

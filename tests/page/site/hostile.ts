import { memoryAdapter } from '../../../src/adapters/memory/index.js';
import '../../../src/elements/list/list.define.js';
import '../../../src/elements/provider/provider.define.js';
import { sampleBase } from '../../../src/sample/index.js';
import { installProbe } from './probe.js';
import hostile from './hostile.css?inline';

/*
 * ?look=plain    nothing but the list
 * ?look=hostile  the same under a style sheet that unsets and repaints everything
 * &dir=rtl       from right to left
 * &nested        three shadow roots deep, each with the style sheet
 */
installProbe();
const asked = new URLSearchParams(location.search);
const isHostile = asked.get('look') === 'hostile';

function dress(root: Document | ShadowRoot): void {
  if (!isHostile) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(hostile);
  root.adoptedStyleSheets.push(sheet);
}

const dir = asked.get('dir');
if (dir !== null) document.documentElement.dir = dir;
dress(document);

// The one thing that a list takes from its page.
document.body.style.fontFamily = 'serif';
let room: Element | ShadowRoot = document.body;
if (asked.has('nested')) {
  for (let depth = 0; depth < 3; depth++) {
    const host = document.createElement('div');
    room.append(host);
    room = host.attachShadow({ mode: 'open' });
    dress(room);
  }
}

const sample = sampleBase({ clients: 200, today: '2026-11-20' });
const provider = document.createElement('clientele-provider');
provider.lang = 'en';
provider.adapter = memoryAdapter({ ...sample, records: {}, now: () => Date.parse('2026-11-20T12:00:00Z') });
const list = document.createElement('clientele-list');
list.setAttribute('with-add', '');
list.style.cssText =
  'display:block!important;inline-size:1100px!important;block-size:600px!important;padding:0!important;margin:0!important;border:0!important';
provider.append(list);
room.append(provider);

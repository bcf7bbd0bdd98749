import { expect } from 'chai';
import { html, LitElement, type TemplateResult } from 'lit';
import { AnnounceController } from '../../../src/elements/parts/announce.js';
import { ReorderController } from '../../../src/elements/parts/reorder.js';
import { ResizeController } from '../../../src/elements/parts/resize.js';
import { keyNames, ShortcutsController } from '../../../src/elements/parts/shortcuts.js';
import { WidthController } from '../../../src/elements/parts/width.js';
import { ignoreResizeObserverLoop, inside, mount, nextFrame, until } from '../../support/browser.js';
import { drag, middleOf, press, resetPointer, type } from '../../support/keys.js';
import { sendMouse } from '@web/test-runner-commands';
import { within } from './stage.js';

class TestParts extends LitElement {
  order = ['a', 'b', 'c', 'd'];
  width = 100;
  said: string[] = [];
  clicks = 0;
  canMove = (_from: number, _to: number): boolean => true;

  readonly reorder = new ReorderController(this, {
    axis: 'y',
    items: () => [...this.renderRoot.querySelectorAll<HTMLElement>('li')],
    canMove: (from, to) => this.canMove(from, to),
    onMove: (from, to, how) => {
      this.said.push(`${how} ${from}→${to}`);
      this.order.splice(to, 0, ...this.order.splice(from, 1));
      this.requestUpdate();
    },
  });
  readonly resize = new ResizeController(this, {
    sizeOf: () => ({ width: this.width, min: 60, max: 200 }),
    onResize: (_key, width) => {
      this.width = width;
      this.requestUpdate();
    },
    onSettle: (key, width) => this.said.push(`${key} ${width}`),
  });
  readonly announcer = new AnnounceController(this);
  readonly steps = new WidthController(this, { narrow: 0, wide: 600 });
  readonly shortcuts = new ShortcutsController(this, () => [
    { keys: '/', label: 'Search', everywhere: true, run: () => this.said.push('/') },
    { keys: '?', label: 'Shortcuts', run: () => this.said.push('?') },
    { keys: 'Mod+k', label: 'Commands', run: () => this.said.push('mod k') },
    { keys: 'j', label: 'Next', run: () => this.said.push('j') },
    { keys: 'Escape', label: 'Leave', whileTyping: true, run: () => this.said.push('esc') },
  ]);

  override render(): TemplateResult {
    return html`${this.announcer.render()}
      <ul>
        ${this.order.map(
          (item) =>
            html`<li>
              <button
                id=${item}
                @pointerdown=${this.reorder.handlePointerDown}
                @keydown=${this.reorder.handleKey}
                @click=${() => (this.clicks += 1)}
              >
                Move ${item}
              </button>
            </li>`,
        )}
      </ul>
      <div
        role="separator"
        tabindex="0"
        aria-label="Width"
        aria-valuenow=${this.width}
        data-resize="name"
        @pointerdown=${this.resize.handlePointerDown}
        @keydown=${this.resize.handleKey}
      >
        edge
      </div>
      <input aria-label="Text" />`;
  }
}
customElements.define('test-parts', TestParts);

async function show(): Promise<TestParts> {
  const element = mount(new TestParts());
  element.style.setProperty('display', 'block');
  await element.updateComplete;
  return element;
}

describe('ReorderController', () => {
  afterEach(async () => {
    await resetPointer();
  });

  it('moves an item by the pointer, and that press is no click', async () => {
    const element = await show();
    const [x, y] = middleOf(inside(element, '#c'));
    await drag(inside(element, '#a'), [x, y + 2]);
    await element.updateComplete;
    expect(element.order).to.deep.equal(['b', 'c', 'a', 'd']);
    expect(element.said).to.deep.equal(['pointer 0→2']);
    expect(element.clicks).to.equal(0);
    expect(within(element, '[data-dragging]')).to.have.length(0);
    expect(within(element, 'li').every((item) => item.style.transform === '')).to.equal(true);
  });

  it('leaves a press that does not move a click', async () => {
    const element = await show();
    await drag(inside(element, '#b'), middleOf(inside(element, '#b')), 1);
    expect(element.clicks).to.equal(1);
    expect(element.order).to.deep.equal(['a', 'b', 'c', 'd']);
  });

  it('puts everything back on Escape', async () => {
    const element = await show();
    const from = middleOf(inside(element, '#a'));
    const to = middleOf(inside(element, '#d'));
    await sendMouse({ type: 'move', position: from });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: to });
    await until(() => element.reorder.isDragging, 'a drag');
    expect(within(element, '[data-dragging]')).to.have.length(1);
    await press('Escape');
    await sendMouse({ type: 'up' });
    expect(element.order).to.deep.equal(['a', 'b', 'c', 'd']);
    expect(element.said).to.deep.equal([]);
    expect(element.reorder.isDragging).to.equal(false);
  });

  it('does not drop where it may not', async () => {
    const element = await show();
    element.canMove = (_from, to) => to < 2;
    await drag(inside(element, '#a'), middleOf(inside(element, '#d')));
    expect(element.order.indexOf('a')).to.be.below(2);
  });

  it('moves by Alt and arrows, to the ends by Alt+Home and Alt+End', async () => {
    const element = await show();
    inside(element, '#b').focus();
    await press('Alt+ArrowDown');
    await element.updateComplete;
    expect(element.order).to.deep.equal(['a', 'c', 'b', 'd']);
    inside(element, '#b').focus();
    await press('Alt+End');
    await element.updateComplete;
    expect(element.order).to.deep.equal(['a', 'c', 'd', 'b']);
    inside(element, '#d').focus();
    await press('Alt+Home');
    await element.updateComplete;
    expect(element.order).to.deep.equal(['d', 'a', 'c', 'b']);
    inside(element, '#d').focus();
    await press('Alt+ArrowUp');
    expect(element.said).to.deep.equal(['key 1→2', 'key 2→3', 'key 2→0']);
  });

  it('lets go of everything when it is taken out while dragging', async () => {
    const element = await show();
    await sendMouse({ type: 'move', position: middleOf(inside(element, '#a')) });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: middleOf(inside(element, '#c')) });
    await until(() => element.reorder.isDragging, 'a drag');
    element.remove();
    expect(element.reorder.isDragging).to.equal(false);
    await sendMouse({ type: 'up' });
    expect(element.said).to.deep.equal([]);
  });
});

describe('ResizeController', () => {
  afterEach(async () => {
    await resetPointer();
  });

  it('follows the pointer within its bounds and settles once', async () => {
    const element = await show();
    const edge = inside(element, '[role=separator]');
    const [x, y] = middleOf(edge);
    await drag(edge, [Math.min(x + 300, window.innerWidth - 5), y]);
    expect(element.width).to.equal(200);
    expect(element.said).to.deep.equal(['name 200']);
  });

  it('goes back on Escape', async () => {
    const element = await show();
    const [x, y] = middleOf(inside(element, '[role=separator]'));
    await sendMouse({ type: 'move', position: [x, y] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [x + 30, y] });
    await until(() => element.width === 130, 'a wider column');
    await press('Escape');
    await sendMouse({ type: 'up' });
    expect(element.width).to.equal(100);
    expect(element.said).to.deep.equal([]);
  });

  it('moves by arrows, in larger steps with Shift, to its bounds by Home and End', async () => {
    const element = await show();
    inside(element, '[role=separator]').focus();
    await press('ArrowRight', 'Shift+ArrowRight', 'ArrowLeft', 'End', 'Home');
    expect(element.said).to.deep.equal(['name 108', 'name 148', 'name 140', 'name 200', 'name 60']);
  });

  it('is mirrored from right to left', async () => {
    const element = await show();
    element.dir = 'rtl';
    inside(element, '[role=separator]').focus();
    await press('ArrowRight');
    expect(element.width).to.equal(92);
  });
});

describe('ShortcutsController', () => {
  it('runs with the focus inside, and everywhere only what says so', async () => {
    const element = await show();
    await press('/', 'j');
    expect(element.said).to.deep.equal(['/']);
    inside(element, '#a').focus();
    await press('j', 'Shift+?', 'Control+k');
    expect(element.said).to.deep.equal(['/', 'j', '?', 'mod k']);
  });

  it('leaves someone who types alone, but for keys with Mod and those that say so', async () => {
    const element = await show();
    inside(element, 'input').focus();
    await type('j/?');
    expect(inside<HTMLInputElement>(element, 'input').value).to.equal('j/?');
    await press('Control+k', 'Escape');
    expect(element.said).to.deep.equal(['mod k', 'esc']);
  });

  it('ignores an input method, and a key already used', async () => {
    const element = await show();
    const button = inside(element, '#a');
    const dispatch = (init: KeyboardEventInit): void => {
      button.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'j', bubbles: true, composed: true, cancelable: true, ...init }),
      );
    };
    dispatch({ isComposing: true });
    dispatch({ keyCode: 229 });
    button.addEventListener('keydown', (event) => event.preventDefault(), { once: true });
    dispatch({});
    expect(element.said).to.deep.equal([]);
  });

  it('finds a letter by its place on a Cyrillic keyboard', async () => {
    const element = await show();
    inside(element, '#a').dispatchEvent(
      new KeyboardEvent('keydown', {
        key: 'о',
        code: 'KeyJ',
        bubbles: true,
        composed: true,
        cancelable: true,
      }),
    );
    expect(element.said).to.deep.equal(['j']);
  });

  it('lists its keys as this machine names them', async () => {
    const element = await show();
    expect(element.shortcuts.list.map(({ label }) => label)).to.include('Search');
    expect(keyNames('Mod+k')).to.deep.equal(/Mac/.test(navigator.userAgent) ? ['⌘', 'K'] : ['Ctrl', 'K']);
    expect(keyNames('Shift+ArrowDown')).to.include('↓');
  });
});

describe('AnnounceController', () => {
  it('says the same thing twice, and only the last of several', async () => {
    const element = await show();
    const region = inside(element, '[data-announce=polite]');
    const seen: string[] = [];
    const observer = new MutationObserver(() => seen.push(region.textContent ?? ''));
    observer.observe(region, { childList: true, characterData: true, subtree: true });
    element.announcer.announce('411 found');
    element.announcer.announce('412 found');
    await until(() => region.textContent === '412 found', 'the first message');
    element.announcer.announce('412 found');
    await until(() => seen.filter((text) => text === '412 found').length === 2, 'the message again');
    observer.disconnect();
    expect(seen).not.to.include('411 found');
  });
});

describe('WidthController', () => {
  ignoreResizeObserverLoop();

  it('names the step that its host is in, and updates when that changes', async () => {
    const element = await show();
    element.style.setProperty('width', '400px');
    await until(() => element.steps.step === 'narrow', 'the narrow step');
    element.style.setProperty('width', '800px');
    await until(() => element.steps.step === 'wide', 'the wide step');
    expect(element.steps.width).to.equal(800);
    element.remove();
    await nextFrame();
    expect(element.steps.step).to.equal('wide');
  });
});

import { expect } from 'chai';
import { deepActiveElement, ignoreResizeObserverLoop, nextFrame, until } from '../../support/browser.js';
import { click, engine, press } from '../../support/keys.js';
import {
  base,
  gridOf,
  headsOf,
  nameAt,
  place,
  rowAt,
  rowsOf,
  scrollerOf,
  seenRows,
  settled,
  show,
} from './fixture.js';
import type { ClienteleList } from '../../../src/elements/list/list.js';

/** Where the keyboard is: [row, column]; row −1 is the header. */
function keyboardAt(): [number, number] | null {
  const cell = deepActiveElement()?.closest<HTMLElement>('[data-column]');
  if (!cell) return null;
  const row = cell.closest<HTMLElement>('[data-index]');
  return [row ? Number(row.dataset['index']) : -1, Number(cell.dataset['column'])];
}

const tabStops = (list: ClienteleList): Element[] => [
  ...gridOf(list).renderRoot.querySelectorAll('[tabindex="0"]'),
];

const lastColumn = (list: ClienteleList): number => headsOf(list).length - 1;

/** The active cell lies within what is seen, and not below the header. */
function isInSight(list: ClienteleList): boolean {
  const cell = deepActiveElement()!.getBoundingClientRect();
  const { top, bottom, left, right } = scrollerOf(list).getBoundingClientRect();
  const head = headsOf(list)[0]!.getBoundingClientRect().bottom;
  const isHead = keyboardAt()![0] < 0;
  return (
    cell.top >= (isHead ? top - 1 : head - 1) &&
    cell.bottom <= bottom + 1 &&
    cell.right <= right + 1 &&
    cell.left >= left - 1
  );
}

describe('keyboard in the rows of the client list', () => {
  ignoreResizeObserverLoop();

  it('answers what is pressed before what answers is there, in its order', async () => {
    const { list } = place({ height: 400 });
    await until(() => rowsOf(list).length > 0, 'the first rows');
    const cell = rowAt(list, 0).querySelector<HTMLElement>('[data-column="2"]')!;
    cell.focus();
    const pressed = ['ArrowDown', 'ArrowDown', 'ArrowRight'].map((key) => {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true });
      cell.dispatchEvent(event);
      return event;
    });
    // What the browser would do by itself must not happen meanwhile.
    expect(pressed.every((event) => event.defaultPrevented)).to.equal(true);
    await until(() => keyboardAt()?.join() === '2,3', 'the third cell of the third row');
    const box = rowAt(list, 1).querySelector<HTMLElement>('[data-tick]')!;
    box.click();
    await until(() => rowAt(list, 1).getAttribute('aria-selected') === 'true', 'the tick');
  });

  it('has one tab stop, which Tab leaves for the next control', async () => {
    const { list, frame } = await show();
    const before = document.createElement('button');
    const after = document.createElement('button');
    frame.before(before);
    frame.after(after);
    try {
      expect(tabStops(list)).to.have.length(1);
      before.focus();
      for (let steps = 0; steps < 12 && keyboardAt() === null; steps++) await press('Tab');
      expect(keyboardAt()).to.deep.equal([0, 0]);
      await press('ArrowDown', 'ArrowRight');
      expect(tabStops(list)).to.have.length(1);
      expect(tabStops(list)[0]).to.equal(deepActiveElement());
      await press('Tab');
      expect(document.activeElement).to.equal(after);
      await press('Shift+Tab');
      expect(keyboardAt()).to.deep.equal([1, 1]);
    } finally {
      before.remove();
      after.remove();
    }
  });

  it('moves cell by cell with arrows, into the header and back, and not past the edges', async () => {
    const { list } = await show();
    gridOf(list).focusRow(0, 0);
    await press('ArrowLeft', 'ArrowUp', 'ArrowUp');
    expect(keyboardAt()).to.deep.equal([-1, 0]);
    await press('ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight');
    expect(keyboardAt()).to.deep.equal([1, 2]);
    await press('End');
    expect(keyboardAt()).to.deep.equal([1, lastColumn(list)]);
    await press('ArrowRight');
    expect(keyboardAt()).to.deep.equal([1, lastColumn(list)]);
    await press('Home');
    expect(keyboardAt()).to.deep.equal([1, 0]);
  });

  it('goes a page, and with Control to the first and the last row, always in sight', async function () {
    if (engine === 'webkit') this.skip();
    const { list } = await show();
    gridOf(list).focusRow(0, 2);
    const page = seenRows(list).length;
    await press('PageDown');
    expect(keyboardAt()![0]).to.be.within(page - 3, page);
    expect(isInSight(list)).to.equal(true);
    await press('PageDown', 'PageDown', 'PageUp');
    expect(isInSight(list)).to.equal(true);
    await press('Control+End');
    expect(keyboardAt()).to.deep.equal([499, lastColumn(list)]);
    expect(isInSight(list)).to.equal(true);
    await press('Control+Home');
    expect(keyboardAt()).to.deep.equal([0, 0]);
    expect(isInSight(list)).to.equal(true);
    await press('PageUp');
    expect(keyboardAt()).to.deep.equal([0, 0]);
  });

  it('never hides the active cell below the pinned columns, nor outside a narrow frame', async () => {
    const { list } = await show({ width: 720 });
    gridOf(list).focusRow(3, 0);
    for (let column = 1; column <= lastColumn(list); column++) {
      await press('ArrowRight');
      await nextFrame();
      expect(isInSight(list), `column ${column}`).to.equal(true);
    }
    const pinned = rowAt(list, 3).querySelector<HTMLElement>('.edge')!;
    for (let column = lastColumn(list) - 1; column >= 0; column--) {
      await press('ArrowLeft');
      await nextFrame();
      const cell = deepActiveElement()!;
      if (cell.closest('.start')) break;
      expect(cell.getBoundingClientRect().left, `column ${column}`).to.be.at.least(
        pinned.getBoundingClientRect().right - 1,
      );
    }
  });

  it('turns left and right round where the page runs from right to left', async () => {
    const { list } = await show({ frame: { dir: 'rtl' } });
    gridOf(list).focusRow(2, 1);
    await press('ArrowLeft');
    expect(keyboardAt()).to.deep.equal([2, 2]);
    await press('ArrowRight', 'ArrowRight');
    expect(keyboardAt()).to.deep.equal([2, 0]);
    await press('End');
    expect(keyboardAt()).to.deep.equal([2, lastColumn(list)]);
    const [first, last] = [rowAt(list, 2).firstElementChild!, rowAt(list, 2).lastElementChild!];
    expect(first.getBoundingClientRect().left).to.be.greaterThan(last.getBoundingClientRect().left);
  });

  it('keeps the focus on its row while it scrolls in sight, and hands it to the grid when it scrolls away', async () => {
    const { list } = await show();
    gridOf(list).focusRow(5, 2);
    const name = nameAt(list, 5);
    scrollerOf(list).scrollTop = 72;
    await nextFrame();
    await nextFrame();
    expect(keyboardAt()).to.deep.equal([5, 2]);
    expect(nameAt(list, 5)).to.equal(name);
    scrollerOf(list).scrollTop = 8000;
    await nextFrame();
    await nextFrame();
    expect(deepActiveElement()).to.equal(scrollerOf(list));
    expect(scrollerOf(list).tabIndex).to.equal(0);
    // The next key goes on from the row that the keyboard was on.
    await press('ArrowDown');
    expect(keyboardAt()).to.deep.equal([6, 2]);
    expect(isInSight(list)).to.equal(true);
    expect(tabStops(list)).to.have.length(1);
  });

  it('works the star and the menu of the row that it is on', async () => {
    const { list } = await show();
    gridOf(list).focusRow(1, 1);
    await press(' ');
    await until(() => rowAt(list, 1).querySelector('[data-star]')!.getAttribute('aria-pressed') === 'true');
    expect(keyboardAt()).to.deep.equal([1, 1]);
    await press('End', 'Enter');
    const menu = list.renderRoot.querySelector<HTMLElement>('.row-menu')!;
    await until(() => menu.matches(':popover-open'));
    await press('Escape');
    await until(() => !menu.matches(':popover-open'));
    expect(deepActiveElement()?.closest('.row')).to.equal(rowAt(list, 1));
  });

  it('sorts in the header by Enter, and by Shift with Enter as a second key', async function () {
    if (engine === 'webkit') this.skip();
    const { list } = await show();
    gridOf(list).focusRow(0, 2);
    await press('ArrowUp', 'Enter');
    await settled(list);
    expect(headsOf(list)[2]!.getAttribute('aria-sort')).to.equal('ascending');
    expect(keyboardAt()).to.deep.equal([-1, 2]);
    await press('ArrowRight', 'ArrowRight', 'Shift+Enter');
    await settled(list);
    expect(headsOf(list).filter((head) => head.hasAttribute('aria-sort'))).to.have.length(2);
  });

  it('goes on where the pointer was', async () => {
    const { list } = await show();
    list.addEventListener('clientele-list-open', (event) => event.preventDefault());
    await click(rowAt(list, 4).querySelector('[data-column="4"]')!);
    expect(keyboardAt()).to.deep.equal([4, 4]);
    await press('ArrowDown');
    expect(keyboardAt()).to.deep.equal([5, 4]);
  });

  it('leaves keys alone that an input method is composing with', async () => {
    const { list } = await show();
    gridOf(list).focusRow(2, 2);
    for (const init of [{ isComposing: true }, { keyCode: 229 }]) {
      const event = new KeyboardEvent('keydown', {
        key: 'ArrowDown',
        bubbles: true,
        composed: true,
        cancelable: true,
        ...init,
      });
      deepActiveElement()!.dispatchEvent(event);
      expect(event.defaultPrevented).to.equal(false);
    }
    expect(keyboardAt()).to.deep.equal([2, 2]);
  });

  it('stays in the grid when the rows become fewer than the one it was on', async () => {
    const { list } = await show();
    gridOf(list).focusRow(300, 2);
    const { model } = gridOf(list);
    model!.setSearch('Анна');
    await until(() => model!.result.total! < 100 && model!.result.state === 'ready');
    await settled(list);
    expect(rowsOf(list).length).to.be.greaterThan(0);
    expect(gridOf(list).shadowRoot!.activeElement, 'the focus is still in the grid').not.to.equal(null);
    await press('ArrowDown');
    expect(keyboardAt()![0]).to.be.at.most(1);
  });

  it('has nothing to stand on in an empty list, and does not throw', async () => {
    const { list } = await show({ adapter: base({}, 3) });
    gridOf(list).focusRow(0, 0);
    await press('PageDown', 'End', 'ArrowDown');
    expect(keyboardAt()).to.deep.equal([2, lastColumn(list)]);
    expect(tabStops(list)).to.have.length(1);
  });
});

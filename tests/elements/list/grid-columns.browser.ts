import { expect } from 'chai';
import {
  deepActiveElement,
  ignoreResizeObserverLoop,
  inside,
  nextFrame,
  until,
} from '../../support/browser.js';
import { click, drag, engine, middleOf, press, resetPointer } from '../../support/keys.js';
import {
  announcements,
  cellAt,
  columnsOf,
  gridOf,
  headOf,
  modelOf,
  rowAt,
  scrollerOf,
  settled,
  show,
  toastsOf,
  withHeadTools,
} from './fixture.js';
import type { ClienteleList } from '../../../src/elements/list/list.js';

const widthOf = (list: ClienteleList, field: string): number =>
  Math.round(headOf(list, field).getBoundingClientRect().width);

/** Puts the keyboard on a header. */
function focusHead(list: ClienteleList, field: string): void {
  gridOf(list).activate({ row: -1, column: Number(headOf(list, field).dataset['column']) });
}

describe('columns of the client list', () => {
  ignoreResizeObserverLoop();
  afterEach(resetPointer);

  it('begin with those that their definitions show, the name pinned', async () => {
    const { list } = await show();
    expect(columnsOf(list).slice(0, 2)).to.deep.equal(['name', 'phones']);
    expect(headOf(list, 'name').classList.contains('pinned')).to.equal(true);
    expect(headOf(list, 'phones').classList.contains('pinned')).to.equal(false);
    expect(cellAt(list, 0, 'name').getBoundingClientRect().width).to.equal(
      headOf(list, 'name').getBoundingClientRect().width,
    );
  });

  it('are those of the view that the host gives, without what is unknown', async () => {
    const { list } = await show({
      properties: {
        view: {
          v: 1,
          columns: [{ field: 'name' }, { field: 'no-such' }, { field: 'city', width: 222 }],
          pinned: 1,
          sort: [{ field: 'city', dir: 'desc' }],
          where: { v: 1, where: { kind: 'everyone' } },
        },
      },
    });
    expect(columnsOf(list)).to.deep.equal(['name', 'city']);
    expect(headOf(list, 'city').getAttribute('aria-sort')).to.equal('descending');
    expect(modelOf(list).layout.columns[1]!.width).to.equal(222);
  });

  describe('moved', () => {
    it('by the pointer to where they are let go, which sorts nothing', async () => {
      const { list } = await show();
      await withHeadTools();
      const [, phones = '', visits = '', third = ''] = columnsOf(list);
      const { right } = headOf(list, third).getBoundingClientRect();
      const y = middleOf(headOf(list, phones))[1];
      await drag(headOf(list, phones), [Math.round(right) - 10, y], 12);
      await settled(list);
      expect(columnsOf(list).slice(1, 4)).to.deep.equal([visits, third, phones]);
      expect(modelOf(list).sort).to.deep.equal([]);
      expect(cellAt(list, 0, phones).getBoundingClientRect().left).to.equal(
        headOf(list, phones).getBoundingClientRect().left,
      );
    });

    it('by Alt and an arrow, the keyboard going with them', async function () {
      if (engine === 'webkit') this.skip();
      const { list } = await show();
      const [name, phones = '', visits = '', third = ''] = columnsOf(list);
      focusHead(list, phones);
      await press('Alt+ArrowRight');
      await settled(list);
      expect(columnsOf(list).slice(0, 4)).to.deep.equal([name, visits, phones, third]);
      expect(deepActiveElement()).to.equal(headOf(list, phones));
      await press('Alt+ArrowRight', 'Alt+ArrowLeft', 'Alt+ArrowLeft');
      await settled(list);
      expect(columnsOf(list).slice(0, 3)).to.deep.equal([name, phones, visits]);
    });

    it('the other way round from right to left', async function () {
      if (engine === 'webkit') this.skip();
      const { list } = await show({ frame: { dir: 'rtl' } });
      const [, phones = '', visits] = columnsOf(list);
      focusHead(list, phones);
      await press('Alt+ArrowLeft');
      await settled(list);
      expect(columnsOf(list).slice(1, 3)).to.deep.equal([visits, phones]);
    });

    it('not into those that are pinned: the reason is shown and said', async function () {
      if (engine === 'webkit') this.skip();
      const { list } = await show();
      const said = await announcements(list);
      const columns = columnsOf(list);
      focusHead(list, columns[1]!);
      await press('Alt+ArrowLeft');
      await settled(list);
      expect(columnsOf(list)).to.deep.equal(columns);
      expect(toastsOf(list)).to.deep.equal(['Pinned columns keep their order']);
      await until(() => said.includes('Pinned columns keep their order'), 'the announcement');
      expect(deepActiveElement()).to.equal(headOf(list, columns[1]!));
    });

    it('back to where they were when Escape is pressed', async function () {
      const { list } = await show();
      await withHeadTools();
      const columns = columnsOf(list);
      const head = headOf(list, columns[1]!);
      const { right } = headOf(list, columns[3]!).getBoundingClientRect();
      const [x, y] = middleOf(head);
      const { sendMouse } = await import('@web/test-runner-commands');
      await sendMouse({ type: 'move', position: [x, y] });
      await sendMouse({ type: 'down' });
      await sendMouse({ type: 'move', position: [x + 40, y] });
      await sendMouse({ type: 'move', position: [Math.round(right), y] });
      expect(head.hasAttribute('data-dragging')).to.equal(true);
      await press('Escape');
      await sendMouse({ type: 'up' });
      await settled(list);
      expect(columnsOf(list)).to.deep.equal(columns);
      expect(head.hasAttribute('data-dragging')).to.equal(false);
    });
  });

  describe('made wider and narrower', () => {
    it('by dragging their edge', async () => {
      const { list } = await show();
      await withHeadTools();
      const before = widthOf(list, 'phones');
      const edge = inside(gridOf(list), '[data-resize="phones"]');
      const [x, y] = middleOf(edge);
      await drag(edge, [x + 60, y]);
      await settled(list);
      expect(widthOf(list, 'phones')).to.be.within(before + 58, before + 62);
      expect(edge.getAttribute('aria-valuenow')).to.equal(String(widthOf(list, 'phones')));
      expect(modelOf(list).sort).to.deep.equal([]);
      const cell = cellAt(list, 0, 'phones').getBoundingClientRect();
      expect(Math.round(cell.width)).to.equal(widthOf(list, 'phones'));
    });

    it('by Alt, Shift and an arrow on the header', async function () {
      if (engine === 'webkit') this.skip();
      const { list } = await show();
      const before = widthOf(list, 'phones');
      focusHead(list, 'phones');
      await press('Alt+Shift+ArrowRight', 'Alt+Shift+ArrowRight');
      await settled(list);
      expect(widthOf(list, 'phones')).to.equal(before + 16);
      await press('Alt+Shift+ArrowLeft');
      await settled(list);
      expect(widthOf(list, 'phones')).to.equal(before + 8);
      expect(deepActiveElement()).to.equal(headOf(list, 'phones'));
    });

    it('within bounds only', async () => {
      const { list } = await show();
      await withHeadTools();
      const edge = inside(gridOf(list), '[data-resize="phones"]');
      const [x, y] = middleOf(edge);
      await drag(edge, [Math.max(2, x - 600), y]);
      await settled(list);
      expect(widthOf(list, 'phones')).to.equal(40);
    });
  });

  it('refuse the sixth pin with a reason that is shown and said', async () => {
    const { list } = await show();
    const model = modelOf(list);
    const said = await announcements(list);
    for (const field of columnsOf(list).slice(1, 5)) expect(model.togglePin(field)).to.equal(null);
    await settled(list);
    const sixth = columnsOf(list)[5]!;
    expect(model.togglePin(sixth)).to.equal('too_many_pinned');
    list.refuse('too_many_pinned');
    await until(() => toastsOf(list).length > 0, 'the reason');
    expect(toastsOf(list)).to.deep.equal(['Five columns are pinned already: unpin one first']);
    await until(() => said.includes('Five columns are pinned already: unpin one first'));
    expect(headOf(list, sixth).classList.contains('pinned')).to.equal(false);
  });

  it('stay at the side when pinned while the others scroll', async () => {
    const { list } = await show({ width: 700 });
    const model = modelOf(list);
    model.togglePin('phones');
    await settled(list);
    const before = cellAt(list, 0, 'phones').getBoundingClientRect().left;
    scrollerOf(list).scrollLeft = 300;
    await nextFrame();
    expect(cellAt(list, 0, 'phones').getBoundingClientRect().left).to.equal(before);
    expect(headOf(list, 'phones').getBoundingClientRect().left).to.equal(before);
    // What scrolls below them is covered: the pinned cell is what a click hits.
    const [x, y] = middleOf(cellAt(list, 0, 'phones'));
    expect(gridOf(list).shadowRoot!.elementFromPoint(x, y)?.closest('.cell')).to.equal(
      cellAt(list, 0, 'phones'),
    );
    const held = rowAt(list, 0).querySelector('.start')!;
    expect(getComputedStyle(held).backgroundColor).not.to.equal('rgba(0, 0, 0, 0)');
  });

  it('tell the host when they change', async () => {
    const { list } = await show();
    const told: string[][] = [];
    list.addEventListener('clientele-list-view-changed', ({ detail: { view } }) =>
      told.push(view.columns.map(({ field }) => field)),
    );
    modelOf(list).moveColumn('phones', 2);
    await settled(list);
    expect(told.at(-1)!.indexOf('phones')).to.equal(2);
  });

  it('ask for the values of a field that is shown anew', async () => {
    const { list, session } = await show();
    modelOf(list).toggleColumn(session.catalogue.fields.get('city')!);
    await until(() => columnsOf(list).includes('city'));
    await settled(list);
    const cities = [0, 1, 2, 3, 4, 5, 6, 7].map((row) => cellAt(list, row, 'city').textContent!.trim());
    expect(cities.some((city) => city !== '')).to.equal(true);
    expect(rowAt(list, 0).querySelectorAll('.cell').length).to.equal(gridOf(list).columns.length);
  });

  it('open their menu by the button and by Alt and the down arrow', async function () {
    if (engine === 'webkit') this.skip();
    const { list } = await show();
    const asked: string[] = [];
    gridOf(list).addEventListener('clientele-grid-column-menu-0', (event) =>
      asked.push((event as CustomEvent<{ field: string }>).detail.field),
    );
    const isOpen = (): boolean =>
      list.renderRoot.querySelector('.dialogs clientele-menu-0')?.matches(':popover-open') === true;
    const head = headOf(list, 'phones');
    head.focus();
    await click(head.querySelector('[data-column-menu]')!);
    // It loads when it is first wanted.
    await until(isOpen, 'the menu');
    await press('Escape');
    await until(() => !isOpen(), 'the menu to close');
    focusHead(list, 'visits');
    await press('Alt+ArrowDown');
    await until(isOpen, 'the menu by keys');
    await press('Escape');
    await until(() => !isOpen(), 'the menu to close again');
    expect(asked).to.deep.equal(['phones', 'visits']);
  });
});

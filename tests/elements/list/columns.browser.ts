import { expect } from 'chai';
import type { ClienteleList } from '../../../src/elements/list/list.js';
import { expectAccessible } from '../../support/axe.js';
import { deepActiveElement, ignoreResizeObserverLoop, inside, until } from '../../support/browser.js';
import { click, drag, engine, middleOf, press, type } from '../../support/keys.js';
import {
  buttonNamed,
  columnsOf,
  headOf,
  modelOf,
  settled,
  show,
  stateOf,
  textOf,
  toastsOf,
} from './fixture.js';
import { atRest } from './rest.js';

const gearOf = (list: ClienteleList): HTMLElement => inside(list, 'clientele-list-columns-0');
const panelOf = (list: ClienteleList): HTMLElement => inside(gearOf(list), 'clientele-list-columns-panel-0');
const shown = (list: ClienteleList): HTMLElement[] => [
  ...panelOf(list).shadowRoot!.querySelectorAll<HTMLElement>('.shown'),
];
const order = (list: ClienteleList): string[] => shown(list).map((row) => row.dataset['field'] ?? '');
const box = (list: ClienteleList, field: string): HTMLInputElement =>
  inside<HTMLInputElement>(panelOf(list), `input[data-column="${field}"]`);
const said = (list: ClienteleList): string =>
  textOf(panelOf(list).shadowRoot!.querySelector('[data-announce="polite"]')!);

async function openGear(list: ClienteleList): Promise<void> {
  await click(buttonNamed(gearOf(list), 'Columns'));
  await until(
    () =>
      gearOf(list)
        .shadowRoot!.querySelector('clientele-list-columns-panel-0')
        ?.shadowRoot?.querySelector('clientele-popover-0')
        ?.matches(':popover-open'),
    'the settings of the columns',
  );
  await atRest(inside(panelOf(list), 'clientele-popover-0'));
  await settled(list);
}

describe('columns of the client list', () => {
  ignoreResizeObserverLoop();

  it('are shown and hidden by boxes in groups, at once', async () => {
    const { list } = await show();
    await openGear(list);
    expect(box(list, 'visits').checked).to.equal(true);
    await click(box(list, 'age'));
    await settled(list);
    expect(columnsOf(list).at(-1)).to.equal('age');
    await click(box(list, 'visits'));
    await settled(list);
    expect(columnsOf(list)).not.to.include('visits');
    await until(() => said(list) === 'Visits is hidden', 'an announcement');
    const legends = [...panelOf(list).shadowRoot!.querySelectorAll('legend')].map(textOf);
    expect(legends.slice(0, 3)).to.deep.equal(['Who', 'Contacts', 'Visits']);
  });

  it('keep the last one, and say why', async () => {
    const { list } = await show();
    for (const field of columnsOf(list).slice(1))
      modelOf(list).toggleColumn(modelOf(list).fields.get(field)!);
    await openGear(list);
    await click(box(list, 'name'));
    await until(() => textOf(inside(panelOf(list), '.error')) === 'One column has to stay', 'the reason');
    expect(box(list, 'name').checked).to.equal(true);
  });

  it('are found by a part of their name in any alphabet', async () => {
    const { list } = await show();
    await openGear(list);
    await until(() => deepActiveElement()?.getAttribute('type') === 'search', 'the focus in the search');
    await type('визит');
    await settled(list);
    expect(textOf(inside(panelOf(list), '.nothing'))).to.equal('There is no such column');
    await press('Escape');
    await type('VISIT');
    await settled(list);
    const labels = [...panelOf(list).shadowRoot!.querySelectorAll('.choice')].map(textOf);
    expect(labels).to.deep.equal(['Visits', 'First visit', 'Last visit', 'Next visit']);
  });

  it('move by the arrows of the keyboard on their grip, with the focus', async () => {
    const { list } = await show();
    await openGear(list);
    expect(order(list).slice(0, 4)).to.deep.equal(['name', 'phones', 'visits', 'lastVisit']);
    shown(list)[2]!.querySelector<HTMLElement>('.grip')!.focus();
    await press('Alt+ArrowDown');
    await settled(list);
    expect(order(list).slice(0, 4)).to.deep.equal(['name', 'phones', 'lastVisit', 'visits']);
    expect(columnsOf(list).slice(0, 4)).to.deep.equal(['name', 'phones', 'lastVisit', 'visits']);
    await until(() => said(list) === 'Visits: place 4 of 7', 'an announcement');
    await until(
      () => deepActiveElement()?.closest('.shown') === shown(list)[3],
      'the focus on the moved one',
    );
    await press('Alt+Home');
    await settled(list);
    expect(order(list)[3]).to.equal('visits');
  });

  it('move by buttons, without any drag', async () => {
    const { list } = await show();
    await openGear(list);
    await click(buttonNamed(panelOf(list), 'Move Last visit up'));
    await settled(list);
    expect(order(list).slice(0, 4)).to.deep.equal(['name', 'phones', 'lastVisit', 'visits']);
    await until(() => deepActiveElement()?.getAttribute('aria-label') === 'Move Last visit up', 'the focus');
    await press('Enter');
    await settled(list);
    expect(order(list)[1]).to.equal('lastVisit');
    await press('Enter');
    await until(
      () => textOf(inside(panelOf(list), '.error')) === 'Pinned columns keep their order',
      'the reason',
    );
    expect(order(list)[1]).to.equal('lastVisit');
  });

  it('move by dragging their grip', async () => {
    const { list } = await show();
    await openGear(list);
    const [x, y] = middleOf(shown(list)[4]!);
    await drag(shown(list)[2]!.querySelector('.grip')!, [x, y + 4]);
    await settled(list);
    expect(order(list).slice(0, 5)).to.deep.equal(['name', 'phones', 'lastVisit', 'totalSpent', 'visits']);
  });

  it('are pinned up to five; the sixth is refused with a reason, said and seen', async () => {
    const { list } = await show();
    await openGear(list);
    for (const name of ['Phone', 'Visits', 'Last visit', 'Total spent']) {
      await click(buttonNamed(panelOf(list), `Pin ${name}`));
      await settled(list);
    }
    expect(textOf(inside(panelOf(list), '.lock'))).to.equal('5 of 5 pinned');
    await click(buttonNamed(panelOf(list), 'Pin Status'));
    await until(
      () => textOf(inside(panelOf(list), '.error')) === 'Five columns are pinned already: unpin one first',
      'the reason',
    );
    expect(inside(panelOf(list), '.error').getAttribute('role')).to.equal('alert');
    expect(modelOf(list).layout.pinned).to.equal(5);
    await click(buttonNamed(panelOf(list), 'Pin Visits'));
    await settled(list);
    expect(textOf(inside(panelOf(list), '.lock'))).to.equal('4 of 5 pinned');
    expect(inside(panelOf(list), '.error').hidden).to.equal(true);
  });

  it('change the height of the rows, and go back to how they were', async () => {
    const { list } = await show();
    await openGear(list);
    await click(box(list, 'age'));
    const compact = [
      ...inside(panelOf(list), 'clientele-segmented-0').shadowRoot!.querySelectorAll('.option'),
    ];
    await click(compact[2]!);
    await settled(list);
    expect(modelOf(list).density).to.equal('compact');
    await click(buttonNamed(panelOf(list), 'Reset columns'));
    await settled(list);
    expect(columnsOf(list)).not.to.include('age');
  });

  it('close by Escape, with the focus back on the gear', async () => {
    const { list } = await show();
    await openGear(list);
    await press('Escape');
    await until(() => deepActiveElement() === buttonNamed(gearOf(list), 'Columns'), 'the focus on the gear');
  });

  it('keep their gear where no rows are, and on a narrow screen', async () => {
    const { list } = await show();
    modelOf(list).setSearch('nobody at all is called so');
    await until(() => stateOf(list) !== '', 'nothing found');
    await settled(list);
    expect(gearOf(list).closest('clientele-list-filters-0')).not.to.equal(null);
    const narrow = await show({ width: 400 });
    expect(gearOf(narrow.list).closest('clientele-list-filters-0')).not.to.equal(null);
    await openGear(narrow.list);
  });

  it('are accessible while they are set', async () => {
    const { list } = await show();
    await openGear(list);
    await expectAccessible(panelOf(list));
    await type('zzz');
    await settled(list);
    await expectAccessible(panelOf(list));
  });

  describe('the menu of one', () => {
    const menuOf = (list: ClienteleList): HTMLElement => inside(list, '.dialogs clientele-menu-0');
    const item = (list: ClienteleList, name: string): HTMLElement => buttonNamed(menuOf(list), name);

    async function openMenu(list: ClienteleList, field: string): Promise<void> {
      headOf(list, field).focus();
      await press('Alt+ArrowDown');
      await until(
        () => list.renderRoot.querySelector('.dialogs clientele-menu-0')?.matches(':popover-open'),
        'the menu of the column',
      );
      await settled(list);
    }

    const choose = async (list: ClienteleList, field: string, name: string): Promise<void> => {
      await openMenu(list, field);
      await click(item(list, name));
      await settled(list);
    };

    it('sorts, adds to the sort, and takes the column out of it', async () => {
      const { list } = await show();
      await openMenu(list, 'visits');
      const ascending = [...menuOf(list).shadowRoot!.querySelectorAll<HTMLElement>('[role="menuitemradio"]')];
      expect(ascending.map(textOf)).to.deep.equal(['Sort ascending', 'Sort descending']);
      await click(ascending[1]!);
      await settled(list);
      expect(modelOf(list).sort).to.deep.equal([{ field: 'visits', dir: 'desc' }]);
      await choose(list, 'totalSpent', 'Then sort by this');
      expect(modelOf(list).sort.map(({ field }) => field)).to.deep.equal(['visits', 'totalSpent']);
      await choose(list, 'visits', 'Do not sort by this');
      expect(modelOf(list).sort).to.deep.equal([{ field: 'totalSpent', dir: 'asc' }]);
    });

    it('pins, moves, widens, fits and hides', async () => {
      const { list } = await show();
      await choose(list, 'visits', 'Move left');
      expect(columnsOf(list).slice(0, 3)).to.deep.equal(['name', 'visits', 'phones']);
      await choose(list, 'visits', 'Pin column');
      expect(modelOf(list).layout.pinned).to.equal(2);
      await choose(list, 'phones', 'Wider');
      expect(modelOf(list).layout.columns.find(({ field }) => field === 'phones')?.width).to.equal(200);
      await choose(list, 'phones', 'Fit to content');
      const fit = modelOf(list).layout.columns.find(({ field }) => field === 'phones')!.width;
      expect(fit).to.be.within(110, 199);
      await choose(list, 'phones', 'Hide column');
      expect(columnsOf(list)).not.to.include('phones');
    });

    it('says why it is refused', async () => {
      const { list } = await show();
      for (const field of ['phones', 'visits', 'lastVisit', 'totalSpent']) modelOf(list).togglePin(field);
      await settled(list);
      await openMenu(list, 'status');
      await until(() => textOf(deepActiveElement() ?? list) === 'Pin column', 'the first item');
      await press('Enter');
      await until(
        () => inside(list, 'clientele-toasts-0').shadowRoot && toastsOf(list).length === 1,
        'a toast',
      );
      expect(toastsOf(list)).to.deep.equal(['Five columns are pinned already: unpin one first']);
    });

    it('is accessible, and gives the focus back to the head', async function () {
      if (engine === 'webkit') this.skip();
      const { list } = await show();
      await openMenu(list, 'visits');
      await atRest(menuOf(list));
      await expectAccessible(menuOf(list));
      await press('Escape');
      await until(() => deepActiveElement()?.closest('[data-field="visits"]'), 'the focus on the head');
    });
  });
});

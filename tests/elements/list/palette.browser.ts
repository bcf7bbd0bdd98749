import { expect } from 'chai';
import type { ClienteleList } from '../../../src/elements/list/list.js';
import { expectAccessible } from '../../support/axe.js';
import { deepActiveElement, ignoreResizeObserverLoop, inside, until } from '../../support/browser.js';
import { click, press, type } from '../../support/keys.js';
import {
  columnsOf,
  gridOf,
  modelOf,
  rowAt,
  scrollerOf,
  settled,
  show,
  textOf,
  type Fixture,
} from './fixture.js';
import { atRest } from './rest.js';

const paletteOf = (list: ClienteleList): HTMLElement => inside(list, 'clientele-list-palette-0');
const isOpen = (list: ClienteleList): boolean =>
  list.renderRoot
    .querySelector('clientele-list-palette-0')
    ?.shadowRoot?.querySelector('clientele-dialog-0')
    ?.hasAttribute('open') === true;
const finderOf = (list: ClienteleList): HTMLElement => inside(paletteOf(list), 'clientele-finder-0');
const options = (list: ClienteleList): string[] =>
  [...finderOf(list).shadowRoot!.querySelectorAll('.option > .truncate')].map(textOf);

/** The shortcuts load after the first rows. */
async function withKeys(options: Parameters<typeof show>[0] = {}): Promise<Fixture> {
  const fixture = await show(options);
  await import('../../../src/elements/list/palette/list-shortcuts.js');
  await settled(fixture.list);
  gridOf(fixture.list).focusRow(0);
  return fixture;
}

async function open(list: ClienteleList): Promise<void> {
  await press('Control+k');
  await until(() => isOpen(list) && deepActiveElement()?.getAttribute('role') === 'combobox', 'the palette');
}

async function run(list: ClienteleList, words: string): Promise<void> {
  await open(list);
  await type(words);
  await settled(list);
  await press('Enter');
}

describe('the command palette of the client list', () => {
  ignoreResizeObserverLoop();

  it('opens by keys within the list, and gives the focus back', async () => {
    const { list } = await withKeys();
    const before = deepActiveElement();
    await open(list);
    expect(options(list)).to.include('Search clients').and.to.include('Filter by…');
    expect(options(list)).not.to.include('Add client');
    await press('Escape');
    await until(() => !isOpen(list), 'a closed palette');
    expect(deepActiveElement()).to.equal(before);
  });

  it('searches, sorts, shows columns and changes the height of rows', async () => {
    const { list } = await withKeys();
    await run(list, 'search clients');
    await until(() => deepActiveElement()?.matches('input[type="search"]'), 'the focus in the search');
    await run(list, 'visits, descending');
    await until(() => modelOf(list).sort.length === 1, 'the sort');
    expect(modelOf(list).sort).to.deep.equal([{ field: 'visits', dir: 'desc' }]);
    await run(list, 'show age');
    await until(() => columnsOf(list).includes('age'), 'the column');
    await run(list, 'compact');
    await until(() => modelOf(list).density === 'compact', 'the height');
  });

  it('opens pages of further commands, and goes back by Escape', async () => {
    const { list } = await withKeys();
    await run(list, 'show or hide');
    await until(() => options(list)[0] === 'Hide Name', 'the page of columns');
    expect(textOf(inside(inside(paletteOf(list), 'clientele-dialog-0'), 'h2'))).to.equal('Columns');
    await press('Escape');
    await until(() => options(list)[0] === 'Search clients', 'the first page');
    expect(isOpen(list)).to.equal(true);
    await press('Escape');
    await until(() => !isOpen(list), 'a closed palette');
  });

  it('begins a filter', async () => {
    const { list } = await withKeys();
    await run(list, 'filter by visits');
    const row = inside(list, 'clientele-list-filters-0');
    await until(
      () => deepActiveElement()?.matches('input[inputmode="decimal"]') && row.isConnected,
      'the editor of the filter',
    );
    await type('9');
    await press('Enter');
    await until(() => modelOf(list).filters.where.kind === 'field', 'the filter');
  });

  it('offers what can be done to those who are ticked', async () => {
    const { list } = await withKeys({ list: { 'with-add': '' } });
    modelOf(list).tick([modelOf(list).result.rows(0, 1)[0]!.id], true);
    await settled(list);
    scrollerOf(list).focus();
    await open(list);
    const groups = [...finderOf(list).shadowRoot!.querySelectorAll('[role="group"]')];
    expect(groups[0]?.getAttribute('aria-label')).to.equal('For 1 client');
    expect(options(list)).to.include('Favourite').and.to.include('Add client');
    await type('favourite');
    await press('Enter');
    await until(() => modelOf(list).result.rows(0, 1)[0]?.favourite === true, 'a favourite');
  });

  it('says when there is no such command', async () => {
    const { list } = await withKeys();
    await open(list);
    await type('qxqw');
    await until(
      () => textOf(inside(finderOf(list), '.nothing')) === 'There is no such command',
      'what is said of it',
    );
    await press('Enter');
    expect(isOpen(list)).to.equal(true);
  });

  it('is accessible', async () => {
    const { list } = await withKeys();
    await open(list);
    await atRest(inside(inside(paletteOf(list), 'clientele-dialog-0'), 'dialog'));
    await expectAccessible(paletteOf(list));
    await type('sort');
    await settled(list);
    await expectAccessible(paletteOf(list));
  });
});

describe('shortcuts of the client list', () => {
  ignoreResizeObserverLoop();

  it('go to the next and the previous client, and begin a filter', async () => {
    const { list } = await withKeys();
    await press('j', 'j');
    expect(deepActiveElement()?.closest('[data-index]')).to.equal(rowAt(list, 2));
    await press('k');
    expect(deepActiveElement()?.closest('[data-index]')).to.equal(rowAt(list, 1));
    await press('f');
    await until(() => deepActiveElement()?.getAttribute('role') === 'combobox', 'the menu of filters');
  });

  it('search from anywhere on the page, but not while someone types', async () => {
    const { list } = await withKeys();
    (deepActiveElement() as HTMLElement).blur();
    await press('/');
    await until(() => deepActiveElement()?.matches('input[type="search"]'), 'the search');
    await type('/j?');
    expect((deepActiveElement() as HTMLInputElement).value).to.equal('/j?');
    expect(list.renderRoot.querySelector('clientele-list-shortcuts-0')).to.equal(null);
  });

  it('are listed by a question mark', async () => {
    const { list } = await withKeys();
    await press('Shift+?');
    const sheet = await until(
      () =>
        list.renderRoot
          .querySelector('clientele-list-shortcuts-0')
          ?.shadowRoot?.querySelector('clientele-dialog-0[open]'),
      'the sheet',
    );
    const entries = [...sheet.querySelectorAll('dl > div')].map(textOf);
    expect(entries).to.include('Search /').and.to.include('Tick up to here ShiftSpace');
    await atRest(inside(sheet, 'dialog'));
    await expectAccessible(sheet);
    await click(sheet.querySelector('button')!);
    await until(() => !sheet.hasAttribute('open'), 'a closed sheet');
  });

  it('are off where the host has its own', async () => {
    const { list } = await withKeys({ list: { 'without-shortcuts': '' } });
    const before = deepActiveElement();
    await press('j', 'f', '/');
    await press('Control+k');
    await settled(list);
    expect(deepActiveElement()).to.equal(before);
    expect(isOpen(list)).to.equal(false);
  });
});

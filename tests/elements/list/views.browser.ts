import { expect } from 'chai';
import type { SavedView } from '../../../src/contract/index.js';
import type { ClienteleList } from '../../../src/elements/list/list.js';
import { documentOf } from '../../../src/elements/list/model/list-model.js';
import { expectAccessible } from '../../support/axe.js';
import { deepActiveElement, ignoreResizeObserverLoop, inside, until } from '../../support/browser.js';
import { click, press, type } from '../../support/keys.js';
import {
  base,
  buttonNamed,
  findButton,
  modelOf,
  sessionOf,
  settled,
  show,
  textOf,
  toastButton,
  toastsOf,
  without,
  type Fixture,
} from './fixture.js';
import { atRest } from './rest.js';

const viewsOf = (list: ClienteleList): HTMLElement => inside(list, 'clientele-list-views-0');
const buttonOf = (list: ClienteleList): HTMLElement => inside(viewsOf(list), 'button');
const menuOf = (list: ClienteleList): HTMLElement => inside(viewsOf(list), 'clientele-menu-0');
const items = (list: ClienteleList): HTMLElement[] => [
  ...menuOf(list).shadowRoot!.querySelectorAll<HTMLElement>('.item'),
];
const itemNamed = (list: ClienteleList, name: string): HTMLElement =>
  items(list).find((item) => textOf(item.querySelector('.text')!) === name)!;
const dialogOf = (list: ClienteleList): HTMLElement => inside(viewsOf(list), 'clientele-list-view-dialog-0');

const FILTERS = documentOf([{ kind: 'field', field: 'visits', op: 'gte', value: 5 }]);

async function showViews(options: Parameters<typeof show>[0] = {}): Promise<Fixture> {
  const fixture = await show(options);
  await until(() => viewsOf(fixture.list).shadowRoot?.querySelector('button'), 'the menu of views');
  await settled(fixture.list);
  return fixture;
}

async function openMenu(list: ClienteleList): Promise<void> {
  await settled(list);
  await click(buttonOf(list));
  await until(() => menuOf(list).matches(':popover-open'), 'the menu');
}

async function choose(list: ClienteleList, name: string): Promise<void> {
  await openMenu(list);
  await click(itemNamed(list, name));
  await settled(list);
}

async function saveAs(list: ClienteleList, name: string): Promise<void> {
  await choose(list, 'Save as a new view…');
  await until(() => deepActiveElement()?.matches('input[type="text"]'), 'the dialog');
  await type(name);
  await press('Enter');
  await until(() => textOf(buttonOf(list)) === name, 'the new view');
}

describe('saved views of the client list', () => {
  ignoreResizeObserverLoop();

  it('are saved with a name, opened again, and left for all clients', async () => {
    const { list, session } = await showViews();
    modelOf(list).setFilters(FILTERS);
    modelOf(list).setSort([{ field: 'visits', dir: 'desc' }]);
    await saveAs(list, 'Regulars');
    await until(() => toastsOf(list).includes('View “Regulars” is saved'), 'a toast');
    const [view] = await session.views();
    expect(view?.state.where).to.deep.equal(FILTERS);
    expect(view?.scope).to.equal('personal');
    await choose(list, 'All clients');
    expect(modelOf(list).filters.where.kind).to.equal('everyone');
    expect(modelOf(list).sort).to.deep.equal([]);
    await choose(list, 'Regulars');
    expect(modelOf(list).filters).to.deep.equal(FILTERS);
    expect(modelOf(list).sort).to.deep.equal([{ field: 'visits', dir: 'desc' }]);
    expect(modelOf(list).result.total).to.be.lessThan(500);
  });

  it('show a dot when something differs, keep the change, or take it back', async () => {
    const { list, session } = await showViews();
    await saveAs(list, 'Mine');
    expect(viewsOf(list).shadowRoot!.querySelector('.dot')).to.equal(null);
    modelOf(list).setFilters(FILTERS);
    await settled(list);
    expect(viewsOf(list).shadowRoot!.querySelector('.dot')).not.to.equal(null);
    expect(buttonOf(list).getAttribute('aria-label')).to.equal('View: Mine, changed');
    await choose(list, 'Undo changes');
    expect(modelOf(list).filters.where.kind).to.equal('everyone');
    modelOf(list).setFilters(FILTERS);
    await choose(list, 'Save changes');
    await until(async () => (await session.views())[0]?.version === 2, 'the saved change');
    await until(() => viewsOf(list).shadowRoot!.querySelector('.dot') === null, 'no dot');
  });

  it('are renamed, and deleted with a way back', async () => {
    const { list, session } = await showViews();
    await saveAs(list, 'Old name');
    await choose(list, 'Rename…');
    await until(
      () => (deepActiveElement() as HTMLInputElement | null)?.value === 'Old name',
      'the name to change',
    );
    await type('New name');
    await press('Enter');
    await until(() => textOf(buttonOf(list)) === 'New name', 'the new name');
    modelOf(list).setFilters(FILTERS);
    await choose(list, 'Delete view');
    await until(() => textOf(buttonOf(list)) === 'All clients', 'no view');
    expect(modelOf(list).filters).to.deep.equal(FILTERS);
    expect(await session.views()).to.deep.equal([]);
    await until(() => toastsOf(list).some((text) => text.includes('is deleted')), 'a toast');
    await click(toastButton(list));
    await until(() => textOf(buttonOf(list)) === 'New name', 'the view again');
    expect((await session.views()).map(({ name }) => name)).to.deep.equal(['New name']);
  });

  it('want a name, and keep what was typed when they cannot be saved', async () => {
    const adapter = base();
    const { list } = await showViews({ adapter });
    await choose(list, 'Save as a new view…');
    await until(() => deepActiveElement()?.matches('input[type="text"]'), 'the dialog');
    await press('Enter');
    await until(() => textOf(inside(dialogOf(list), '.error')) === 'Give the view a name', 'the reason');
    await type('Kept');
    const { save } = adapter.views!;
    adapter.views!.save = () => Promise.reject(new Error('no'));
    await press('Enter');
    await until(
      () => textOf(inside(dialogOf(list), '.error')).startsWith('The view could not'),
      'the failure',
    );
    expect(inside<HTMLInputElement>(dialogOf(list), 'input').value).to.equal('Kept');
    adapter.views!.save = save;
    await press('Enter');
    await until(() => textOf(buttonOf(list)) === 'Kept', 'the view');
  });

  it('are shared only by those who may', async () => {
    const { list } = await showViews({ session: { permissions: without('views.share') } });
    await choose(list, 'Save as a new view…');
    await until(() => deepActiveElement()?.matches('input[type="text"]'), 'the dialog');
    expect(dialogOf(list).shadowRoot!.querySelector('input[type="radio"]')).to.equal(null);
    await press('Escape');
    const other = await showViews();
    await choose(other.list, 'Save as a new view…');
    await until(() => deepActiveElement()?.matches('input[type="text"]'), 'the dialog');
    const scopes = [...dialogOf(other.list).shadowRoot!.querySelectorAll('.choice')];
    expect(scopes.map(textOf)).to.deep.equal(['Only me', 'Everyone with my role', 'Everyone']);
  });

  it('of others are opened, not changed, by those who may not share', async () => {
    const adapter = base();
    const owner = sessionOf(adapter, { actor: { id: 'boss', name: 'Boss', role: 'owner' } });
    await owner.ready;
    const state: SavedView['state'] = {
      v: 1,
      columns: [{ field: 'name' }],
      pinned: 0,
      sort: [],
      where: FILTERS,
    };
    await owner.saveView({ id: 'shared-1', version: null, name: 'House view', scope: 'shared', state });
    const { list } = await showViews({
      adapter,
      session: {
        actor: { id: 'anna', name: 'Anna', role: 'reception' },
        permissions: without('views.share'),
      },
    });
    await until(() => items(list).length > 2, 'the views of others');
    await choose(list, 'House view');
    expect(modelOf(list).filters).to.deep.equal(FILTERS);
    modelOf(list).clearFilters();
    await openMenu(list);
    const names = items(list).map(textOf);
    expect(names).to.include('Save as a new view…').and.to.include('Undo changes');
    expect(names)
      .not.to.include('Save changes')
      .and.not.to.include('Rename…')
      .and.not.to.include('Delete view');
  });

  it('of another session appear by themselves', async () => {
    const adapter = base();
    const { list } = await showViews({ adapter });
    const other = sessionOf(adapter);
    await other.ready;
    const state: SavedView['state'] = {
      v: 1,
      columns: [{ field: 'name' }],
      pinned: 0,
      sort: [],
      where: FILTERS,
    };
    await other.saveView({ id: 'later-1', version: null, name: 'From elsewhere', scope: 'shared', state });
    await until(() => items(list).some((item) => textOf(item) === 'From elsewhere'), 'the new view');
  });

  it('are not there where the base keeps none', async () => {
    const adapter = base();
    const { list } = await show({
      adapter: {
        ...adapter,
        describe: async (context) => {
          const description = await adapter.describe(context);
          return { ...description, capabilities: { ...description.capabilities, views: false } };
        },
      },
    });
    await settled(list);
    expect(list.renderRoot.querySelector('clientele-list-views-0')).to.equal(null);
    expect(findButton(list, /^View/)).to.equal(null);
  });

  it('are accessible in menu and dialog', async () => {
    const { list } = await showViews();
    await saveAs(list, 'Regulars');
    await openMenu(list);
    await atRest(menuOf(list));
    await expectAccessible(viewsOf(list));
    await press('Escape');
    await choose(list, 'Save as a new view…');
    await until(() => deepActiveElement()?.matches('input[type="text"]'), 'the dialog');
    await click(buttonNamed(dialogOf(list), 'Save view'));
    await settled(list);
    await atRest(inside(inside(dialogOf(list), 'clientele-dialog-0'), 'dialog'));
    await expectAccessible(dialogOf(list));
  });
});

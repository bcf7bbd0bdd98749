import { expect } from 'chai';
import {
  deepActiveElement,
  ignoreResizeObserverLoop,
  inside,
  nextEvent,
  nextFrame,
  until,
} from '../../support/browser.js';
import { click, press, type } from '../../support/keys.js';
import {
  base,
  buttonNamed,
  hasButton,
  gridOf,
  later,
  modelOf,
  rowTexts,
  settled,
  show,
  stateOf,
  textOf,
  without,
} from './fixture.js';
import type { ClienteleList } from '../../../src/elements/list/list.js';

const toolbarOf = (list: ClienteleList): HTMLElement => inside(list, 'clientele-list-toolbar-0');
const searchOf = (list: ClienteleList): HTMLInputElement => inside(toolbarOf(list), 'input[type=search]');
const titleOf = (list: ClienteleList): string => textOf(inside(toolbarOf(list), '.title'));

describe('toolbar of the client list', () => {
  ignoreResizeObserverLoop();

  it('names the list and says how many clients there are', async () => {
    const { list } = await show();
    expect(titleOf(list)).to.equal('Clients500');
    list.heading = 'Guests';
    await settled(list);
    expect(titleOf(list)).to.equal('Guests500');
  });

  describe('search', () => {
    it('finds while one types, with each key', async () => {
      const { list } = await show();
      await click(searchOf(list));
      await type('an');
      await settled(list);
      const few = modelOf(list).result.total!;
      expect(few).to.be.within(1, 499);
      await type('na');
      await settled(list);
      expect(modelOf(list).search).to.equal('anna');
      expect(modelOf(list).result.total).to.be.within(1, few);
      expect(searchOf(list).value).to.equal('anna');
      expect(deepActiveElement()).to.equal(searchOf(list));
    });

    it('finds a name in the other alphabet', async () => {
      const { list } = await show();
      await click(searchOf(list));
      await type('Irina');
      await settled(list);
      expect(rowTexts(list).some((name) => /Ирина/.test(name))).to.equal(true);
    });

    it('waits for a pause before it asks an adapter that answers later, and shows only the last answer', async () => {
      const adapter = later(base(), 30);
      const asked: string[] = [];
      const { list } = await show({
        adapter: {
          ...adapter,
          find: (query, context) => {
            asked.push(JSON.stringify(query.where));
            return adapter.find(query, context);
          },
        },
      });
      asked.length = 0;
      await click(searchOf(list));
      await type('irina');
      await until(() => modelOf(list).search === 'irina' && modelOf(list).result.state === 'ready');
      await settled(list);
      expect(asked.filter((where) => /"irina"/.test(where)).length).to.be.at.least(1);
      expect(new Set(asked).size).to.be.below(5);
      expect(rowTexts(list)[0]).to.equal(modelOf(list).result.rows(0, 1)[0]!.name);
    });

    it('leaves what an input method composes alone until it is done', async () => {
      const { list } = await show();
      const input = searchOf(list);
      input.focus();
      const compose = (kind: string, text: string): void => {
        input.dispatchEvent(new CompositionEvent(kind, { data: text, bubbles: true, composed: true }));
      };
      const write = (text: string): void => {
        input.value = text;
        input.dispatchEvent(
          new InputEvent('input', { data: text, isComposing: true, bubbles: true, composed: true }),
        );
      };
      compose('compositionstart', '');
      write('i');
      write('ir');
      await nextFrame();
      expect(modelOf(list).search).to.equal('');
      for (const init of [{ isComposing: true }, { keyCode: 229 }]) {
        const enter = new KeyboardEvent('keydown', {
          key: 'Enter',
          bubbles: true,
          cancelable: true,
          ...init,
        });
        input.dispatchEvent(enter);
        expect(enter.defaultPrevented).to.equal(false);
      }
      await nextFrame();
      expect(deepActiveElement(), 'Enter of the input method moves nowhere').to.equal(input);
      expect(input.value).to.equal('ir');
      input.value = 'irina';
      compose('compositionend', 'irina');
      await settled(list);
      expect(modelOf(list).search).to.equal('irina');
    });

    it('is cleared by Escape and by its cross, and keeps the focus', async () => {
      const { list } = await show();
      await click(searchOf(list));
      await type('anna');
      await press('Escape');
      await settled(list);
      expect(modelOf(list).search).to.equal('');
      expect(searchOf(list).value).to.equal('');
      await type('ivan');
      await settled(list);
      await click(buttonNamed(toolbarOf(list), 'Clear search'));
      await settled(list);
      expect(modelOf(list).result.total).to.equal(500);
      expect(deepActiveElement()).to.equal(searchOf(list));
    });

    it('is reached by / from the page and from the rows, and typed while in a field', async () => {
      const { list } = await show();
      await until(async () => {
        (document.activeElement as HTMLElement | null)?.blur();
        await press('/');
        return deepActiveElement() === searchOf(list);
      }, 'the focus in the search');
      expect(searchOf(list).value).to.equal('');
      await type('a/b');
      expect(searchOf(list).value).to.equal('a/b');
      await press('Escape');
      gridOf(list).focusRow(2);
      await press('/');
      expect(deepActiveElement()).to.equal(searchOf(list));
      expect(searchOf(list).value).to.equal('');
    });

    it('is left for the rows by the down arrow and by Enter', async () => {
      const { list } = await show();
      await click(searchOf(list));
      await type('anna');
      await press('ArrowDown');
      await settled(list);
      expect(deepActiveElement()?.closest<HTMLElement>('.row')?.dataset['index']).to.equal('0');
      list.focusSearch();
      expect(deepActiveElement()).to.equal(searchOf(list));
      await press('Enter');
      await settled(list);
      expect(deepActiveElement()?.closest<HTMLElement>('.row')?.dataset['index']).to.equal('0');
    });

    it('stays where it is when nothing was found, and says so with a way on', async () => {
      const { list } = await show({ list: { 'with-add': '' } });
      await click(searchOf(list));
      await type('nobody is called so');
      await press('Enter');
      await until(() => stateOf(list) !== '', 'the state');
      expect(stateOf(list)).to.include('No client fits');
      expect(deepActiveElement()).to.equal(searchOf(list));
      const added = nextEvent<CustomEvent<{ search: string }>>(list, 'clientele-list-add');
      await click(buttonNamed(list.renderRoot.querySelector('.state')!, 'Add client'));
      expect((await added).detail.search).to.equal('nobody is called so');
      await click(buttonNamed(list.renderRoot.querySelector('.state')!, 'Clear search'));
      await until(() => rowTexts(list).length > 0);
      expect(searchOf(list).value).to.equal('');
    });

    it('is not there where the adapter cannot search', async () => {
      const adapter = base();
      const { list } = await show({
        adapter: {
          ...adapter,
          describe: async (context) => {
            const description = await adapter.describe(context);
            return { ...description, capabilities: { ...description.capabilities, search: false } };
          },
        },
      });
      expect(toolbarOf(list).shadowRoot!.querySelector('input')).to.equal(null);
    });
  });

  describe('offers', () => {
    const ALL = {
      'with-add': '',
      'with-import': '',
      'with-export': '',
      'with-birthdays': '',
      'with-segments': '',
    };

    it('only what somebody answers', async () => {
      const { list } = await show();
      for (const name of ['Add client', 'Segments', 'More actions'])
        expect(hasButton(toolbarOf(list), name), name).to.equal(false);
    });

    it('each as an event that the host answers', async () => {
      const { list } = await show({ list: ALL });
      const told: string[] = [];
      for (const offer of ['add', 'import', 'export', 'birthdays', 'segments'] as const)
        list.addEventListener(`clientele-list-${offer}`, () => told.push(offer));
      await click(buttonNamed(toolbarOf(list), 'Add client'));
      await click(buttonNamed(toolbarOf(list), 'Segments'));
      for (const name of ['Birthdays', 'Import', 'Export']) {
        await click(buttonNamed(toolbarOf(list), 'More actions'));
        await settled(list);
        await click(buttonNamed(toolbarOf(list), name));
        await settled(list);
      }
      expect(told).to.deep.equal(['add', 'segments', 'birthdays', 'import', 'export']);
    });

    it('no adding to those who may not', async () => {
      const { list } = await show({ list: ALL, session: { permissions: without('create') } });
      expect(hasButton(toolbarOf(list), 'Add client')).to.equal(false);
    });

    it('all of them in a narrow frame', async () => {
      const { list } = await show({ list: ALL, width: 360, height: 700 });
      expect(toolbarOf(list).scrollWidth).to.be.at.most(360);
      const add = buttonNamed(toolbarOf(list), 'Add client');
      expect(add.getBoundingClientRect().width).to.be.at.most(60);
      await click(buttonNamed(toolbarOf(list), 'More actions'));
      await settled(list);
      for (const name of ['Segments', 'Birthdays', 'Import', 'Export'])
        expect(hasButton(toolbarOf(list), name), name).to.equal(true);
    });
  });
});

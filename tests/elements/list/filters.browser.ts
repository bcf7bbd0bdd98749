import { expect } from 'chai';
import type { Node } from '../../../src/contract/index.js';
import type { ClienteleList } from '../../../src/elements/list/list.js';
import { documentOf } from '../../../src/elements/list/model/list-model.js';
import { expectAccessible } from '../../support/axe.js';
import { deepActiveElement, ignoreResizeObserverLoop, inside, until } from '../../support/browser.js';
import { click, press, type } from '../../support/keys.js';
import {
  base,
  buttonNamed,
  findButton,
  later,
  modelOf,
  rowTexts,
  settled,
  show,
  stateOf,
  textOf,
  without,
} from './fixture.js';
import { atRest } from './rest.js';

const rowOf = (list: ClienteleList): HTMLElement => inside(list, 'clientele-list-filters-0');
const editorOf = (list: ClienteleList): HTMLElement => inside(rowOf(list), 'clientele-list-filter-editor-0');
const popoverOf = (list: ClienteleList): HTMLElement => inside(editorOf(list), 'clientele-popover-0');
const isOpen = (list: ClienteleList): boolean =>
  rowOf(list)
    .shadowRoot?.querySelector('clientele-list-filter-editor-0')
    ?.shadowRoot?.querySelector('clientele-popover-0')
    ?.matches(':popover-open') === true;
const finderOf = (list: ClienteleList): HTMLElement => inside(editorOf(list), 'clientele-finder-0');

const chipsOf = (list: ClienteleList): HTMLElement[] => [
  ...(rowOf(list)
    .shadowRoot!.querySelector('clientele-list-chips-0')
    ?.shadowRoot?.querySelectorAll<HTMLElement>('.item') ?? []),
];
const chipTexts = (list: ClienteleList): string[] => chipsOf(list).map(textOf);
const foundText = (list: ClienteleList): string =>
  textOf(rowOf(list).shadowRoot!.querySelector('.found') ?? document.createElement('p'));
const conditions = (list: ClienteleList): Node => modelOf(list).filters.where;

async function openMenu(list: ClienteleList): Promise<void> {
  await click(buttonNamed(rowOf(list), 'Filter'));
  await until(
    () => isOpen(list) && deepActiveElement()?.getAttribute('role') === 'combobox',
    'the menu of filters',
  );
  await atRest(popoverOf(list));
}

/** Chooses a field in the menu by typing, and waits for its editor. */
async function choose(list: ClienteleList, words: string): Promise<void> {
  await openMenu(list);
  await type(words);
  await until(
    () => inside(finderOf(list), '.option.active').textContent?.toLowerCase().includes(words),
    words,
  );
  await press('Enter');
  await until(() => editorOf(list).shadowRoot!.querySelector('form'), 'the editor');
  await settled(list);
}

const control = <T extends HTMLElement>(list: ClienteleList, selector: string): T =>
  inside<T>(editorOf(list), selector);

async function setMode(list: ClienteleList, mode: string): Promise<void> {
  const select = control<HTMLSelectElement>(list, 'select');
  select.value = mode;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await settled(list);
}

async function retype(list: ClienteleList, selector: string, text: string): Promise<void> {
  control<HTMLInputElement>(list, selector).focus();
  await press('Control+a');
  await type(text);
  await settled(list);
}

describe('filters of the client list', () => {
  ignoreResizeObserverLoop();

  describe('a new filter', () => {
    it('is found by typing, made with keys alone, and becomes a chip in words', async () => {
      const { list } = await show();
      buttonNamed(rowOf(list), 'Filter').focus();
      await press('Enter');
      await until(() => deepActiveElement()?.getAttribute('role') === 'combobox', 'the menu');
      await type('visits');
      await press('Enter');
      await until(() => deepActiveElement()?.matches('input[inputmode="decimal"]'), 'the value');
      await type('10');
      await settled(list);
      const button = buttonNamed(editorOf(list), /^Show \d+ clients$/);
      const promised = textOf(button);
      await press('Enter');
      await until(() => chipTexts(list).length === 1, 'a chip');
      expect(isOpen(list)).to.equal(false);
      expect(chipTexts(list)).to.deep.equal(['Visits: at least 10']);
      expect(conditions(list)).to.deep.equal({ kind: 'field', field: 'visits', op: 'gte', value: 10 });
      expect(`Show ${modelOf(list).result.total} clients`).to.equal(promised);
      expect(foundText(list)).to.equal(`${modelOf(list).result.total} found`);
      await until(() => deepActiveElement() === buttonNamed(rowOf(list), 'Filter'), 'the focus where it was');
    });

    it('counts with every key, at once with an adapter in the page', async () => {
      const { list } = await show();
      await choose(list, 'visits');
      await type('1');
      await settled(list);
      const many = textOf(buttonNamed(editorOf(list), /^Show/));
      expect(foundText(list)).to.equal(many.replace('Show ', '').replace(' clients', ' found'));
      await type('5');
      await settled(list);
      expect(textOf(buttonNamed(editorOf(list), /^Show/))).not.to.equal(many);
      expect(conditions(list).kind).to.equal('everyone');
    });

    it('counts what a distant server finds, of the last question only', async () => {
      const { list } = await show({ adapter: later(base(), 40) });
      await choose(list, 'visits');
      await type('1');
      await type('0');
      const button = await until(() => findButton(editorOf(list), /^Show \d+ clients$/), 'a count');
      await press('Enter');
      await until(
        () => modelOf(list).result.state === 'ready' && modelOf(list).result.total !== 500,
        'the rows',
      );
      expect(textOf(button)).to.equal(`Show ${modelOf(list).result.total} clients`);
    });

    it('is dropped by Escape and kept by a press outside', async () => {
      const { list, frame } = await show();
      await choose(list, 'visits');
      await type('10');
      await press('Escape');
      await until(() => !isOpen(list), 'a closed editor');
      expect(conditions(list).kind).to.equal('everyone');
      await choose(list, 'visits');
      await type('10');
      await click(inside(list, 'clientele-list-toolbar-0').shadowRoot!.querySelector('.title')!);
      await until(() => chipTexts(list).length === 1, 'a chip');
      expect(frame.isConnected).to.equal(true);
    });

    it('is not made of an editor that was opened and left untouched', async () => {
      const { list } = await show();
      await choose(list, 'last visit');
      await click(inside(list, 'clientele-list-toolbar-0').shadowRoot!.querySelector('.title')!);
      await until(() => !isOpen(list), 'a closed editor');
      expect(conditions(list).kind).to.equal('everyone');
    });

    it('of what is ready needs no editor, and is offered once', async () => {
      const { list } = await show();
      await openMenu(list);
      await type('has an e-mail');
      await press('Enter');
      await until(() => chipTexts(list)[0] === 'E-mail: filled in', 'a chip');
      await openMenu(list);
      await type('has an e-mail');
      await settled(list);
      expect(textOf(inside(finderOf(list), '.nothing'))).to.equal('There is no such filter');
    });
  });

  describe('editors', () => {
    it('of dates ask how long ago, and offer clients who never came', async () => {
      const { list } = await show();
      await choose(list, 'last visit');
      await setMode(list, 'ago');
      await retype(list, 'input.number', '90');
      const few = Number(/\d+/.exec(textOf(buttonNamed(editorOf(list), /^Show/)))?.[0]);
      await click(control(list, 'input[type="checkbox"]'));
      await settled(list);
      const more = Number(/\d+/.exec(textOf(buttonNamed(editorOf(list), /^Show/)))?.[0]);
      expect(more).to.be.greaterThan(few);
      await press('Tab');
      await press('Enter');
      await until(() => chipTexts(list).length === 1, 'a chip');
      expect(chipTexts(list)).to.deep.equal(['Last visit: more than 90 days ago, or empty']);
    });

    it('of choices search, tick and leave out', async () => {
      const { list } = await show();
      await choose(list, 'status');
      await press('ArrowDown', 'Enter');
      await settled(list);
      await setMode(list, 'noneOf');
      expect(control<HTMLInputElement>(list, 'input[type="checkbox"]').checked).to.equal(true);
      await click(buttonNamed(editorOf(list), /^Show/));
      await until(() => chipTexts(list).length === 1, 'a chip');
      expect(chipTexts(list)).to.deep.equal(['Status: not Potential']);
    });

    it('say what is wrong with a number, and keep what was typed', async () => {
      const { list } = await show();
      await choose(list, 'total spent');
      await type('ten');
      await settled(list);
      expect(textOf(inside(editorOf(list), '.error'))).to.equal('Write a number');
      expect((buttonNamed(editorOf(list), 'Apply') as HTMLButtonElement).disabled).to.equal(true);
      await setMode(list, 'between');
      expect(control<HTMLInputElement>(list, 'input').value).to.equal('ten');
      await retype(list, 'input', '20');
      control<HTMLInputElement>(list, '.pair .field:last-child input').focus();
      await type('10');
      await settled(list);
      expect(textOf(inside(editorOf(list), '.error'))).to.contain('must not be above');
    });

    it('of yes and no mean the unsaid by no', async () => {
      const { list } = await show();
      await choose(list, 'blocked');
      await setMode(list, 'no');
      await click(buttonNamed(editorOf(list), /^Show/));
      await until(() => chipTexts(list).length === 1, 'a chip');
      expect(conditions(list)).to.deep.equal({
        kind: 'field',
        field: 'blocked',
        op: 'is',
        value: false,
        orMissing: true,
      });
      expect(rowTexts(list).length).to.be.greaterThan(5);
    });

    it('go back to the menu, and forward to another field', async () => {
      const { list } = await show();
      await choose(list, 'visits');
      await click(buttonNamed(editorOf(list), 'Back'));
      await until(() => deepActiveElement()?.getAttribute('role') === 'combobox', 'the menu');
      await type('birthday');
      await press('ArrowDown', 'ArrowUp', 'Enter');
      await until(() => editorOf(list).shadowRoot!.querySelector('form'), 'the editor');
      expect(textOf(inside(editorOf(list), 'h3'))).to.equal('Birthday');
    });
  });

  describe('chips', () => {
    const two = documentOf([
      { kind: 'field', field: 'visits', op: 'gte', value: 2 },
      { kind: 'field', field: 'totalSpent', op: 'gt', value: 5_000 },
    ]);

    it('open their editor, which changes the one condition', async () => {
      const { list } = await show();
      modelOf(list).setFilters(two);
      await until(() => chipTexts(list).length === 2, 'chips');
      await click(chipsOf(list)[0]!.querySelector('.chip-open')!);
      await until(() => isOpen(list) && control<HTMLInputElement>(list, 'input').value === '2', 'the editor');
      await retype(list, 'input', '4');
      await press('Enter');
      await until(() => chipTexts(list)[0] === 'Visits: at least 4', 'a changed chip');
      expect(chipTexts(list)[1]).to.equal('Total spent: more than €50.00');
    });

    it('come off one by one or all at once, with the focus going on', async () => {
      const { list } = await show();
      modelOf(list).setFilters(two);
      await until(() => chipTexts(list).length === 2, 'chips');
      buttonNamed(rowOf(list), /^Remove filter Visits/).focus();
      await press('Enter');
      await until(() => chipTexts(list).length === 1, 'one chip');
      await until(
        () => deepActiveElement()?.getAttribute('aria-label')?.startsWith('Remove filter Total spent'),
        'the focus on the next one',
      );
      await press('Enter');
      await until(
        () => deepActiveElement() === buttonNamed(rowOf(list), 'Filter'),
        'the focus on the button',
      );
      modelOf(list).setFilters(two);
      await settled(list);
      await click(buttonNamed(rowOf(list), 'Clear all'));
      await settled(list);
      expect(conditions(list).kind).to.equal('everyone');
      expect(foundText(list)).to.equal('');
    });

    it('of what is not understood say why, and nobody is listed', async () => {
      const { list } = await show();
      modelOf(list).setFilters(
        documentOf([
          ...(two.where.kind === 'all' ? two.where.of : []),
          { kind: 'field', field: 'custom.gone', op: 'is', value: 1 },
        ]),
      );
      await until(() => chipTexts(list).length === 3, 'chips');
      await settled(list);
      expect(chipTexts(list)[2]).to.equal('custom.gone: there is no such field');
      expect(chipsOf(list)[2]!.classList.contains('problem')).to.equal(true);
      await until(
        () => stateOf(list).includes('A filter is no longer understood'),
        'what is said instead of rows',
      );
      expect(rowTexts(list)).to.deep.equal([]);
      await click(buttonNamed(chipsOf(list)[2]!, /^Remove filter custom\.gone/));
      await until(() => rowTexts(list).length > 0, 'rows again');
    });

    it('of a field that the user sees only masked are refused, as no list is', async () => {
      const { list } = await show({ session: { masked: ['phones'] } });
      modelOf(list).setFilters(documentOf([{ kind: 'field', field: 'phones', op: 'contains', value: '2' }]));
      await until(() => chipTexts(list).length === 1, 'a chip');
      expect(chipTexts(list)).to.deep.equal(['Phone: you may not see this field']);
      await until(
        () => stateOf(list).includes('A filter is no longer understood'),
        'what is said instead of rows',
      );
      await openMenu(list);
      await type('phone');
      await settled(list);
      expect(finderOf(list).shadowRoot!.querySelectorAll('.option').length).to.equal(0);
    });
  });

  it('offers to save them as a segment only to a host that keeps segments', async () => {
    const { list } = await show({ list: { 'with-segments': '' } });
    const filters = documentOf([{ kind: 'field', field: 'visits', op: 'gte', value: 2 }]);
    modelOf(list).setFilters(filters);
    await settled(list);
    const asked: unknown[] = [];
    list.addEventListener('clientele-list-segments', (event) => asked.push(event.detail));
    await click(buttonNamed(rowOf(list), 'Save as segment'));
    expect(asked).to.deep.equal([{ document: filters }]);
    list.withSegments = false;
    await settled(list);
    expect(findButton(rowOf(list), 'Save as segment')).to.equal(null);
  });

  it('offers only fields that the base can filter by and the user may see', async () => {
    const { list } = await show({
      session: { permissions: without('contacts', 'sensitive'), hidden: ['totalSpent'] },
    });
    await openMenu(list);
    await type('spent');
    await settled(list);
    expect(textOf(inside(finderOf(list), '.nothing'))).to.equal('There is no such filter');
  });

  it('is accessible in every state', async () => {
    const { list } = await show({ list: { 'with-segments': '' } });
    modelOf(list).setFilters(
      documentOf([
        { kind: 'field', field: 'visits', op: 'gte', value: 2 },
        { kind: 'any', of: [{ kind: 'field', field: 'hasApp', op: 'is', value: true }] },
      ]),
    );
    await until(() => chipTexts(list).length === 2, 'chips');
    await expectAccessible(rowOf(list));
    await openMenu(list);
    await expectAccessible(popoverOf(list));
    await press('Escape');
    for (const words of ['last visit', 'status', 'birthday', 'city', 'phone', 'total spent']) {
      await choose(list, words);
      await expectAccessible(popoverOf(list));
      await press('Escape');
      await until(() => !isOpen(list), 'a closed editor');
    }
  });
});

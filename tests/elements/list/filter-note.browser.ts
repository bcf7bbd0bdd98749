import { expect } from 'chai';
import type { Node } from '../../../src/contract/index.js';
import type { ListFilterNote } from '../../../src/elements/list/filters/filter-note.js';
import type { ClienteleList } from '../../../src/elements/list/list.js';
import { documentOf } from '../../../src/elements/list/model/list-model.js';
import { expectAccessible } from '../../support/axe.js';
import { deepActiveElement, ignoreResizeObserverLoop, inside, until } from '../../support/browser.js';
import { click, press } from '../../support/keys.js';
import {
  base,
  buttonNamed,
  findButton,
  modelOf,
  settled,
  show,
  textOf,
  type FixtureOptions,
} from './fixture.js';
import { atRest } from './rest.js';

const GROUP: Node = {
  kind: 'any',
  of: [
    { kind: 'field', field: 'visits', op: 'gte', value: 10 },
    { kind: 'field', field: 'totalSpent', op: 'gt', value: 50_000 },
  ],
};
const RECORDS: Node = { kind: 'records', record: 'bookings', agg: 'count', op: 'gte', value: 2 };
const SEVERAL: Node = { kind: 'field', field: 'visits', op: 'in', value: [1, 2, 3] };

const filtersOf = (list: ClienteleList): HTMLElement => inside(list, 'clientele-list-filters-0');
const chipsOf = (list: ClienteleList): HTMLElement[] => [
  ...(filtersOf(list)
    .shadowRoot!.querySelector('clientele-list-chips-0')
    ?.shadowRoot?.querySelectorAll<HTMLElement>('.item') ?? []),
];
const noteOf = (list: ClienteleList): ListFilterNote =>
  inside<ListFilterNote>(filtersOf(list), 'clientele-list-filter-note-0');
const popoverOf = (list: ClienteleList): HTMLElement | null | undefined =>
  filtersOf(list)
    .shadowRoot!.querySelector('clientele-list-filter-note-0')
    ?.shadowRoot?.querySelector<HTMLElement>('clientele-popover-0');
const isOpen = (list: ClienteleList): boolean => popoverOf(list)?.matches(':popover-open') === true;

async function withFilters(
  conditions: readonly Node[],
  options: FixtureOptions = {},
): Promise<ClienteleList> {
  const { list } = await show(options);
  modelOf(list).setFilters(documentOf(conditions));
  await until(() => chipsOf(list).length === conditions.length, 'the chips');
  await settled(list);
  return list;
}

async function open(list: ClienteleList, index: number): Promise<HTMLElement> {
  await click(chipsOf(list)[index]!.querySelector('.chip-open')!);
  await until(() => isOpen(list), 'what the condition selects');
  await atRest(popoverOf(list)!);
  return popoverOf(list)!;
}

describe('a filter that the list has no editor for', () => {
  ignoreResizeObserverLoop();

  const kinds: readonly [string, Node, RegExp][] = [
    ['a group in a group', GROUP, /10.*or.*500/s],
    ['a condition about records', RECORDS, /2/],
    ['a list of values', SEVERAL, /1.*2.*3/s],
  ];
  for (const [name, node, words] of kinds) {
    it(`says in words what it selects when it is pressed: ${name}`, async () => {
      // Two conditions, so that the group is none of the list's own.
      const list = await withFilters([node, { kind: 'field', field: 'visits', op: 'gte', value: 0 }]);
      const popover = await open(list, 0);
      expect(textOf(popover.querySelector('.text')!)).to.match(words);
      expect(popover.getAttribute('aria-label')).to.equal(textOf(popover.querySelector('.text')!));
      expect(textOf(popover.querySelector('.hint')!)).to.contain('can be removed, not changed here');
      expect(findButton(popover, 'Open the builder')).to.equal(null);
      await expectAccessible(noteOf(list));
      await press('Escape');
      await until(() => !isOpen(list));
      expect(deepActiveElement()).to.equal(chipsOf(list)[0]!.querySelector('.chip-open'));
    });
  }

  it('asks for the segment builder where the host answers that', async () => {
    const list = await withFilters([GROUP, RECORDS], { list: { 'with-segments': '' } });
    const asked: unknown[] = [];
    list.addEventListener('clientele-list-segments', (event) => {
      asked.push(event.detail);
      expect(event.cancelable && event.composed && event.bubbles).to.equal(true);
    });
    const popover = await open(list, 1);
    expect(textOf(popover.querySelector('.hint')!)).to.equal(
      'This filter is changed in the segment builder.',
    );
    const build = buttonNamed(popover, 'Open the builder');
    expect(deepActiveElement()).to.equal(build);
    await press('Enter');
    await until(() => !isOpen(list));
    expect(asked).to.deep.equal([{ document: documentOf([GROUP, RECORDS]) }]);
  });

  it('is removed there', async () => {
    const list = await withFilters([GROUP, RECORDS]);
    const popover = await open(list, 0);
    await click(buttonNamed(popover, 'Remove filter'));
    await until(() => chipsOf(list).length === 1, 'one chip');
    expect(modelOf(list).filters).to.deep.equal(documentOf([RECORDS]));
    expect(isOpen(list)).to.equal(false);
    await until(() => deepActiveElement() !== null && deepActiveElement() !== document.body, 'the focus');
  });

  it('of a kept segment goes by its name, and by its id where nobody knows the segment', async () => {
    const where = documentOf([{ kind: 'field', field: 'visits', op: 'gte', value: 5 }]);
    const adapter = base({ segments: [{ id: 'seg-1', name: 'Regular guests', document: where }] });
    const list = await withFilters([{ kind: 'segment', id: 'seg-1' }], { adapter });
    expect(textOf(chipsOf(list)[0]!)).to.contain('Regular guests');
    expect(textOf(chipsOf(list)[0]!)).not.to.contain('seg-1');
    const popover = await open(list, 0);
    expect(textOf(popover.querySelector('.text')!)).to.contain('Regular guests');
  });

  it('that has one opens it', async () => {
    const list = await withFilters([{ kind: 'field', field: 'visits', op: 'gte', value: 3 }, GROUP]);
    await click(chipsOf(list)[0]!.querySelector('.chip-open')!);
    await until(
      () =>
        filtersOf(list)
          .shadowRoot!.querySelector('clientele-list-filter-editor-0')
          ?.shadowRoot?.querySelector('clientele-popover-0')
          ?.matches(':popover-open'),
      'the editor',
    );
    expect(isOpen(list)).to.equal(false);
  });
});

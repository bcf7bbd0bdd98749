import { expect } from 'chai';
import { ClienteleError, type Adapter, type Segment } from '../../../src/contract/index.js';
import type { ClienteleSegmentBuilder } from '../../../src/elements/segment-builder/segment-builder.js';
import type { Session } from '../../../src/sdk/types.js';
import '../../../src/elements/list/list.define.js';
import {
  deepActiveElement,
  ignoreResizeObserverLoop,
  inside,
  mount,
  nextEvent,
  until,
} from '../../support/browser.js';
import { click, engine, press, type } from '../../support/keys.js';
import { fromParam } from '../../../src/segments/index.js';
import {
  all,
  barOf,
  base,
  buttonNamed,
  conditionAt,
  control,
  findButton,
  settled,
  show,
  textOf,
  visits,
  without,
} from './fixture.js';

const dialogOf = (builder: ClienteleSegmentBuilder, tag = 'save'): HTMLElement =>
  inside(builder, `clientele-builder-${tag}-0`);
const isDialogOpen = (builder: ClienteleSegmentBuilder, tag = 'save'): boolean =>
  builder.renderRoot
    .querySelector(`clientele-builder-${tag}-0`)
    ?.shadowRoot?.querySelector('clientele-dialog-0')
    ?.hasAttribute('open') === true;

async function openSave(builder: ClienteleSegmentBuilder): Promise<void> {
  await click(buttonNamed(barOf(builder), 'Save segment'));
  await until(() => deepActiveElement()?.matches('input[type="text"]'), 'the name');
}

async function openSaveAs(builder: ClienteleSegmentBuilder, item: string): Promise<void> {
  await click(buttonNamed(barOf(builder), 'Save as…'));
  const menu = inside(barOf(builder), 'clientele-menu-0');
  await until(() => menu.matches(':popover-open'), 'the menu');
  await click(inside(menu, `[data-id="${item}"]`));
  await until(() => deepActiveElement()?.matches('input[type="text"]'), 'the name');
}

const kept = (session: Session): readonly Segment[] => session.description?.segments ?? [];

/** A segment that the base keeps already. */
async function keep(session: Session, name = 'Regulars'): Promise<Segment> {
  await session.ready;
  return session.saveItem('segments', {
    id: 's-1',
    version: null,
    name,
    hue: 'teal',
    document: all(visits(2)),
  });
}

async function edited(): Promise<{ builder: ClienteleSegmentBuilder; session: Session; segment: Segment }> {
  const { builder, session } = await show();
  const segment = await keep(session);
  builder.segment = segment.id;
  await until(() => textOf(inside(builder, 'h2')) === segment.name, 'the segment');
  await settled(builder);
  return { builder, session, segment };
}

async function retype(builder: ClienteleSegmentBuilder, text: string): Promise<void> {
  control(conditionAt(builder, 0), 'input').focus();
  await press('Control+a');
  await type(text);
  await settled(builder);
}

describe('saving what the segment builder holds', () => {
  ignoreResizeObserverLoop();

  it('keeps a new segment with a name, a description and a colour, and goes on as its editor', async () => {
    const { builder, session } = await show({ value: all(visits(3)) });
    const saved = nextEvent<CustomEvent>(builder, 'clientele-segment-saved');
    await openSave(builder);
    await press('Enter');
    await until(() => textOf(inside(dialogOf(builder), '#problem')) === 'Give it a name', 'what is missing');
    await type('Loyal');
    await press('Tab');
    await type('Came three times');
    await click(inside(dialogOf(builder), '.hue-teal input'));
    await click(buttonNamed(dialogOf(builder), 'Save segment'));
    const { segment } = (await saved).detail as { segment: Segment };
    expect(segment).to.deep.include({
      name: 'Loyal',
      description: 'Came three times',
      hue: 'teal',
      document: builder.value,
    });
    await until(() => kept(session).length === 1, 'the base to keep it');
    expect(builder.segment).to.equal(segment.id);
    await until(() => textOf(inside(builder, 'h2')) === 'Loyal', 'its name as the title');
  });

  it('saves a kept one again, in place of its version', async () => {
    const { builder, session, segment } = await edited();
    await retype(builder, '7');
    await openSave(builder);
    await press('Enter');
    await until(() => !isDialogOpen(builder), 'the dialog to close');
    await until(() => (kept(session)[0]?.version ?? 0) > segment.version, 'the next version');
    expect(kept(session)[0]!.document.where).to.deep.equal(visits(7));
    await retype(builder, '8');
    await openSave(builder);
    await press('Enter');
    await until(() => JSON.stringify(kept(session)[0]!.document).includes('8'), 'one more version');
  });

  describe('when somebody else saved first', () => {
    async function conflicted(): Promise<{ builder: ClienteleSegmentBuilder; session: Session }> {
      const { builder, session, segment } = await edited();
      await retype(builder, '7');
      await session.saveItem('segments', { ...segment, name: 'Regular guests', document: all(visits(4)) });
      await settled(builder);
      expect(builder.value.where).to.deep.equal(visits(7));
      await openSave(builder);
      await press('Enter');
      await until(() => isDialogOpen(builder, 'conflict'), 'both versions');
      return { builder, session };
    }

    it('shows what is different, and keeps both', async () => {
      const { builder, session } = await conflicted();
      const rows = [...dialogOf(builder, 'conflict').shadowRoot!.querySelectorAll('tbody tr')].map((row) =>
        [...row.children].map(textOf),
      );
      expect(rows).to.deep.equal([
        ['Name', 'Regular guests', 'Regulars'],
        ['Conditions', 'Visits: at least 4', 'Visits: at least 7'],
      ]);
      await click(buttonNamed(dialogOf(builder, 'conflict'), 'Keep both'));
      await until(() => kept(session).length === 2, 'two segments');
      expect(kept(session).map(({ document }) => JSON.stringify(document.where))).to.have.members([
        JSON.stringify(all(visits(4)).where),
        JSON.stringify(visits(7)),
      ]);
      await until(() => builder.segment !== 's-1', 'the copy');
    });

    it('puts mine over it', async () => {
      const { builder, session } = await conflicted();
      await click(buttonNamed(dialogOf(builder, 'conflict'), 'Save mine over it'));
      await until(
        () => JSON.stringify(kept(session)[0]!.document.where) === JSON.stringify(visits(7)),
        'mine',
      );
      expect(kept(session).length).to.equal(1);
    });

    it('takes theirs, which undo turns back into mine', async () => {
      const { builder } = await conflicted();
      await click(buttonNamed(dialogOf(builder, 'conflict'), 'Take theirs'));
      await settled(builder);
      expect(builder.value.where).to.deep.equal(visits(4));
      builder.undo();
      expect(builder.value.where).to.deep.equal(visits(7));
    });
  });

  it('loses nothing when it cannot be saved, and a second try makes no second segment', async () => {
    let fails = true;
    const own = base();
    const library = own.library!;
    const adapter: Adapter = {
      ...own,
      library: {
        ...library,
        save: async (kind, item, context) => {
          if (fails) throw new ClienteleError('offline', 'the network is not there');
          return library.save(kind, item, context);
        },
      },
    };
    const { builder, session } = await show({ adapter, value: all(visits(3)) });
    await openSave(builder);
    await type('Loyal');
    await press('Enter');
    await until(() => dialogOf(builder).shadowRoot?.querySelector('.failure'), 'what went wrong');
    expect(inside<HTMLInputElement>(dialogOf(builder), 'input[type="text"]').value).to.equal('Loyal');
    fails = false;
    await click(buttonNamed(dialogOf(builder), 'Save segment'));
    await until(() => kept(session).length === 1, 'one segment');
    expect(builder.value.where).to.deep.equal(visits(3));
  });

  it('makes a group of those who are found now', async () => {
    const { builder, session } = await show({ value: all(visits(5)) });
    const { count } = await session.count(builder.value);
    const saved = nextEvent<CustomEvent>(builder, 'clientele-segment-saved');
    await openSaveAs(builder, 'group');
    await type('Campaign in May');
    await click(buttonNamed(dialogOf(builder), `Add ${count} clients to the group`));
    const detail = (await saved).detail as { group: { id: string }; job: { ok: number } };
    expect(detail.job.ok).to.equal(count);
    const found = await session.count({
      v: 1,
      where: { kind: 'field', field: 'groups', op: 'anyOf', value: [detail.group.id] },
    });
    expect(found.count).to.equal(count);
  });

  it('leaves saving to a host that wants it', async () => {
    const { builder, session } = await show({ value: all(visits(3)) });
    builder.addEventListener('clientele-segment-save', (event) => event.preventDefault());
    const asked = nextEvent<CustomEvent>(builder, 'clientele-segment-save');
    await openSave(builder);
    await type('Mine');
    await press('Enter');
    expect((await asked).detail).to.deep.equal({
      as: 'segment',
      id: null,
      name: 'Mine',
      document: builder.value,
    });
    await settled(builder);
    expect(isDialogOpen(builder)).to.equal(false);
    expect(kept(session)).to.deep.equal([]);
  });

  it('is offered only to those who may', async () => {
    const { builder } = await show({ session: { permissions: without('settings') }, value: all(visits(3)) });
    expect(findButton(barOf(builder), /^Save/)).to.equal(null);
  });

  it('is not possible while a condition is not finished', async () => {
    const { builder } = await show({ value: all(visits(3)) });
    control(conditionAt(builder, 0), 'input').focus();
    await press('Control+a', 'Delete');
    await settled(builder);
    const button = buttonNamed(barOf(builder), 'Save segment');
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    await click(button);
    await settled(builder);
    expect(isDialogOpen(builder)).to.equal(false);
  });

  it('is shown in a list on the page, unless the host shows it itself', async () => {
    const { builder, session } = await show({ value: all(visits(6)), attributes: { for: 'clients' } });
    const list = Object.assign(document.createElement('clientele-list'), { session, id: 'clients' });
    mount(list);
    await until(
      () => list.filters.where.kind === 'everyone' && list.renderRoot.querySelector('clientele-list-grid-0'),
      'the list',
    );
    await click(buttonNamed(barOf(builder), 'Show in the list'));
    expect(list.filters).to.deep.equal(builder.value);
    builder.addEventListener('clientele-segment-apply', (event) => event.preventDefault(), { once: true });
    await retype(builder, '9');
    await click(buttonNamed(barOf(builder), 'Show in the list'));
    expect(list.filters.where).to.deep.equal(visits(6));
  });

  it('takes over the filters of its list, and gives them back changed', async () => {
    const { builder, session } = await show({ attributes: { for: 'clients' } });
    const list = Object.assign(document.createElement('clientele-list'), { session, withSegments: true });
    list.id = 'clients';
    list.style.blockSize = '400px';
    mount(list);
    list.setFilters(
      all(visits(2), { kind: 'any', of: [visits(4), { kind: 'field', field: 'phones', op: 'exists' }] }),
    );
    await click(await until(() => findButton(list, 'Save as segment'), 'the way to a segment'));
    await settled(builder);
    expect(builder.value).to.deep.equal(list.filters);
    await retype(builder, '3');
    builder.apply();
    expect(list.filters).to.deep.equal(builder.value);
    builder.undo();
    builder.undo();
    await settled(builder);
    expect(builder.value.where.kind).to.equal('everyone');
  });

  it('is copied as words, as JSON and for an address', async function () {
    if (engine !== 'chromium') this.skip();
    const { builder } = await show({ value: all(visits(6)) });
    const area = mount(document.createElement('textarea'));
    const copied = async (item: string): Promise<string> => {
      await click(buttonNamed(barOf(builder), 'More'));
      const menu = inside(barOf(builder), 'clientele-menu-0');
      await until(() => menu.matches(':popover-open'), 'the menu');
      await click(inside(menu, `[data-id="${item}"]`));
      const toasts = inside(builder, 'clientele-toasts-0');
      await until(() => toasts.shadowRoot?.textContent?.includes('Copied'), 'that it was copied');
      area.value = '';
      area.focus();
      await press('Control+v');
      await until(() => area.value !== '', 'what was copied');
      return area.value;
    };
    expect(await copied('copySentence')).to.equal('Visits: at least 6');
    expect(JSON.parse(await copied('copyJson'))).to.deep.equal(builder.value);
    expect(fromParam(await copied('copyLink'))).to.deep.equal(builder.value);
  });

  it('says that it is to be left, and goes back to what it began with', async () => {
    const { builder } = await show({ value: all(visits(6)), attributes: { 'with-cancel': '' } });
    await retype(builder, '9');
    const asked = nextEvent<CustomEvent>(builder, 'clientele-segment-cancel');
    await click(buttonNamed(barOf(builder), 'Cancel'));
    expect((await asked).detail).to.deep.equal({ isChanged: true });
    expect(builder.value.where).to.deep.equal(visits(6));
    builder.undo();
    expect(builder.value.where).to.deep.equal(visits(9));
  });
});

import { expect } from 'chai';
import {
  ClienteleError,
  standardRecords,
  type Adapter,
  type SegmentDocument,
} from '../../../src/contract/index.js';
import { expectAccessible } from '../../support/axe.js';
import { deepActiveElement, ignoreResizeObserverLoop, inside, until } from '../../support/browser.js';
import { click, engine, media, press, type } from '../../support/keys.js';
import { atRest } from '../list/rest.js';
import {
  all,
  barOf,
  base,
  buttonNamed,
  conditionAt,
  control,
  findButton,
  foundOf,
  names,
  place,
  settled,
  show,
  textOf,
  treeOf,
  visits,
} from './fixture.js';

const every: SegmentDocument = all(
  visits(2),
  { kind: 'field', field: 'lastVisit', op: 'lt', value: { ago: 90, unit: 'day' }, orMissing: true },
  { kind: 'field', field: 'birthday', op: 'month', value: [3, 5] },
  { kind: 'field', field: 'gender', op: 'in', value: ['female'], not: true, orMissing: true },
  { kind: 'field', field: 'city', op: 'contains', value: 'a' },
  {
    kind: 'field',
    field: 'firstVisit',
    op: 'between',
    value: [{ day: '2026-01-01' }, { day: '2026-06-01' }],
  },
  { kind: 'field', field: 'subscribed', op: 'is', value: true },
  { kind: 'reachable', channel: 'email', purpose: 'marketing', not: true },
  { kind: 'search', text: 'anna' },
  {
    kind: 'any',
    of: [
      visits(1),
      {
        kind: 'records',
        record: 'bookings',
        agg: 'sum',
        path: 'price',
        op: 'between',
        value: [1000, 90_000],
        where: {
          kind: 'all',
          of: [
            {
              kind: 'field',
              field: 'start',
              op: 'between',
              value: [
                { ago: 90, unit: 'day' },
                { ago: 0, unit: 'day' },
              ],
            },
            { kind: 'field', field: 'state', op: 'in', value: ['arrived'] },
          ],
        },
      },
    ],
  },
);

const failing = (code: 'offline' | 'forbidden' | 'unavailable'): Adapter => {
  const fail = async (): Promise<never> => Promise.reject(new ClienteleError(code, 'no'));
  return { ...base(), count: fail, find: fail };
};

describe('the segment builder in every state', () => {
  ignoreResizeObserverLoop();

  for (const width of [1100, 360]) {
    it(`is accessible and holds everything at ${width} px`, async () => {
      const { builder, frame } = await show({ value: every, width });
      await until(() => foundOf(builder).shadowRoot?.querySelector('.figure'), 'the figure');
      await expectAccessible(builder);
      expect(frame.scrollWidth).to.be.at.most(width);
      const right = frame.getBoundingClientRect().right + 0.5;
      const buttons = [...treeOf(builder).shadowRoot!.querySelectorAll('button, select')];
      expect(buttons.filter((button) => button.getBoundingClientRect().right > right)).to.deep.equal([]);
    });
  }

  for (const lang of ['ru', 'bg', 'cs', 'lv']) {
    it(`fits in ${lang}, narrow too, and says nothing in English`, async () => {
      const { builder, frame } = await show({ value: every, width: 360, lang });
      await until(() => textOf(inside(treeOf(builder), '.lead')) !== 'Clients who match', 'its words');
      await settled(builder);
      expect(frame.scrollWidth).to.be.at.most(360);
      const words = textOf(treeOf(builder)) + textOf(inside(foundOf(builder), '.sentence'));
      expect(/\b(and|any|all of|where|filled|visit)\b/i.exec(words)).to.equal(null);
    });
  }

  it('is accessible in the dark, from right to left', async () => {
    const { builder, frame } = await show({ value: every });
    frame.style.colorScheme = 'dark';
    frame.style.background = '#111';
    frame.dir = 'rtl';
    await settled(builder);
    await expectAccessible(builder);
  });

  it('is accessible with the menu of conditions open', async () => {
    const { builder } = await show({ value: all(visits(2)) });
    await click(inside(treeOf(builder), '[data-add="where"]'));
    await until(() => deepActiveElement()?.getAttribute('role') === 'combobox', 'the menu');
    await atRest(inside(inside(treeOf(builder), 'clientele-builder-add-0'), 'clientele-popover-0'));
    await expectAccessible(builder);
  });

  it('is accessible with the dialog open that saves', async () => {
    const { builder } = await show({ value: all(visits(2)) });
    await click(buttonNamed(barOf(builder), 'Save segment'));
    await until(() => deepActiveElement()?.matches('input[type="text"]'), 'the dialog');
    const dialog = inside(inside(builder, 'clientele-builder-save-0'), 'clientele-dialog-0');
    await atRest(inside(dialog, 'dialog'));
    await expectAccessible(builder);
  });

  it('is accessible in forced colours, and moves nothing where motion is unwanted', async function () {
    if (engine !== 'chromium') this.skip();
    await media({ forcedColors: 'active', reducedMotion: 'reduce' });
    try {
      const { builder } = await show({ value: every });
      await expectAccessible(builder);
      const button = buttonNamed(barOf(builder), 'Undo');
      expect(parseFloat(getComputedStyle(button).transitionDuration)).to.be.at.most(0.001);
    } finally {
      await media({ forcedColors: 'none', reducedMotion: 'no-preference' });
    }
  });

  it('begins with everyone, and with ready segments to start from', async () => {
    const { builder } = await show();
    await expectAccessible(builder);
    await click(buttonNamed(builder, /^Came once/));
    await settled(builder);
    expect(builder.value.where).to.deep.equal({ kind: 'field', field: 'visits', op: 'is', value: 1 });
    builder.undo();
    await settled(builder);
    expect(builder.value.where.kind).to.equal('everyone');
  });

  it('is there before its base, as what is to come', async () => {
    const { builder } = place({
      adapter: { ...base(), describe: async () => new Promise<never>(() => undefined) },
    });
    await builder.updateComplete;
    await until(() => builder.renderRoot.querySelector('.starting[aria-busy="true"]'), 'what is to come');
    await expectAccessible(builder);
  });

  it('says why it could not start, and tries again', async () => {
    let fails = true;
    const own = base();
    const { builder } = place({
      adapter: {
        ...own,
        describe: async (context) => {
          if (fails) throw new ClienteleError('offline', 'the network is not there');
          return own.describe(context);
        },
      },
    });
    const retry = await until(() => findButton(builder, 'Try again'), 'a way on');
    await expectAccessible(builder);
    fails = false;
    await click(retry);
    await until(() => builder.renderRoot.querySelector('clientele-builder-bar-0'), 'the builder');
  });

  for (const code of ['offline', 'forbidden', 'unavailable'] as const) {
    it(`goes on building when the base answers “${code}”`, async () => {
      const { builder } = await show({ adapter: failing(code), value: all(visits(2)) });
      await until(() => findButton(foundOf(builder), 'Try again'), 'what is wrong');
      await expectAccessible(builder);
      control(conditionAt(builder, 0), 'input').focus();
      await press('Control+a');
      await type('4');
      await settled(builder);
      expect(builder.value.where).to.deep.equal(visits(4));
    });
  }

  it('shows nothing to those who may see no clients', async () => {
    const { builder } = await show({ session: { permissions: [] } });
    await until(() => textOf(inside(builder, '.state')).includes('You may not see clients here'), 'why');
    await expectAccessible(builder);
  });

  it('knows nothing of fields that are hidden or masked, of records that are not kept, of what cannot be searched', async () => {
    const own = base();
    const adapter: Adapter = {
      ...own,
      describe: async (context) => {
        const description = await own.describe(context);
        return { ...description, capabilities: { ...description.capabilities, records: [], search: false } };
      },
    };
    const { builder } = await show({
      adapter,
      session: { hidden: ['totalSpent'], masked: ['phones', 'emails'] },
    });
    await click(inside(treeOf(builder), '[data-add="where"]'));
    await until(() => deepActiveElement()?.getAttribute('role') === 'combobox', 'the menu');
    const options = [
      ...inside(
        inside(treeOf(builder), 'clientele-builder-add-0'),
        'clientele-finder-0',
      ).shadowRoot!.querySelectorAll('.option'),
    ].map(textOf);
    expect(options).to.include('Visits');
    for (const gone of ['Total spent', 'Phone', 'E-mail', 'Bookings', 'Sales', 'Search', 'Has a phone'])
      expect(options, gone).to.not.include(gone);
  });

  it('calls kinds of records that only some bases keep by their names in the language', async () => {
    const own = base();
    const adapter: Adapter = {
      ...own,
      describe: async (context) => {
        const description = await own.describe(context);
        const { capabilities, records } = description;
        const more = standardRecords.filter(
          ({ id }) => id === 'memberships' && !records.some((kind) => kind.id === id),
        ) as typeof records;
        return {
          ...description,
          records: [...records, ...more],
          capabilities: { ...capabilities, records: [...new Set([...capabilities.records, 'memberships'])] },
        };
      },
    };
    const value = all({
      kind: 'records',
      record: 'memberships',
      agg: 'count',
      op: 'gte',
      value: 1,
      where: { kind: 'field', field: 'state', op: 'in', value: ['frozen'] },
    });
    const { builder } = await show({ adapter, value, lang: 'cs' });
    await until(() => names(builder)[0] === 'Permanentky', 'its name');
    const said = textOf(inside(foundOf(builder), '.sentence'));
    expect(said).to.contain('Permanentky');
    expect(said).to.not.contain('frozen');
  });

  it('keeps a document of a newer version as it is, finds nobody, and can start anew', async () => {
    const newer = { v: 2, where: { kind: 'telepathy' } } as unknown as SegmentDocument;
    const { builder } = await show({ value: newer });
    expect(builder.value).to.deep.equal(newer);
    expect(builder.issues.map(({ code }) => code)).to.deep.equal(['newer_version']);
    expect(textOf(inside(foundOf(builder), '.figure'))).to.equal('Nobody yet');
    await expectAccessible(builder);
    await click(buttonNamed(builder, 'Start anew'));
    await settled(builder);
    expect(builder.value.where.kind).to.equal('everyone');
  });

  it('says that a segment is gone', async () => {
    const { builder } = await show({ attributes: { segment: 's-none' } });
    await until(() => textOf(inside(builder, '.state')).includes('This segment is gone'), 'why');
    await expectAccessible(builder);
    await click(buttonNamed(builder, 'Start anew'));
    await until(() => builder.renderRoot.querySelector('clientele-builder-tree-0'), 'a new one');
  });

  it('looks at what was built again when rights change, and loses nothing', async () => {
    const { builder, session } = await show({
      value: all({ kind: 'field', field: 'phones', op: 'exists' }, visits(2)),
    });
    expect(builder.issues).to.deep.equal([]);
    session.update({ permissions: ['see'] });
    await until(
      () => builder.issues.some(({ code }) => code === 'hidden_field'),
      'what may not be asked any more',
    );
    expect(names(builder).length).to.equal(2);
    expect(JSON.stringify(builder.value)).to.contain('phones');
  });

  it('is there again with what was built after it was taken out of the page', async () => {
    const { builder, frame } = await show({ value: all(visits(2)) });
    control(conditionAt(builder, 0), 'input').focus();
    await press('Control+a');
    await type('6');
    await settled(builder);
    frame.remove();
    document.body.append(frame);
    await until(() => builder.renderRoot.querySelector('clientele-builder-bar-0'), 'the builder');
    await settled(builder);
    expect(builder.value.where).to.deep.equal(visits(6));
    frame.remove();
  });
});

import type { Adapter } from '../../../src/contract/index.js';
import { expectAccessible } from '../../support/axe.js';
import { ignoreResizeObserverLoop, inside, nextFrame, until } from '../../support/browser.js';
import { click, engine, media, press, resetPointer } from '../../support/keys.js';
import {
  base,
  buttonNamed,
  gridOf,
  hasButton,
  headOf,
  later,
  modelOf,
  place,
  rowAt,
  rowTexts,
  settled,
  show,
  stateOf,
  without,
  type Fixture,
  type FixtureOptions,
} from './fixture.js';
import type { ClienteleList } from '../../../src/elements/list/list.js';

const OFFERS = {
  'with-add': '',
  'with-import': '',
  'with-export': '',
  'with-birthdays': '',
  'with-segments': '',
  'with-edit': '',
  'with-message': '',
};

/** With everything that a list can show at once: long names, signs, tags, a sort, ticks with bar and panel. */
async function full(options: FixtureOptions = {}): Promise<Fixture> {
  const sample = base({
    clients: [
      {
        id: 'a',
        firstName: 'Александра-Вероника Константиновна',
        lastName: 'Преображенская-Воскресенская',
        phones: ['+79161234567', '+37126123456'],
        visits: 12,
        totalSpent: 1_234_567,
        categories: ['k-vip', 'k-colour', 'k-cut', 'k-nails'],
        subscribed: false,
        muted: true,
        blocked: true,
        favourite: true,
        allergies: 'Ammonia',
        lastVisit: '2026-11-19',
      },
      { id: 'b', firstName: 'Līga', lastName: 'Bērziņa', visits: 1, subscribed: true, tier: 't-gold' },
      { id: 'c' },
    ],
  });
  const fixture = await show({ adapter: sample, list: OFFERS, ...options });
  const { list } = fixture;
  modelOf(list).setSort([
    { field: 'visits', dir: 'desc' },
    { field: 'name', dir: 'asc' },
  ]);
  modelOf(list).setFilters({
    v: 1,
    where: { kind: 'field', field: 'visits', op: 'lt', value: 99, orMissing: true },
  });
  modelOf(list).tick(['a', 'b'], true);
  await until(() => list.renderRoot.querySelector('clientele-list-bar-0')?.shadowRoot?.querySelector('.bar'));
  const panel = (): Element | null => list.renderRoot.querySelector('clientele-list-panel-0');
  if ((options.width ?? 1200) >= 1000)
    await until(() => panel()?.shadowRoot?.querySelector('.figure'), 'the figures of the panel');
  await settled(list);
  return fixture;
}

const failing = (code: 'forbidden' | 'offline' | 'unavailable'): Adapter => {
  const adapter = base();
  return {
    ...adapter,
    find: async (query, context) => {
      const { ClienteleError } = await import('../../../src/contract/index.js');
      void query;
      void context;
      throw new ClienteleError(code, 'as the test wants');
    },
  };
};

/** Those that end, through shadow roots. */
function animationsIn(root: Document | ShadowRoot): Animation[] {
  const own = root.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  const below = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot ? animationsIn(shadowRoot) : [],
  );
  return [...own, ...below];
}

/** What appears fades in; its contrast is what it is in the end. */
async function atRest(): Promise<void> {
  do {
    await Promise.allSettled(animationsIn(document).map(({ finished }) => finished));
    await nextFrame();
  } while (animationsIn(document).some(({ playState }) => playState === 'running'));
}

const stated = async (options: FixtureOptions): Promise<ClienteleList> => {
  const { list } = place(options);
  await until(() => stateOf(list) !== '', 'the state');
  await settled(list);
  return list;
};

/** A part that loads when it is first wanted. */
const arrived = (list: ClienteleList, tag: string): Promise<Element> =>
  until(() => list.renderRoot.querySelector(tag), tag);

describe('accessibility of the client list', () => {
  ignoreResizeObserverLoop();
  afterEach(resetPointer);

  describe('in every state', () => {
    const states: Record<string, () => Promise<Fixture | ClienteleList>> = {
      'rows, untouched': () => show({ list: OFFERS }),
      'everything at once': () => full(),
      'one ticked, with the panel': async () => {
        const fixture = await show({ list: OFFERS });
        await click(rowAt(fixture.list, 0).querySelector('[data-tick]')!);
        const panel = await arrived(fixture.list, 'clientele-list-panel-0');
        await until(() => hasButton(panel, 'Open card'));
        return fixture;
      },
      narrow: () => full({ width: 375, height: 700 }),
      compact: () => show({ provider: { density: 'compact' }, list: OFFERS }),
      comfortable: () => show({ provider: { density: 'comfortable' }, list: OFFERS }),
      'masked, without rights': () =>
        show({ session: { permissions: ['see'], masked: ['phones', 'emails'] }, list: OFFERS }),
      starting: async () => {
        const adapter = base();
        return place({ adapter: { ...adapter, describe: () => new Promise(() => undefined) } });
      },
      loading: async () => {
        const fixture = place({ adapter: later(base(), 3000) });
        await until(() => fixture.list.renderRoot.querySelector('clientele-list-grid-0'));
        await nextFrame();
        return fixture;
      },
      empty: () => stated({ adapter: base({ clients: [] }), list: OFFERS }),
      forbidden: () => stated({ session: { permissions: without('see') } }),
      offline: () => stated({ adapter: failing('offline') }),
      failed: () => stated({ adapter: failing('unavailable') }),
      'nothing found': async () => {
        const fixture = await show({ list: OFFERS });
        modelOf(fixture.list).setSearch('nobody is called so');
        await until(() => stateOf(fixture.list) !== '');
        return fixture;
      },
      'a filter that is not understood': async () => {
        const fixture = await show();
        modelOf(fixture.list).setFilters({
          v: 1,
          where: { kind: 'field', field: 'custom.gone', op: 'gt', value: 1 },
        });
        await until(() => stateOf(fixture.list) !== '');
        return fixture;
      },
      'offline below the rows': async () => {
        const { ClienteleError } = await import('../../../src/contract/index.js');
        const adapter = base();
        let isOff = false;
        const fixture = await show({
          adapter: {
            ...adapter,
            find: (query, context) => {
              if (isOff) throw new ClienteleError('offline', 'no network');
              return adapter.find(query, context);
            },
          },
        });
        isOff = true;
        modelOf(fixture.list).result.refresh();
        await until(() => fixture.list.renderRoot.querySelector('.trouble'));
        return fixture;
      },
      'the menu of a row': async () => {
        const fixture = await show({ list: OFFERS });
        gridOf(fixture.list).focusRow(1);
        await press('ContextMenu');
        await until(() => hasButton(inside(fixture.list, '.row-menu'), 'Delete'));
        return fixture;
      },
      'a toast with undo': async () => {
        const fixture = await show();
        await click(rowAt(fixture.list, 1).querySelector('[data-star]')!);
        await until(() => hasButton(inside(fixture.list, 'clientele-toasts-0'), 'Undo'));
        return fixture;
      },
      'the dialog of several, refused': async () => {
        const fixture = await show({ list: { 'without-panel': '' } });
        for (const row of [0, 1]) await click(rowAt(fixture.list, row).querySelector('[data-tick]')!);
        const bar = await arrived(fixture.list, 'clientele-list-bar-0');
        await until(() => hasButton(bar, 'More'));
        await click(buttonNamed(bar, 'More'));
        await until(() => hasButton(bar, 'Delete 2 clients'));
        await click(buttonNamed(bar, 'Delete 2 clients'));
        await until(() => fixture.list.renderRoot.querySelector('clientele-action-dialog-0'));
        await settled(fixture.list);
        await press('Enter');
        await settled(fixture.list);
        return fixture;
      },
      'the sheet of quick info': async () => {
        const fixture = await full({ width: 480, height: 700 });
        await click(buttonNamed(await arrived(fixture.list, 'clientele-list-bar-0'), '2 selected'));
        await until(() => fixture.list.renderRoot.querySelector('clientele-list-panel-0'));
        return fixture;
      },
    };
    for (const [name, make] of Object.entries(states)) {
      it(name, async () => {
        const made = await make();
        const list = 'list' in made ? made.list : made;
        await settled(list);
        await atRest();
        await expectAccessible(list);
      });
    }
  });

  describe('in the full cross of looks and languages', () => {
    const ways = {
      en: { lang: 'en' },
      ru: { lang: 'ru' },
      'right to left': { lang: 'ar', dir: 'rtl' },
    };
    for (const look of ['light', 'dark', 'forced colours'] as const) {
      for (const [way, { lang, ...frame }] of Object.entries(ways)) {
        it(`${look}, ${way}`, async function () {
          if (look === 'forced colours' && engine !== 'chromium') this.skip();
          if (look === 'forced colours') await media({ forcedColors: 'active' });
          try {
            const { list, frame: around } = await full({
              provider: { lang, theme: look === 'dark' ? 'dark' : 'light' },
              frame,
            });
            around.style.background = look === 'dark' ? '#101014' : 'white';
            await until(() => rowTexts(list).length === 3);
            if (way === 'ru') await until(() => headOf(list, 'visits').textContent!.includes('Визиты'));
            await settled(list);
            await atRest();
            await expectAccessible(list);
          } finally {
            if (look === 'forced colours') await media({ forcedColors: 'none' });
          }
        });
      }
    }
  });
});

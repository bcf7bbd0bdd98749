import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { http } from 'msw/http';
import type { Adapter, ViewState } from '../src/contract/index.js';
import { enableSources } from '../src/embed/index.js';
import '../src/elements/list/list.define.js';
import { base, failing, handlerOf, longNames, TRAINEE, waiting } from './support/bases.js';
import { listWithRows, tickRows, until } from './support/play.js';
import './support/story.css';

enableSources();

interface Args {
  heading: string;
  withAdd: boolean;
  withImport: boolean;
  withExport: boolean;
  withBirthdays: boolean;
  withSegments: boolean;
  withoutPanel: boolean;
}

/** The list of a story: over an adapter in the page, or over HTTP, answered by the real handler. */
function list(args: Args, source: Adapter | string, view: ViewState | null = null): TemplateResult {
  const { heading, withAdd, withImport, withExport, withBirthdays, withSegments, withoutPanel } = args;
  const widget = html`<clientele-list
    heading=${heading}
    .view=${view}
    ?with-add=${withAdd}
    ?with-import=${withImport}
    ?with-export=${withExport}
    ?with-birthdays=${withBirthdays}
    ?with-segments=${withSegments}
    ?without-panel=${withoutPanel}
  ></clientele-list>`;
  return typeof source === 'string'
    ? html`<clientele-provider class="story" src=${source}>${widget}</clientele-provider>`
    : html`<clientele-provider class="story" .adapter=${source}>${widget}</clientele-provider>`;
}

/** Answers the requests of a story with the server's handler over a base of its own. */
function served(path: string, make: () => (request: Request) => Promise<Response>) {
  let handler: ((request: Request) => Promise<Response>) | undefined;
  return {
    msw: {
      handlers: [
        http.all(`${path}/*`, ({ request }) => {
          handler ??= make();
          // The handler is mounted at the path of the contract, whatever the story calls it.
          const address = new URL(request.url);
          address.pathname = address.pathname.replace(path, '/api/clientele');
          return handler(new Request(address, request));
        }),
      ],
    },
  };
}

const view = (change: Partial<ViewState>): ViewState => ({
  v: 1,
  columns: ['name', 'phones', 'visits', 'lastVisit', 'totalSpent', 'status', 'categories'].map((field) => ({
    field,
  })),
  pinned: 1,
  sort: [],
  where: { v: 1, where: { kind: 'everyone' } },
  ...change,
});

const meta: Meta<Args> = {
  title: 'Client list',
  component: 'clientele-list',
  tags: ['autodocs'],
  args: {
    heading: '',
    withAdd: true,
    withImport: false,
    withExport: false,
    withBirthdays: false,
    withSegments: false,
    withoutPanel: false,
  },
  render: (args) => list(args, base()),
};

export default meta;
type Story = StoryObj<Args>;

/** Five hundred made-up clients in the page: search, sort, filter, tick, undo. */
export const Playground: Story = {
  play: async ({ canvasElement }) => void (await listWithRows(canvasElement)),
};

/** The same over HTTP: every request is answered by the real server handler. */
export const OverHttp: Story = {
  name: 'Over HTTP',
  parameters: served('/api/story-http', () => handlerOf(base())),
  render: (args) => list(args, '/api/story-http'),
  play: Playground.play!,
};

/** All that the toolbar can offer, once somebody answers it. */
export const Offers: Story = {
  args: { withImport: true, withExport: true, withBirthdays: true, withSegments: true },
  play: Playground.play!,
};

/** One is ticked: the quick info and its actions. */
export const OneTicked: Story = { play: async ({ canvasElement }) => tickRows(canvasElement, 1) };

/** Several are ticked: their sums and the same actions. */
export const SeveralTicked: Story = { play: async ({ canvasElement }) => tickRows(canvasElement, 4) };

/** Filters are conditions of a segment, shown as chips. */
export const Filtered: Story = {
  render: (args) =>
    list(
      args,
      base(),
      view({
        sort: [{ field: 'totalSpent', dir: 'desc' }],
        where: {
          v: 1,
          where: {
            kind: 'all',
            of: [
              { kind: 'field', field: 'visits', op: 'gte', value: 2 },
              { kind: 'field', field: 'lastVisit', op: 'lt', value: { ago: 90, unit: 'day' } },
            ],
          },
        },
      }),
    ),
  play: Playground.play!,
};

/** A field of the host is a column, a filter and a sort. */
export const HostField: Story = {
  render: (args) =>
    list(
      args,
      base(50, {
        fields: [{ id: 'custom.hasCat', type: 'boolean', label: { en: 'Has a cat', ru: 'Есть кошка' } }],
      }),
      view({ columns: [{ field: 'name' }, { field: 'custom.hasCat' }, { field: 'visits' }] }),
    ),
  play: Playground.play!,
};

/** A role that sees no contacts and no money. */
export const Trainee: Story = {
  render: (args) => list(args, base(500, { rights: TRAINEE })),
  play: Playground.play!,
};

export const LongNames: Story = {
  render: (args) =>
    list(
      args,
      longNames(),
      view({ columns: ['name', 'phones', 'emails', 'city'].map((field) => ({ field })) }),
    ),
  play: Playground.play!,
};

/** Rows become cards. */
export const Narrow: Story = {
  render: (args) => html`<div class="narrow">${list(args, base())}</div>`,
  play: Playground.play!,
};

export const Dark: Story = { globals: { theme: 'dark' }, play: OneTicked.play! };
export const RightToLeft: Story = { globals: { dir: 'rtl' }, play: OneTicked.play! };
export const Compact: Story = { globals: { density: 'compact' }, play: Playground.play! };
export const Comfortable: Story = { globals: { density: 'comfortable' }, play: Playground.play! };
export const Russian: Story = { globals: { locale: 'ru' }, play: OneTicked.play! };
export const Bulgarian: Story = { globals: { locale: 'bg' }, play: OneTicked.play! };
export const Czech: Story = { globals: { locale: 'cs' }, play: OneTicked.play! };
export const Latvian: Story = { globals: { locale: 'lv' }, play: OneTicked.play! };

/** Waits until a state stands where rows would be. */
const stateShown: Story['play'] = async ({ canvasElement }) => {
  const widget = await until(() => canvasElement.querySelector('clientele-list'));
  await until(() => widget.shadowRoot?.querySelector('.empty-state'));
};

export const Loading: Story = { render: (args) => list(args, waiting()) };
export const Empty: Story = { render: (args) => list(args, base(0)), play: stateShown };

export const NothingFound: Story = {
  render: (args) =>
    list(
      args,
      base(),
      view({ where: { v: 1, where: { kind: 'field', field: 'visits', op: 'gt', value: 100_000 } } }),
    ),
  play: stateShown,
};

export const NoPermission: Story = {
  render: (args) => list(args, failing('forbidden', 'this is not allowed to you')),
  play: stateShown,
};

export const Offline: Story = {
  render: (args) => list(args, failing('offline', 'the network is not there')),
  play: stateShown,
};

export const Failed: Story = {
  render: (args) => list(args, failing('unavailable', 'the base does not answer')),
  play: stateShown,
};

export const Misunderstood: Story = {
  render: (args) => list(args, failing('invalid', 'where.field: there is no field "custom.gone"')),
  play: stateShown,
};

/** No provider around it: the page says what to do, to the developer in the console too. */
export const NoProvider: Story = {
  render: () => html`<div class="story"><clientele-list></clientele-list></div>`,
  play: stateShown,
};

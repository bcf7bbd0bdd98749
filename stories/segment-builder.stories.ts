import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import type { Adapter, Node, SegmentDocument } from '../src/contract/index.js';
import { enableSources } from '../src/embed/index.js';
import '../src/elements/list/list.define.js';
import type { ClienteleSegmentBuilder } from '../src/elements/segment-builder/segment-builder.js';
import '../src/elements/segment-builder/segment-builder.define.js';
import { base, failing, longNames, TRAINEE, waiting } from './support/bases.js';
import { until } from './support/play.js';
import './support/story.css';

enableSources();

interface Args {
  heading: string;
  withApply: boolean;
  withCancel: boolean;
  withoutSave: boolean;
}

const document = (...of: [Node, ...Node[]]): SegmentDocument => ({ v: 1, where: { kind: 'all', of } });

/** Came at least twice, not for 90 days, likes colour or spends, and can be written to. */
const DEMO = document(
  { kind: 'field', field: 'visits', op: 'gte', value: 2 },
  { kind: 'field', field: 'lastVisit', op: 'lt', value: { ago: 90, unit: 'day' } },
  {
    kind: 'any',
    of: [
      { kind: 'field', field: 'totalSpent', op: 'gte', value: 30_000 },
      {
        kind: 'records',
        record: 'bookings',
        agg: 'count',
        op: 'gte',
        value: 2,
        where: {
          kind: 'all',
          of: [
            {
              kind: 'field',
              field: 'start',
              op: 'between',
              value: [
                { ago: 3, unit: 'year' },
                { ago: 0, unit: 'day' },
              ],
            },
            { kind: 'field', field: 'state', op: 'in', value: ['arrived'] },
          ],
        },
      },
    ],
  },
  { kind: 'field', field: 'gender', op: 'in', value: ['male'], not: true, orMissing: true },
);

/** Every kind of condition, each with its controls. */
const ANATOMY = document(
  { kind: 'field', field: 'visits', op: 'between', value: [2, 10] },
  { kind: 'field', field: 'totalSpent', op: 'gte', value: 12_550 },
  { kind: 'field', field: 'city', op: 'contains', value: 'Riga' },
  { kind: 'field', field: 'status', op: 'in', value: ['regular', 'lost'] },
  { kind: 'field', field: 'subscribed', op: 'is', value: true },
  { kind: 'field', field: 'birthday', op: 'month', value: [3, 5] },
  {
    kind: 'field',
    field: 'birthday',
    op: 'anniversary',
    value: [
      { ago: 0, unit: 'day' },
      { ahead: 7, unit: 'day' },
    ],
    not: true,
  },
  { kind: 'field', field: 'firstVisit', op: 'between', value: [{ start: 'year' }, { end: 'year' }] },
  { kind: 'field', field: 'createdAt', op: 'between', value: [{ day: '2025-01-01' }, { day: '2025-12-31' }] },
  { kind: 'records', record: 'sales', agg: 'sum', path: 'amount', op: 'gt', value: 5000 },
  { kind: 'reachable', channel: 'email', purpose: 'marketing' },
  { kind: 'search', text: 'anna' },
  { kind: 'none', of: [{ kind: 'field', field: 'blocked', op: 'is', value: true }] },
);

const BROKEN = document(
  { kind: 'field', field: 'custom.gone', op: 'is', value: 1 },
  { kind: 'field', field: 'visits', op: 'gte' },
  { kind: 'field', field: 'status', op: 'in', value: ['archived'] },
  { kind: 'segment', id: 's-gone' },
  { kind: 'field', field: 'phones', op: 'exists' },
);

function builder(
  args: Args,
  adapter: Adapter,
  value: SegmentDocument | null = null,
  more: unknown = '',
): TemplateResult {
  const { heading, withApply, withCancel, withoutSave } = args;
  return html`<clientele-provider class="story page" .adapter=${adapter}
    ><clientele-segment-builder
      heading=${heading}
      .value=${value}
      ?with-apply=${withApply}
      ?with-cancel=${withCancel}
      ?without-save=${withoutSave}
    ></clientele-segment-builder
    >${more}</clientele-provider
  >`;
}

/** The builder of a story, once it is drawn and has counted. */
async function built(room: HTMLElement): Promise<ClienteleSegmentBuilder> {
  const widget = await until(() => room.querySelector('clientele-segment-builder'));
  const found = await until(() => widget.shadowRoot?.querySelector('clientele-builder-found-0'));
  await until(() => found.shadowRoot?.querySelector('.figure:not([aria-busy])'));
  await new Promise((resolve) => setTimeout(resolve, 400));
  return widget;
}

const meta: Meta<Args> = {
  title: 'Segment builder',
  component: 'clientele-segment-builder',
  tags: ['autodocs'],
  args: { heading: '', withApply: false, withCancel: false, withoutSave: false },
  render: (args) => builder(args, base(), DEMO),
};

export default meta;
type Story = StoryObj<Args>;

const shown: Story['play'] = async ({ canvasElement }) => void (await built(canvasElement));

/** Whoever came at least twice, but not of late. Every key counts anew. */
export const Playground: Story = { play: shown };

/** Nothing is asked yet: a condition of one's own, or a ready segment. */
export const Start: Story = { render: (args) => builder(args, base()), play: shown };

/** Each kind of condition with its controls. */
export const Anatomy: Story = { render: (args) => builder(args, base(), ANATOMY), play: shown };

/** A list on the same page shows what is found. */
export const WithList: Story = {
  render: (args) =>
    html`<clientele-provider class="story page" .adapter=${base()}>
      <clientele-segment-builder
        for="found"
        .value=${DEMO}
        heading=${args.heading}
      ></clientele-segment-builder>
      <clientele-list id="found"></clientele-list>
    </clientele-provider>`,
  play: async ({ canvasElement }) => {
    const widget = await built(canvasElement);
    widget.apply();
    await until(() => canvasElement.querySelector('clientele-list')?.filters.where.kind === 'all');
  },
};

/** All buttons that a host can ask for. */
export const Offers: Story = { args: { withApply: true, withCancel: true }, play: shown };

/** A role that sees no contacts and no money, and saves nothing. */
export const Trainee: Story = {
  render: (args) =>
    builder(
      args,
      base(500, { rights: TRAINEE }),
      document({ kind: 'field', field: 'visits', op: 'gte', value: 2 }),
    ),
  play: shown,
};

/** Fields of the host are conditions like any other. */
export const HostField: Story = {
  render: (args) =>
    builder(
      args,
      base(50, {
        fields: [{ id: 'custom.hasCat', type: 'boolean', label: { en: 'Has a cat', ru: 'Есть кошка' } }],
      }),
      document({ kind: 'field', field: 'custom.hasCat', op: 'is', value: true }),
    ),
  play: shown,
};

export const LongNames: Story = {
  render: (args) =>
    builder(args, longNames(), document({ kind: 'field', field: 'city', op: 'contains', value: 'Llanfair' })),
  play: shown,
};

export const Narrow: Story = {
  args: { withApply: true, withCancel: true },
  render: (args) => html`<div class="narrow">${builder(args, base(), DEMO)}</div>`,
  play: shown,
};

export const Dark: Story = { globals: { theme: 'dark' }, play: shown };
export const RightToLeft: Story = { globals: { dir: 'rtl' }, play: shown };
export const Russian: Story = { globals: { locale: 'ru' }, play: shown };
export const Bulgarian: Story = { globals: { locale: 'bg' }, play: shown };
export const Czech: Story = { globals: { locale: 'cs' }, play: shown };
export const Latvian: Story = { globals: { locale: 'lv' }, play: shown };

/** Each fault stands at its condition, and nobody is found. */
export const Faults: Story = { render: (args) => builder(args, base(), BROKEN), play: shown };

/** A document of a newer version stays as it is. */
export const Newer: Story = {
  render: (args) =>
    builder(args, base(), { v: 2, where: { kind: 'telepathy' } } as unknown as SegmentDocument),
  play: shown,
};

/** The base takes for ever to count. */
export const Loading: Story = { render: (args) => builder(args, waiting(), DEMO) };

export const NothingFound: Story = {
  render: (args) =>
    builder(args, base(), document({ kind: 'field', field: 'visits', op: 'gt', value: 100_000 })),
  play: shown,
};

export const Offline: Story = {
  render: (args) => builder(args, failing('offline', 'the network is not there'), DEMO),
  play: shown,
};

export const Failed: Story = {
  render: (args) => builder(args, failing('unavailable', 'the base does not answer'), DEMO),
  play: shown,
};

export const NoPermission: Story = {
  render: (args) => builder(args, base(20, { rights: { ...TRAINEE, permissions: [] } }), DEMO),
};

/** The dialog that keeps it. */
export const Save: Story = {
  play: async ({ canvasElement }) => {
    const widget = await built(canvasElement);
    await widget.save();
    await until(() =>
      widget.shadowRoot
        ?.querySelector('clientele-builder-save-0')
        ?.shadowRoot?.querySelector('clientele-dialog-0[open]'),
    );
    await new Promise((resolve) => setTimeout(resolve, 400));
  },
};

/** No provider around it: the page says what to do, to the developer in the console too. */
export const NoProvider: Story = {
  render: () => html`<div class="story page"><clientele-segment-builder></clientele-segment-builder></div>`,
};

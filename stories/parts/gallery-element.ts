import { css, html, LitElement, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import {
  ChevronDown,
  Columns3,
  Download,
  Ellipsis,
  GripVertical,
  LayoutList,
  ListFilter,
  Mail,
  Pencil,
  Plus,
  Search,
  Star,
  Table2,
  Trash2,
} from 'lucide';
import { avatar } from '../../src/elements/parts/avatar.js';
import { badge, tag } from '../../src/elements/parts/badge.js';
import { chip } from '../../src/elements/parts/chip.js';
import type { ClienteleDialog } from '../../src/elements/parts/dialog.js';
import { emptyState, type Sign } from '../../src/elements/parts/empty-state.js';
import { icon } from '../../src/elements/parts/icon.js';
import { progressBar } from '../../src/elements/parts/progress.js';
import { skeleton } from '../../src/elements/parts/skeleton.js';
import type { ClienteleMenu, MenuItem } from '../../src/elements/parts/menu.js';
import type { ClientelePopover } from '../../src/elements/parts/popover.js';
import { ReorderController } from '../../src/elements/parts/reorder.js';
import { avatarStyles } from '../../src/elements/parts/styles/avatar.js';
import { base, iconStyles, scrollStyles } from '../../src/elements/parts/styles/base.js';
import { buttonStyles } from '../../src/elements/parts/styles/button.js';
import { chipStyles } from '../../src/elements/parts/styles/chip.js';
import { choiceStyles } from '../../src/elements/parts/styles/choice.js';
import { emptyStateStyles } from '../../src/elements/parts/styles/empty-state.js';
import { fieldStyles } from '../../src/elements/parts/styles/field.js';
import { progressStyles } from '../../src/elements/parts/styles/progress.js';
import { skeletonStyles } from '../../src/elements/parts/styles/skeleton.js';
import { tableStyles } from '../../src/elements/parts/styles/table.js';
import type { ClienteleToasts } from '../../src/elements/parts/toasts.js';
import { tooltip } from '../../src/elements/parts/tooltip.js';
import { HUES, tokens } from '../../src/theme/index.js';
import '../../src/elements/parts/combobox.define.js';
import '../../src/elements/parts/dialog.define.js';
import '../../src/elements/parts/menu.define.js';
import '../../src/elements/parts/popover.define.js';
import '../../src/elements/parts/segmented.define.js';
import '../../src/elements/parts/toasts.define.js';
import '../../src/elements/parts/tooltip.define.js';

const CATEGORIES = [
  'Colour',
  'Balayage',
  'Blonde',
  'Olive',
  'Nails',
  'Spa',
  'Lashes',
  'Cut',
  'VIP',
  'Make-up',
  'Bride',
  'Other',
];

const CLIENTS = [
  {
    id: 'c1',
    name: 'Anna Miller',
    phone: '+371 2612 34 56',
    visits: 14,
    spent: '482 €',
    status: 'Regular',
    hue: 0,
  },
  {
    id: 'c2',
    name: 'Ирина Петрова',
    phone: '+359 888 123 456',
    visits: 1,
    spent: '35 €',
    status: 'New',
    hue: 7,
  },
  {
    id: 'c3',
    name: 'Žaneta Ķirsone',
    phone: '+371 2988 77 10',
    visits: 6,
    spent: '214 €',
    status: 'Regular',
    hue: 4,
  },
  {
    id: 'c4',
    name: 'Dvořák Příšerný',
    phone: '+420 602 555 019',
    visits: 3,
    spent: '1 090 €',
    status: 'Lost',
    hue: 9,
  },
] as const;

const TONE = { Regular: 'success', New: 'accent', Lost: 'warning' } as const;

const COLUMNS = ['Phone', 'Visits', 'Spent', 'Last visit', 'Status'];

const ROW_MENU: MenuItem[] = [
  { id: 'open', label: 'Open card', icon: LayoutList, hint: '↵' },
  { id: 'edit', label: 'Edit', icon: Pencil },
  { id: 'message', label: 'Message', icon: Mail, disabled: true, description: 'No phone and no e-mail' },
  { id: 'line', kind: 'divider' },
  { id: 'delete', label: 'Delete client', icon: Trash2, tone: 'danger' },
];

/** Every part on one page, as a widget would use it. */
export class PartsGallery extends LitElement {
  static override styles: CSSResultGroup = [
    tokens,
    base,
    iconStyles,
    scrollStyles,
    buttonStyles,
    fieldStyles,
    choiceStyles,
    tableStyles,
    chipStyles,
    avatarStyles,
    emptyStateStyles,
    progressStyles,
    skeletonStyles,
    css`
      .root {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--_space-6);
        padding: var(--_space-6);
        background: var(--_color-canvas);
      }
      section {
        display: grid;
        gap: var(--_space-4);
        grid-template-columns: minmax(0, 1fr);
        justify-items: start;
        padding: var(--_space-5);
        border: 1px solid var(--_color-border);
        border-radius: calc(var(--_radius) + 2px);
        background: var(--_color-surface);
      }
      h3 {
        font-size: var(--_font-size-head);
        font-weight: var(--_font-weight-strong);
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--_space-2);
      }
      .grid {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(220px, 1fr));
        gap: var(--_space-4);
        inline-size: 100%;
        align-items: start;
      }
      .person {
        display: flex;
        align-items: center;
        gap: var(--_space-2);
      }
      .columns {
        inline-size: 220px;
      }
      .columns li {
        display: flex;
        align-items: center;
        gap: var(--_space-2);
        min-block-size: 32px;
        border-radius: var(--_radius);
        background: var(--_color-surface-raised);
        font-size: var(--_font-size-secondary);
      }
      .columns li[data-dragging] {
        position: relative;
        z-index: 1;
        box-shadow: var(--_shadow-popover);
      }
      .columns .button {
        touch-action: none;
        cursor: grab;
      }
      .wide {
        inline-size: 100%;
        white-space: nowrap;
      }
      .dialog-form {
        display: grid;
        gap: var(--_space-3);
      }
    `,
  ];

  /** A part to show alone, for screenshots of what opens. */
  @property() only = '';

  @property({ reflect: true }) theme = 'auto';

  @state() private columns = COLUMNS;
  @state() private checked = new Set(['Phone', 'Visits', 'Status']);
  @state() private chosen: readonly string[] = ['Colour', 'VIP'];

  @query('clientele-menu-0') private menu!: ClienteleMenu;
  @query('clientele-popover-0') private popover_!: ClientelePopover;
  @query('clientele-dialog-0') private dialog!: ClienteleDialog;
  @query('clientele-toasts-0') private toasts!: ClienteleToasts;

  readonly #reorder = new ReorderController(this, {
    axis: 'y',
    items: () => [...this.renderRoot.querySelectorAll<HTMLElement>('.columns li')],
    onMove: (from, to) => {
      const columns = [...this.columns];
      columns.splice(to, 0, ...columns.splice(from, 1));
      this.columns = columns;
    },
  });

  protected override render(): TemplateResult {
    return html`<div class="root">
      ${this.#buttons()} ${this.#chips()} ${this.#fields()} ${this.#table()} ${this.#states()}
      ${this.#overlays()}
    </div>`;
  }

  #buttons(): TemplateResult {
    return html`<section>
      <h3>Buttons</h3>
      <div class="row">
        <button class="button primary">${icon(Plus)} Add client</button>
        <button class="button">Save segment</button>
        <button class="button">${icon(Download)} Export</button>
        <button class="button quiet">Clear</button>
        <button class="button danger">Delete 3 clients</button>
        <button class="button" disabled>Message</button>
        <button class="button primary" disabled>Award 50 points</button>
        <button class="link-button">412 found</button>
      </div>
      <div class="row">
        <button class="button small">View: Regulars ${icon(ChevronDown)}</button>
        <button class="button small quiet">${icon(ListFilter)} Filter</button>
        <button class="button quiet icon-only" aria-label="Columns" ${tooltip('Columns')}>
          ${icon(Columns3)}
        </button>
        <button class="button icon-only" aria-label="More" ${tooltip('More')}>${icon(Ellipsis)}</button>
        <button class="button quiet icon-only small" aria-label="Favourite" aria-pressed="true">
          ${icon(Star, { filled: true })}
        </button>
        <clientele-segmented-0
          label="Layout"
          value="table"
          .options=${[
            { value: 'table', label: 'Table', icon: Table2 },
            { value: 'cards', label: 'Cards', icon: LayoutList },
          ]}
        ></clientele-segmented-0>
        <clientele-segmented-0
          label="Match"
          value="all"
          .options=${[
            { value: 'all', label: 'All' },
            { value: 'any', label: 'Any' },
            { value: 'none', label: 'None' },
          ]}
        ></clientele-segmented-0>
      </div>
    </section>`;
  }

  #chips(): TemplateResult {
    const removable = (label: string | TemplateResult, name: string): TemplateResult =>
      chip(label, {
        haspopup: 'dialog',
        onOpen: () => undefined,
        onRemove: () => undefined,
        removeLabel: `Remove filter: ${name}`,
      });
    return html`<section>
      <h3>Chips, tags and badges</h3>
      <div class="row">
        ${removable(html`Last visit <strong>more than 90 days ago</strong>`, 'Last visit')}
        ${removable(html`Category is <strong>Colour</strong>`, 'Category')} ${chip('Riga, Centrs')}
        ${chip('Colour', { hue: 'red', onRemove: () => undefined, removeLabel: 'Remove Colour' })}
        <button class="button small quiet">${icon(Plus)} Filter</button>
      </div>
      <div class="row">${HUES.map((hue, index) => tag(CATEGORIES[index] ?? hue, hue))}</div>
      <div class="row">
        ${badge('Regular', { tone: 'success', dot: true })} ${badge('New', { tone: 'accent', dot: true })}
        ${badge('Lost', { tone: 'warning', dot: true })} ${badge('Blocked', { tone: 'danger', dot: true })}
        ${badge('Potential', { dot: true })} ${badge('12')} ${badge('Subscribed', { tone: 'success' })}
        ${badge('Muted', { tone: 'warning' })} ${badge('Unpaid', { tone: 'danger' })}
        ${badge('Gold 5 %', { tone: 'accent' })}
      </div>
      <div class="row">
        ${CLIENTS.map((client) => avatar(client))} ${CLIENTS.map((client) => avatar(client, 'medium'))}
        ${CLIENTS.map((client) => avatar(client, 'large'))}
        ${avatar({ id: 'c9', name: 'Broken Photo', photo: '/no-such-photo.jpg' }, 'medium')}
      </div>
    </section>`;
  }

  #fields(): TemplateResult {
    return html`<section>
      <h3>Fields</h3>
      <div class="input-group">
        ${icon(Search)}<input
          type="search"
          placeholder="Search name, phone, e-mail, card"
          aria-label="Search"
        />
      </div>
      <div class="grid">
        <label class="field"
          ><span class="label">First name</span><input class="input" value="Анна" />
          <span class="hint">As the client writes it.</span></label
        >
        <label class="field"
          ><span class="label">E-mail</span>
          <input class="input" value="anna@" aria-invalid="true" aria-describedby="e" />
          <span class="error" id="e">Write an address such as anna@salon.lv.</span></label
        >
        <label class="field"
          ><span class="label">Birthday</span><input class="input" type="date" value="1988-03-14"
        /></label>
        <label class="field"
          ><span class="label">Branch</span
          ><span class="select"
            ><select class="input">
              <option>Riga, Centrs</option>
              <option>Praha 2</option></select
            >${icon(ChevronDown)}</span
          ></label
        >
        <div class="field">
          <span class="label">Categories</span>
          <clientele-combobox-0
            label="Categories"
            multiple
            placeholder="Choose"
            empty-text="No category is called that."
            .options=${HUES.map((hue, index) => ({
              value: CATEGORIES[index] ?? hue,
              label: CATEGORIES[index] ?? hue,
              hue,
              hint: String(index * 37 + 12),
            }))}
            .value=${this.chosen}
            .removeLabel=${(label: string) => `Remove ${label}`}
            @change=${(event: Event) => (this.chosen = (event.target as HTMLElement & { value: string[] }).value)}
          ></clientele-combobox-0>
        </div>
        <label class="field"
          ><span class="label">Discount</span>
          <span class="input-group"><input type="number" value="5" /><span class="unit">%</span></span></label
        >
        <div>
          <label class="choice"><input class="checkbox" type="checkbox" checked />Agreed to e-mail</label>
          <label class="choice"
            ><input class="checkbox" type="checkbox" .indeterminate=${true} />Some of 12</label
          >
          <label class="choice"><input class="checkbox" type="checkbox" />Muted</label>
          <label class="choice"
            ><input class="checkbox" type="checkbox" disabled checked />Not yours to change</label
          >
        </div>
        <div>
          <label class="choice"><input class="radio" type="radio" name="r" checked />By SMS</label>
          <label class="choice"><input class="radio" type="radio" name="r" />By e-mail</label>
          <label class="choice"
            ><input class="switch" type="checkbox" role="switch" checked />Remind the day before</label
          >
          <label class="choice"><input class="switch" type="checkbox" role="switch" />Only on weekdays</label>
        </div>
        <label class="field"
          ><span class="label">Note</span><textarea class="input" rows="3">Allergic to ammonia.</textarea>
        </label>
        <clientele-combobox-0
          inline
          multiple
          label="Staff"
          placeholder="Find staff"
          empty-text="Nobody is called that."
          .value=${['Elīna']}
          .options=${['Elīna', 'Ольга', 'Jiří', 'Мария'].map((name) => ({ value: name, label: name }))}
        ></clientele-combobox-0>
      </div>
    </section>`;
  }

  #table(): TemplateResult {
    return html`<section>
      <h3>Table</h3>
      <div class="wide scrolls" role="region" aria-label="Clients" tabindex="0">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Phone</th>
              <th scope="col" class="numeric">Visits</th>
              <th scope="col" class="numeric">Spent</th>
              <th scope="col">Status</th>
              <th scope="col">Categories</th>
            </tr>
          </thead>
          <tbody>
            ${CLIENTS.map(
              (client, index) =>
                html`<tr aria-selected=${index === 1 ? 'true' : nothing}>
                  <th scope="row"><span class="person">${avatar(client)} ${client.name}</span></th>
                  <td>${client.phone}</td>
                  <td class="numeric">${client.visits}</td>
                  <td class="numeric">${client.spent}</td>
                  <td>${badge(client.status, { tone: TONE[client.status], dot: true })}</td>
                  <td>${tag(CATEGORIES[client.hue] ?? '', HUES[client.hue])}</td>
                </tr>`,
            )}
            <tr aria-busy="true">
              <th scope="row"><span class="person">${skeleton('', 'circle')} ${skeleton('112px')}</span></th>
              <td>${skeleton('96px')}</td>
              <td class="numeric">${skeleton('16px')}</td>
              <td class="numeric">${skeleton('40px')}</td>
              <td>${skeleton('56px')}</td>
              <td>${skeleton('48px')}</td>
            </tr>
          </tbody>
        </table>
      </div>
      ${progressBar({ label: 'Awarding points', value: 0.42, valueText: '173 of 412' })}
    </section>`;
  }

  #states(): TemplateResult {
    const states: [Sign, string, string][] = [
      ['empty', 'No clients yet', 'The first booking adds its client by itself.'],
      ['search', 'Nobody matches these filters', 'Try fewer filters, or another spelling.'],
      ['locked', 'You may not see clients', 'Ask an administrator for the right “See clients”.'],
      ['offline', 'You are offline', 'What you have typed is kept.'],
      ['error', 'The clients could not be loaded', 'Nothing is lost.'],
    ];
    return html`<section>
      <h3>Empty and error</h3>
      <div class="grid">
        ${states.map(([sign, text, hint]) =>
          emptyState({
            sign,
            text,
            hint,
            actions: html`<button class="button ${sign === 'empty' ? 'primary' : ''}">
              ${sign === 'empty' ? 'Add client' : sign === 'search' ? 'Clear filters' : 'Try again'}
            </button>`,
            details:
              sign === 'error'
                ? { summary: 'Details', text: 'unavailable: 503 for find, after 3 tries' }
                : undefined,
          }),
        )}
      </div>
    </section>`;
  }

  #overlays(): TemplateResult {
    return html`<section>
      <h3>Overlays</h3>
      <div class="row">
        <button
          id="menu-button"
          class="button"
          aria-haspopup="menu"
          aria-expanded="false"
          @click=${(event: Event) => this.menu.toggle(event.currentTarget as Element)}
          @keydown=${(event: KeyboardEvent) => this.menu.handleTriggerKey(event)}
        >
          Row menu
        </button>
        <button
          id="popover-button"
          class="button"
          aria-haspopup="dialog"
          aria-expanded="false"
          @click=${(event: Event) => this.popover_.toggle(event.currentTarget as Element)}
        >
          ${icon(Columns3)} Columns
        </button>
        <button id="dialog-button" class="button" @click=${() => (this.dialog.open = true)}>Delete…</button>
        <button
          id="toast-button"
          class="button"
          @click=${() => this.toasts.show({ text: 'Anna Miller deleted', actionLabel: 'Undo' })}
        >
          Toast
        </button>
      </div>
      <clientele-menu-0 label="Anna Miller" .items=${ROW_MENU}></clientele-menu-0>
      <clientele-popover-0 aria-label="Columns">
        <ul class="columns">
          ${this.columns.map(
            (column) =>
              html`<li>
                <button
                  class="button quiet icon-only small"
                  aria-label="Move ${column}"
                  @pointerdown=${this.#reorder.handlePointerDown}
                  @keydown=${this.#reorder.handleKey}
                >
                  ${icon(GripVertical)}
                </button>
                <label class="choice"
                  ><input
                    class="checkbox"
                    type="checkbox"
                    .checked=${this.checked.has(column)}
                    @change=${() => this.#toggleColumn(column)}
                  />${column}</label
                >
              </li>`,
          )}
        </ul>
      </clientele-popover-0>
      <clientele-dialog-0 label="Delete 3 clients" close-label="Close">
        <span slot="subtitle">Their bookings stay in the calendar without a name.</span>
        <div class="dialog-form">
          <label class="field"
            ><span class="label">Write DELETE to go on</span><input class="input" autocomplete="off"
          /></label>
          <label class="choice"
            ><input class="checkbox" type="checkbox" />Also cancel their 2 future bookings</label
          >
        </div>
        <div slot="footer">
          <button class="button" @click=${() => this.dialog.requestClose()}>Cancel</button>
          <button class="button danger" @click=${() => (this.dialog.open = false)}>Delete 3 clients</button>
        </div>
      </clientele-dialog-0>
      <clientele-toasts-0 dismiss-label="Dismiss"></clientele-toasts-0>
    </section>`;
  }

  #toggleColumn(column: string): void {
    const checked = new Set(this.checked);
    if (!checked.delete(column)) checked.add(column);
    this.checked = checked;
  }
}

if (!customElements.get('parts-gallery')) customElements.define('parts-gallery', PartsGallery);

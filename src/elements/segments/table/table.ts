import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Ellipsis } from 'lucide';
import type { Id, LibraryItem, ListItem, Rule } from '../../../contract/index.js';
import { icon } from '../../parts/icon.js';
import { skeleton } from '../../parts/skeleton.js';
import { givesOf, meaningOf, nameOf, type SegmentsContext } from '../context.js';
import { trend } from './trend.js';

interface TableNeeds {
  readonly chosen: Id | null;
  readonly items: readonly LibraryItem[];
  readonly open: (item: LibraryItem) => void;
  readonly more: (item: LibraryItem, anchor: HTMLElement) => void;
  readonly toggle: (rule: Rule) => void;
}

/** Items of one kind with their figures. */
export function libraryTable(context: SegmentsContext, needs: TableNeeds): TemplateResult {
  const { model, terms } = context;
  const { columns, kinds } = terms.library;
  const { kind } = model;
  return html`<div class="frame">
    <div class="scrolls" tabindex="-1">
      <table class="table" aria-label=${kinds[kind]}>
        <thead>
          <tr>
            <th scope="col">${columns.name}</th>
            ${kind === 'rules' ? html`<th scope="col" class="wide-only">${columns.gives}</th>` : nothing}
            ${kind === 'tiers' ? html`<th scope="col" class="numeric">${columns.discount}</th>` : nothing}
            <th scope="col" class="numeric">${columns.clients}</th>
            ${kind === 'segments' ? html`<th scope="col" class="wide-only">${columns.trend}</th>` : nothing}
            ${kind === 'rules' ? html`<th scope="col">${columns.on}</th>` : nothing}
            <th class="more-cell"></th>
          </tr>
        </thead>
        <tbody>
          ${repeat(
            needs.items,
            ({ id }) => id,
            (item) => row(item, context, needs),
          )}
        </tbody>
      </table>
    </div>
  </div>`;
}

function row(item: LibraryItem, context: SegmentsContext, needs: TableNeeds): TemplateResult {
  const { model, terms, format } = context;
  const { library } = terms;
  const { kind } = model;
  const name = nameOf(item, context);
  const meaning = meaningOf(item, kind, context);
  const { hue } = item as ListItem;
  const { discount } = item as ListItem;
  return html`<tr aria-selected=${needs.chosen === item.id ? 'true' : nothing} data-item=${item.id}>
    <th scope="row" class="name-cell">
      <button
        class="item ${kind === 'rules' ? 'plain' : ''}"
        type="button"
        title=${meaning}
        @click=${() => needs.open(item)}
      >
        ${
          kind === 'rules'
            ? nothing
            : html`<span class="hue-dot ${hue ? `hue-${hue}` : ''}" aria-hidden="true"></span>`
        }
        <span class="name truncate" dir="auto">${name}</span>
        ${meaning === '' ? nothing : html`<span class="means truncate" dir="auto">${meaning}</span>`}
      </button>
    </th>
    ${kind === 'rules' ? html`<td class="wide-only">${givesOf(item as Rule, context)}</td>` : nothing}
    ${
      kind === 'tiers'
        ? html`<td class="numeric">${discount === undefined ? '' : format.percent(discount)}</td>`
        : nothing
    }
    <td class="numeric">${figure(item.id, context)}</td>
    ${
      kind === 'segments'
        ? html`<td class="wide-only">
            ${trend(model.sizes.get(item.id) ?? [], { terms, format, width: 96, height: 24, days: 30 }) ?? nothing}
          </td>`
        : nothing
    }
    ${
      kind === 'rules'
        ? html`<td>
            <input
              class="switch"
              type="checkbox"
              role="switch"
              aria-label=${`${library.columns.on}: ${name}`}
              .checked=${(item as Rule).enabled}
              ?disabled=${!model.canEdit}
              @change=${() => needs.toggle(item as Rule)}
            />
          </td>`
        : nothing
    }
    <td class="more-cell">
      <button
        class="button quiet icon-only small"
        type="button"
        aria-label=${library.more(name)}
        title=${library.more(name)}
        aria-haspopup="menu"
        aria-expanded="false"
        @click=${(event: Event) => needs.more(item, event.currentTarget as HTMLElement)}
      >
        ${icon(Ellipsis)}
      </button>
    </td>
  </tr>`;
}

/** How many clients an item has. */
export function figure(id: Id, { model, terms, format }: SegmentsContext): TemplateResult | string {
  const count = model.counts.get(id);
  if (count === undefined) return skeleton('32px');
  if (count !== null) return format.number(count);
  return html`<span class="quiet-text" title=${terms.library.unknown}>—</span>`;
}

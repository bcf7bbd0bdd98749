import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { CalendarDays } from 'lucide';
import {
  FIELD_GROUPS,
  valueOf,
  type Client,
  type Field,
  type FieldGroup,
  type FieldId,
} from '../../../contract/index.js';
import { icon } from '../../parts/icon.js';
import { base, iconStyles } from '../../parts/styles/base.js';
import { fieldName, type CardContext } from '../context.js';

/** What the head says already, and what is told by its own words. */
const ELSEWHERE: ReadonlySet<FieldId> = new Set([
  'name',
  'photo',
  'firstName',
  'lastName',
  'patronymic',
  'phones',
  'emails',
  'birthday',
  'status',
  'tier',
  'categories',
  'allergies',
  'preferences',
  'subscribed',
  'muted',
  'favourite',
  'blocked',
  'blockReason',
  'synchronised',
  'visits',
  'totalSpent',
  'averageTicket',
  'lastVisit',
  'nextVisit',
  'points',
  'depositBalance',
  'debt',
  'noShows',
]);

/**
 * What is known of a client beyond the head: the next visit, and facts in sections.
 *
 * @summary Overview tab of the client card (internal).
 * @tag clientele-card-overview-0
 */
export class CardOverview extends LitElement {
  static override styles = [
    base,
    iconStyles,
    css`
      :host {
        display: grid;
        gap: var(--_space-4);
        min-inline-size: 0;
      }
      .next {
        display: flex;
        align-items: center;
        gap: var(--_space-2);
        padding: var(--_space-2) var(--_space-3);
        border-radius: var(--_radius);
        background: var(--_color-surface-sunken);
      }
      .next.planned {
        background: var(--_color-accent-tint);
        color: var(--_color-accent-text);
        font-weight: var(--_font-weight-medium);
      }
      .sections {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(280px, 100%), 1fr));
        gap: var(--_space-4) var(--_space-5);
      }
      h3 {
        margin-block-end: var(--_space-2);
        font-weight: var(--_font-weight-strong);
      }
      .facts {
        display: grid;
        grid-template-columns: minmax(96px, 2fr) 3fr;
        gap: var(--_space-1) var(--_space-3);
        font-size: var(--_font-size-secondary);
      }
      dt {
        color: var(--_color-text-secondary);
      }
      dd {
        overflow-wrap: anywhere;
      }
      .quiet-text {
        color: var(--_color-text-muted);
      }
    `,
  ];

  @property({ attribute: false }) context!: CardContext;
  @property({ attribute: false }) client!: Client;

  protected override render(): TemplateResult {
    const { card } = this.context.terms;
    const sections = this.#sections();
    return html`${this.#renderNext()}
    ${
      sections.length === 0
        ? html`<p class="quiet-text">${card.noFacts}</p>`
        : html`<div class="sections">
            ${sections.map(([group, facts]) => this.#renderSection(group, facts))}
          </div>`
    }`;
  }

  #renderNext(): TemplateResult | typeof nothing {
    const { terms, format, model } = this.context;
    if (!model.session.catalogue.fields.has('nextVisit')) return nothing;
    const { nextVisit } = this.client;
    return html`<p class="next ${nextVisit ? 'planned' : ''}">
      ${icon(CalendarDays)}${nextVisit ? `${terms.card.nextVisit}: ${format.instant(nextVisit)}` : terms.card.noNextVisit}
    </p>`;
  }

  /** Fields with a value, by their groups; empty groups are left out. */
  #sections(): [FieldGroup, [Field, string][]][] {
    const { model, format } = this.context;
    const known = [...model.session.catalogue.fields.values()].flatMap((field): [Field, string][] => {
      if (ELSEWHERE.has(field.id) || field.type === 'image') return [];
      const value = valueOf(this.client, field.id);
      const text = value === undefined ? '' : format.field(field, value);
      return text === '' ? [] : [[field, text]];
    });
    return FIELD_GROUPS.flatMap((group): [FieldGroup, [Field, string][]][] => {
      const facts = known.filter(([field]) => field.group === group);
      return facts.length === 0 ? [] : [[group, facts]];
    });
  }

  #renderSection(group: FieldGroup, facts: readonly [Field, string][]): TemplateResult {
    const { context } = this;
    return html`<section aria-labelledby=${group}>
      <h3 id=${group}>${context.terms.catalogue.groups[group]}</h3>
      <dl class="facts">
        ${facts.map(
          ([field, text]) =>
            html`<dt>${fieldName(field, null, context)}</dt>
              <dd dir="auto">${text}</dd>`,
        )}
      </dl>
    </section>`;
  }
}

import { ContextProvider } from '@lit/context';
import { css, html, LitElement, unsafeCSS, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Adapter } from '../../contract/adapter.js';
import type { ClienteleError } from '../../contract/errors.js';
import type { Session, SessionOptions } from '../../sdk/types.js';
import { ROW_HEIGHTS, type Density } from '../../theme/tokens.js';
import { warnOnce } from '../parts/warn.js';
import {
  appearanceContext,
  localeContext,
  sessionContext,
  type ProvidedAppearance,
  type ProvidedLocale,
  type ProvidedSession,
} from './contexts.js';
import { ancestors, Follower } from './follow.js';
import { OwnSession } from './own-session.js';
import { ClienteleErrorEvent, ClienteleProviderReadyEvent } from './provider.events.js';

const densities = Object.entries(ROW_HEIGHTS).map(
  ([name, height]) => `:host([density='${name}']) slot { --clientele-row-height: ${height}px; }`,
);

/**
 * @summary Connects the widgets within to a client base, and says their language and look. Providers may be nested: what the inner one
 * leaves unsaid is the outer one's.
 * @tag clientele-provider
 *
 * @slot - The widgets, and anything else of the page.
 * @event {ClienteleErrorEvent} clientele-error - Something failed; `error` says what. The widgets show it themselves.
 * @event {ClienteleProviderReadyEvent} clientele-provider-ready - The session is ready; `session` is it.
 */
export class ClienteleProvider extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }
    :host([theme='light']) slot {
      color-scheme: light;
    }
    :host([theme='dark']) slot {
      color-scheme: dark;
    }
    ${unsafeCSS(densities.join('\n'))}
  `;

  /** `lang` is the platform's own property: changes of the attribute are heard, nothing is redeclared. */
  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang'];
  }

  /** A session that the host made, and will end. Wins over `adapter` and `src`. */
  @property({ attribute: false }) session: Session | null = null;

  /** An adapter of the host: the provider makes a session of it, and leaves the closing to the host. Wins over `src`. */
  @property({ attribute: false }) adapter: Adapter | null = null;

  /** Where the base is: the address of a server, or `sample:500` for 500 made-up clients without one. */
  @property() src: string | null = null;

  /** `light`, `dark`, or `auto`: as the page is. */
  @property() theme: 'light' | 'dark' | 'auto' | null = null;

  /** Height of the rows: `comfortable`, `regular`, `compact`. */
  @property() density: Density | null = null;

  /** One colour of the host's brand (hex, `rgb()` or `oklch()`), of which an accessible palette is made. */
  @property() brand: string | null = null;

  /** ISO 4217, for a base within the page; a server says its own. */
  @property() currency: string | null = null;

  /** IANA name, for a base within the page; a server says its own. */
  @property({ attribute: 'time-zone' }) timeZone: string | null = null;

  /** Who uses a base within the page (`owner`, `reception`, …); a server knows by itself. */
  @property({ attribute: 'user-role' }) userRole: string | null = null;

  #ownSession: Session | null = null;
  #error: ClienteleError | null = null;
  #heard: Session | null = null;
  #stops: (() => void)[] = [];
  readonly #told = new WeakSet<ClienteleError>();
  readonly #outerSession = new Follower(this, sessionContext, () => this.#provide());
  readonly #outerLocale = new Follower(this, localeContext, () => this.#speak());
  readonly #outerAppearance = new Follower(this, appearanceContext, () => this.#appear());
  readonly #sessions = new ContextProvider(this, { context: sessionContext, initialValue: this.#provided() });
  readonly #locales = new ContextProvider(this, { context: localeContext, initialValue: this.#spoken() });
  readonly #appearances = new ContextProvider(this, {
    context: appearanceContext,
    initialValue: this.#appeared(),
  });
  readonly #own = new OwnSession({
    options: () => this.#sessionOptions(),
    changed: (session, error) => this.#ownChanged(session, error),
    loaderMissing: () =>
      warnOnce(
        'no-loader',
        `<clientele-provider src="${this.src ?? ''}"> cannot load an adapter by itself: call enableSources() of 'clientele/embed', or set .adapter or .session.`,
      ),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#outerSession.connect();
    this.#outerLocale.connect();
    this.#outerAppearance.connect();
    if (this.hasUpdated && !this.#own.isOn) this.#restart();
    this.#provide();
    this.#speak();
    this.#appear();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#outerSession.disconnect();
    this.#outerLocale.disconnect();
    this.#outerAppearance.disconnect();
    // Moved within the page it is back at once, and keeps its session.
    queueMicrotask(() => {
      if (!this.isConnected) this.#stop();
    });
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name === 'lang' && old !== value) this.#speak();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const remade = ['session', 'adapter', 'src', 'currency', 'timeZone', 'userRole'] as const;
    if (remade.some((name) => changed.has(name))) this.#restart();
    if (changed.has('theme') || changed.has('density')) {
      this.#reflect('theme', this.theme);
      this.#reflect('density', this.density);
      this.#appear();
    }
    // Without a brand there is nothing to work out, and nothing to load.
    if (changed.has('brand') && (this.brand ?? changed.get('brand'))) void this.#paint(this.brand);
  }

  /** The session that the widgets within get: the host's, the provider's own, or an outer provider's. Null while there is none. */
  get current(): Session | null {
    return this.#provided().session;
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  #restart(): void {
    this.#ownSession = null;
    this.#error = null;
    if (this.session || !this.isConnected) this.#own.end();
    else if (this.adapter) this.#own.start({ adapter: this.adapter });
    else if (this.src !== null && this.src.trim() !== '') this.#own.start({ src: this.src.trim() });
    else this.#own.end();
    this.#provide();
  }

  #stop(): void {
    this.#own.end();
    this.#ownSession = null;
    this.#listen(null);
  }

  #ownChanged(session: Session | null, error: ClienteleError | null): void {
    this.#ownSession = session;
    this.#error = error;
    this.#provide();
    if (error) this.#tell(error);
  }

  #provided(): ProvidedSession {
    const outer = this.#outerSession?.value;
    const isOwn = Boolean(this.session ?? this.adapter ?? this.src?.trim());
    const retry = (): void => this.#restart();
    if (isOwn || !outer) {
      return {
        session: this.session ?? this.#ownSession ?? null,
        error: this.#error,
        isConfigured: isOwn,
        retry,
      };
    }
    return outer;
  }

  #provide(): void {
    const value = this.#provided();
    const before = this.#sessions.value;
    const isNews =
      before.session !== value.session ||
      before.error !== value.error ||
      before.isConfigured !== value.isConfigured;
    if (isNews) this.#sessions.setValue(value);
    this.#listen(value === this.#outerSession.value ? null : value.session);
    this.#speak();
  }

  /** The host hears of its session by events; an outer provider tells of its own. */
  #listen(session: Session | null): void {
    if (session === this.#heard) return;
    for (const stop of this.#stops.splice(0)) stop();
    this.#heard = session;
    if (!session) return;
    this.#stops.push(session.on('error', (error) => this.#tell(error)));
    session.ready.then(
      () => {
        if (this.#heard === session) this.dispatchEvent(new ClienteleProviderReadyEvent(session));
      },
      (error: ClienteleError) => {
        // What failed at once was told before anyone could listen.
        if (this.#heard === session) this.#tell(error);
      },
    );
  }

  #tell(error: ClienteleError): void {
    if (this.#told.has(error)) return;
    this.#told.add(error);
    this.dispatchEvent(new ClienteleErrorEvent(error));
  }

  #sessionOptions(): SessionOptions {
    const { currency, timeZone, userRole } = this;
    return {
      locale: this.#language(),
      ...(currency ? { currency } : {}),
      ...(timeZone ? { timeZone } : {}),
      ...(userRole ? { actor: { id: userRole, name: userRole, role: userRole } } : {}),
    };
  }

  /** Its own language, an outer provider's, or the page's around it. */
  #language(): string {
    if (this.lang || this.#outerLocale.value?.lang) return this.lang || (this.#outerLocale.value?.lang ?? '');
    for (const element of ancestors(this))
      if (element.getAttribute('lang')) return element.getAttribute('lang') ?? '';
    return 'en';
  }

  #spoken(): ProvidedLocale {
    return { lang: this.lang || (this.session?.locale ?? this.#outerLocale?.value?.lang ?? '') };
  }

  #speak(): void {
    const value = this.#spoken();
    if (value.lang !== this.#locales.value.lang) this.#locales.setValue(value);
    const own = this.#ownSession;
    if (own && own.locale !== this.#language()) own.update({ locale: this.#language() });
  }

  #appeared(): ProvidedAppearance {
    const outer = this.#outerAppearance?.value;
    return {
      theme: this.theme ?? outer?.theme ?? 'auto',
      density: this.density ?? outer?.density ?? 'regular',
    };
  }

  #appear(): void {
    const value = this.#appeared();
    const { theme, density } = this.#appearances.value;
    if (theme !== value.theme || density !== value.density) this.#appearances.setValue(value);
  }

  #reflect(name: string, value: string | null): void {
    if (this.getAttribute(name) === value) return;
    if (value === null) this.removeAttribute(name);
    else this.setAttribute(name, value);
  }

  async #paint(brand: string | null): Promise<void> {
    const { applyPalette, palette } = await import('../../theme/palette.js');
    if (brand !== this.brand) return;
    try {
      applyPalette(this, brand ? palette(brand) : null);
    } catch {
      warnOnce(
        `brand:${brand ?? ''}`,
        `brand="${brand ?? ''}" is no colour that can be read: use hex, rgb() or oklch().`,
      );
      applyPalette(this, null);
    }
  }
}

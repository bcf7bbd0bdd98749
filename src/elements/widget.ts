import type { LitElement, ReactiveController } from 'lit';
import type { ClienteleError } from '../contract/errors.js';
import { toError } from '../sdk/now.js';
import { createFormatter, type FormatterWords } from '../sdk/format.js';
import type { Formatter, Session } from '../sdk/types.js';
import type { TermFile, Terms } from '../locales/terms.js';
import { TermsController, type Words } from './locale.js';
import { warnOnce } from './parts/warn.js';
import {
  appearanceContext,
  sessionContext,
  type ProvidedAppearance,
  type ProvidedSession,
} from './provider/contexts.js';
import { Follower } from './provider/follow.js';

/** A widget that takes its session from the provider, or from its own property, which wins. */
export type WidgetHost = LitElement & { session?: Session | null | undefined };

export type WidgetState = 'no-provider' | 'starting' | 'ready' | 'failed';

export interface WidgetOptions<F extends TermFile> {
  /** The widget's own term files, in English. `common` is needed by all. */
  terms: Words<F | 'common'>;
  /** Called with the session once it is ready, with null when it goes; and again after each new description (rights, catalogue). */
  changed?(session: Session | null): void;
}

const DEFAULT_APPEARANCE: ProvidedAppearance = { theme: 'auto', density: 'regular' };

/**
 * What every widget needs of the world: the session and its state, words, formats, appearance. The host draws again when one of them
 * changes. Make it in the constructor, or as a field.
 */
export class SessionController<F extends TermFile> implements ReactiveController {
  state: WidgetState = 'starting';
  /** Of `failed`. */
  error: ClienteleError | null = null;

  readonly #host: WidgetHost;
  readonly #options: WidgetOptions<F>;
  readonly #words: TermsController<F | 'common'>;
  readonly #provided: Follower<ProvidedSession>;
  readonly #appearance: Follower<ProvidedAppearance>;
  #tracked: Session | null = null;
  #ready: Session | null = null;
  #stops: (() => void)[] = [];
  #grace: ReturnType<typeof setTimeout> | undefined;
  #format: { key: readonly unknown[]; value: Formatter } | undefined;

  constructor(host: WidgetHost, options: WidgetOptions<F>) {
    this.#host = host;
    this.#options = options;
    this.#words = new TermsController(host, options.terms, () => this.#look());
    this.#provided = new Follower(host, sessionContext, () => this.#look());
    this.#appearance = new Follower(host, appearanceContext, () => host.requestUpdate());
    host.addController(this);
  }

  /** The session, once it is ready. */
  get session(): Session | null {
    return this.#ready;
  }

  get terms(): Words<F | 'common'> {
    return this.#words.terms;
  }

  get lang(): string {
    return this.#words.formatLocale;
  }

  get dir(): 'ltr' | 'rtl' {
    return this.#words.dir;
  }

  get appearance(): ProvidedAppearance {
    return this.#appearance.value ?? DEFAULT_APPEARANCE;
  }

  /** Formats in the widget's own locale, with its words for built-in options. Only where `session` is there. */
  get format(): Formatter {
    const session = this.#ready;
    const { common } = this.terms as Words<'common'>;
    const key = [session, session?.description, this.lang, common];
    if (!this.#format || this.#format.key.some((part, index) => part !== key[index])) {
      this.#format = { key, value: formatterOf(session, this.lang, common) };
    }
    return this.#format.value;
  }

  /** After `failed`: tries to start once more. */
  retry(): void {
    const { session } = this.#host;
    this.state = 'starting';
    this.error = null;
    this.#host.requestUpdate();
    if (session ?? this.#tracked) {
      this.#track(null);
      (session ?? this.#provided.value?.session)?.update({});
      this.#look();
    } else this.#provided.value?.retry();
  }

  hostConnected(): void {
    this.#appearance.connect();
    this.#provided.connect();
    this.#look();
  }

  hostDisconnected(): void {
    clearTimeout(this.#grace);
    this.#grace = undefined;
    this.#provided.disconnect();
    this.#appearance.disconnect();
    this.#track(null);
  }

  hostUpdate(): void {
    this.#look();
  }

  #look(): void {
    if (!this.#host.isConnected) return;
    const provided = this.#provided.value;
    const session = this.#host.session ?? provided?.session ?? null;
    if (session !== this.#tracked) this.#track(session);
    if (session) this.#settle(session);
    else if (provided?.error) this.#become('failed', provided.error);
    else if (provided?.isConfigured || this.#provided.isWaiting) this.#become('starting');
    else this.#wait();
  }

  /** Hosts set `.session` right after the element is in the page: only then is one missing. */
  #wait(): void {
    if (this.state === 'no-provider') return;
    this.#become('starting');
    this.#grace ??= setTimeout(() => {
      this.#grace = undefined;
      const provided = this.#provided.value;
      if (!this.#host.isConnected || this.#tracked || provided?.isConfigured || provided?.error) return;
      if (this.#provided.isWaiting) return;
      const tag = this.#host.localName;
      warnOnce(
        `no-session:${tag}`,
        provided
          ? `<clientele-provider> around <${tag}> was told of no client base: give it src="…", .adapter or .session.`
          : `<${tag}> has no session: put it inside <clientele-provider src="…">, or set its .session to what createClientele() answers.`,
      );
      this.#become('no-provider');
    });
  }

  #settle(session: Session): void {
    if (!session.description)
      return this.#become(this.state === 'failed' ? 'failed' : 'starting', this.error);
    if (!this.#words.isReady) return this.#become('starting');
    this.#become('ready');
  }

  #track(session: Session | null): void {
    for (const stop of this.#stops.splice(0)) stop();
    this.#tracked = session;
    this.error = null;
    if (!session) {
      if (this.#ready) this.#enter(null);
      return;
    }
    clearTimeout(this.#grace);
    this.#grace = undefined;
    this.state = 'starting';
    this.#stops = [
      session.on('description', () => {
        if (this.#ready === session) this.#enter(session);
        this.#look();
      }),
      session.on('online', () => this.#host.requestUpdate()),
    ];
    session.ready.then(
      () => this.#tracked === session && this.#look(),
      (cause: unknown) => {
        if (this.#tracked !== session || session.description) return;
        this.error = toError(cause, 'describe');
        this.#become('failed', this.error);
      },
    );
  }

  #become(state: WidgetState, error: ClienteleError | null = null): void {
    const session = state === 'ready' ? this.#tracked : null;
    if (state !== this.state || error !== this.error) {
      this.state = state;
      this.error = error;
      this.#host.requestUpdate();
    }
    if (session !== this.#ready) this.#enter(session);
  }

  #enter(session: Session | null): void {
    this.#ready = session;
    this.#options.changed?.(session);
    this.#host.requestUpdate();
  }
}

/** The words of the locale for what the catalogue names by ids alone. */
export function formatterWords(common: Terms['common']): FormatterWords {
  const options: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    status: common.statuses,
    gender: common.genders,
    state: common.bookingStates,
    from: common.statuses,
    to: common.statuses,
  };
  const channels: Readonly<Record<string, string>> = common.channels;
  const purposes: Readonly<Record<string, string>> = common.purposes;
  return {
    yes: common.yes,
    no: common.no,
    option(field, id) {
      if (field !== 'consents') return options[field]?.[id];
      const [channel = '', purpose = ''] = id.split(':');
      return common.consent(channels[channel] ?? channel, purposes[purpose] ?? purpose);
    },
  };
}

function formatterOf(session: Session | null, locale: string, common: Terms['common']): Formatter {
  const description = session?.description;
  return createFormatter({
    locale,
    settings: description?.settings ?? { timeZone: 'UTC', currency: 'EUR' },
    lists: description?.lists ?? {},
    today: () => session?.today ?? '',
    words: formatterWords(common),
  });
}

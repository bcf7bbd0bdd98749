import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { closestLocale, directionOf, formatLocale, onTermsChange, termsOf } from '../locales/registry.js';
import type { TermFile, Terms } from '../locales/terms.js';
import { localeContext } from './provider/contexts.js';
import { ancestors, Follower } from './provider/follow.js';

/** The words that a widget needs, in English: what it shows until others have come, and where others cannot. */
export type Words<F extends TermFile> = Pick<Terms, F>;

const watchers = new Set<() => void>();
let observer: MutationObserver | undefined;

function tellWatchers(): void {
  for (const watcher of [...watchers]) watcher();
}

/** Tells when a `lang` or `dir` anywhere in the document changes. One observer for all. */
function onLangChange(listener: () => void): () => void {
  watchers.add(listener);
  // A function of the module: one made here would hold the first listener for good.
  observer ??= new MutationObserver(tellWatchers);
  if (watchers.size === 1) {
    observer.observe(document, { subtree: true, attributes: true, attributeFilter: ['lang', 'dir'] });
  }
  return () => {
    watchers.delete(listener);
    if (watchers.size === 0) observer?.disconnect();
  };
}

function nearest(element: Element, attribute: 'lang' | 'dir'): string {
  for (const above of ancestors(element)) {
    const value = above.getAttribute(attribute);
    if (value) return value;
  }
  return '';
}

/**
 * Finds an element's language (its own `lang`, the provider's, the nearest `lang` above, also through shadow roots, else the page's), loads
 * the term files that the widget names and no others, and asks the widget to draw again when they have come or changed. Turns the element
 * right-to-left with its language, unless the page says a direction itself.
 */
export class TermsController<F extends TermFile> implements ReactiveController {
  /** Always complete. */
  terms: Words<F>;
  /** What the page asked for. */
  lang = 'en';
  /** The locale of the words; `lang` is of the same language, or has no words. */
  locale = 'en';
  /** False until the first words of a language other than English are there. */
  isReady = false;

  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #english: Words<F>;
  readonly #changed: (() => void) | undefined;
  readonly #context: Follower<{ lang: string }>;
  #stops: (() => void)[] = [];
  #asked = 0;
  #hasSetDirection = false;
  #waiting: (() => void)[] = [];

  constructor(host: ReactiveControllerHost & HTMLElement, english: Words<F>, changed?: () => void) {
    this.#host = host;
    this.#english = english;
    this.#changed = changed;
    this.terms = english;
    this.#context = new Follower(host, localeContext, () => this.#look());
    host.addController(this);
  }

  /** For numbers and dates beside these words. */
  get formatLocale(): string {
    return formatLocale(this.lang, this.locale);
  }

  get dir(): 'ltr' | 'rtl' {
    return directionOf(this.locale);
  }

  /** Resolves once the words are there: for what opens later and should not show English first. */
  async whenReady(): Promise<void> {
    if (!this.isReady) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  hostConnected(): void {
    this.#context.connect();
    this.#stops = [onLangChange(() => this.#look()), onTermsChange(() => this.#load())];
    this.#look();
  }

  hostDisconnected(): void {
    this.#context.disconnect();
    for (const stop of this.#stops.splice(0)) stop();
    this.#asked++;
  }

  #look(): void {
    const host = this.#host;
    const lang = host.lang || this.#context.value?.lang || nearest(host, 'lang') || 'en';
    this.#turn();
    if (lang === this.lang && this.isReady) return;
    this.lang = lang;
    this.#load();
  }

  #load(): void {
    const asked = ++this.#asked;
    const locale = closestLocale(this.lang);
    const files = Object.keys(this.#english) as F[];
    const coming = files.map((file) => termsOf(file, locale, this.#english[file]));
    const show = (terms: Terms[F][]): void => {
      if (asked !== this.#asked) return;
      this.terms = Object.fromEntries(files.map((file, index) => [file, terms[index]])) as never;
      this.locale = locale;
      this.isReady = true;
      for (const resolve of this.#waiting.splice(0)) resolve();
      this.#turn();
      this.#changed?.();
      this.#host.requestUpdate();
    };
    if (coming.some((terms) => terms instanceof Promise)) {
      void Promise.all(coming.map(async (terms) => terms)).then(show);
    } else show(coming as Terms[F][]);
  }

  #turn(): void {
    const host = this.#host;
    if (host.hasAttribute('dir') && !this.#hasSetDirection) return;
    const wants = this.dir === 'rtl' && nearest(host, 'dir') === '';
    if (wants === this.#hasSetDirection) return;
    this.#hasSetDirection = wants;
    if (wants) host.dir = 'rtl';
    else host.removeAttribute('dir');
  }
}

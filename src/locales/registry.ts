import { bundled } from './bundled.js';
import type { LocaleTerms, TermFile, TermOverrides, Terms } from './terms.js';

type File = Terms[TermFile];

const locales = new Map<string, LocaleTerms>(Object.entries(bundled));
const loaded = new Map<string, File>();
const loading = new Map<string, Promise<File>>();
/** Overrides for all locales ('') and for one. */
const overrides = new Map<string, TermOverrides[]>();
const merged = new Map<string, File>();
const listeners = new Set<() => void>();
const warned = new Set<string>();

const ENGLISH = 'en';
const RIGHT_TO_LEFT = /^(ar|he|iw|fa|ur|ps|sd|ug|yi|dv|ckb)\b/i;

/**
 * Adds a locale, or replaces a bundled one. Its terms are complete (the compiler says what is missing); each file is there at once or loads
 * when a widget first needs it.
 */
export function registerLocale(code: string, terms: LocaleTerms): void {
  const key = code.toLowerCase();
  locales.set(key, terms);
  for (const cache of [loaded, loading, merged]) {
    for (const name of [...cache.keys()]) if (name.startsWith(`${key}/`)) cache.delete(name);
  }
  warned.clear();
  tell();
}

/** Puts other words in place of bundled ones: in one locale (`ru`), or in all. A later call wins over an earlier one. */
export function overrideTerms(terms: TermOverrides, locale = ''): void {
  const key = locale.toLowerCase();
  overrides.set(key, [...(overrides.get(key) ?? []), terms]);
  merged.clear();
  tell();
}

/** The registered locale that comes closest to a language tag: itself, its language, else English, said once in the console. */
export function closestLocale(wanted: string): string {
  const parts = wanted.trim().toLowerCase().replaceAll('_', '-').split('-');
  for (let length = parts.length; length > 0; length--) {
    const code = parts.slice(0, length).join('-');
    if (code === ENGLISH || locales.has(code)) return code;
  }
  if (wanted.trim() !== '' && !warned.has(wanted)) {
    warned.add(wanted);
    console.warn(
      `Clientele: there are no words for the language "${wanted}", so English is shown. ` +
        `Add them with registerLocale('${wanted}', { … }) from 'clientele/locales'. [locale]`,
    );
  }
  return ENGLISH;
}

/** The locale in which numbers and dates fit the words: the wanted one where the words are of its language. */
export function formatLocale(wanted: string, words: string): string {
  const tag = wanted.replaceAll('_', '-');
  return tag.toLowerCase().startsWith(words.split('-')[0] ?? words) ? tag : words;
}

export function directionOf(locale: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.test(locale) ? 'rtl' : 'ltr';
}

/**
 * One file of a locale: at once when it is there, else when it has loaded. What cannot be loaded is English, and is tried again at the
 * next question.
 * @param english The widget's own words, which need no loading.
 */
export function termsOf<F extends TermFile>(
  file: F,
  locale: string,
  english: Terms[F],
): Terms[F] | Promise<Terms[F]> {
  const source = locales.get(locale)?.[file];
  if (source === undefined) return withOverrides(file, ENGLISH, english);
  const key = `${locale}/${file}`;
  const known = typeof source === 'function' ? loaded.get(key) : source;
  if (known) return withOverrides(file, locale, known as Terms[F]);
  let coming = loading.get(key);
  if (!coming) {
    coming = (source as () => Promise<File>)().then((terms: File) => {
      loaded.set(key, terms);
      return terms;
    });
    loading.set(key, coming);
    coming.catch(() => undefined).finally(() => loading.delete(key));
  }
  return (coming as Promise<Terms[F]>).then(
    (terms) => withOverrides(file, locale, terms),
    () => english,
  );
}

/** Called when words changed: a locale was registered, or terms were overridden. Returns the way to stop. */
export function onTermsChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function withOverrides<F extends TermFile>(file: F, locale: string, terms: Terms[F]): Terms[F] {
  const own = [...(overrides.get('') ?? []), ...(overrides.get(locale) ?? [])].flatMap(
    (one) => one[file] ?? [],
  );
  if (own.length === 0) return terms;
  const key = `${locale}/${file}`;
  let all = merged.get(key);
  if (!all) merged.set(key, (all = own.reduce<object>(merge, terms) as File));
  return all as Terms[F];
}

function merge(base: object, over: object): object {
  const result: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over) as [string, unknown][]) {
    const old = result[key];
    result[key] =
      typeof value === 'object' && value !== null && typeof old === 'object' && old !== null
        ? merge(old, value)
        : (value ?? old);
  }
  return result;
}

function tell(): void {
  for (const listener of [...listeners]) listener();
}

/** Names of one language. */
export interface NameBook {
  language: 'en' | 'ru' | 'bg' | 'cs' | 'lv';
  female: readonly string[];
  male: readonly string[];
  /** Pairs of [male, female]. */
  surnames: readonly (readonly [string, string])[];
  /** Pairs of [male, female]; none where the language has none. */
  patronymics: readonly (readonly [string, string])[];
  cities: readonly string[];
  occupations: readonly string[];
}

export const words = (text: string): string[] => text.trim().split(/\s+/);

/** Pairs of male and female surnames: the first ending that fits is exchanged; a name that fits none stays the same. */
export function pairs(names: string, endings: readonly (readonly [string, string])[]): [string, string][] {
  return words(names).map((name) => {
    const ending = endings.find(([male]) => name.endsWith(male));
    return [name, ending ? name.slice(0, name.length - ending[0].length) + ending[1] : name];
  });
}

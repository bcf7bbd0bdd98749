import { cleanCell } from './cells.js';
import { HEADINGS, INVERSE_HEADINGS, type HeadingKey } from './headings.js';

export type Known = { key: HeadingKey; inverse?: true };

/** Words of a heading that make it another thing than its other words say. */
const OTHER_THING =
  /(?:^| )(?:label|type|display name|родител|родителя|parent|deal|сделки|name of)(?: |$)|^(?:company|group|service|organization) name /u;
/** Single words that say too little inside a longer heading. */
const SAY_LITTLE = new Set(
  'name first last id code status date body list level note code sms client customer код номер имя име дата клиент kontakt kods klient'.split(
    ' ',
  ),
);

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  х: 'x',
  у: 'y',
  к: 'k',
  м: 'm',
  т: 't',
  в: 'b',
  н: 'h',
  і: 'i',
};

/** A heading as it is compared: lower case, ё as е, words parted by single spaces. */
function normaliseHeading(heading: string): string {
  return cleanCell(heading)
    .normalize('NFKC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Without diacritics of Latin letters, and with Cyrillic letters that look like Latin ones as those. */
function bare(words: string): string {
  const latin = words
    .normalize('NFD')
    .replace(/([a-z])\p{M}+/gu, '$1')
    .normalize('NFC');
  return latin.replace(/[аеорсхукмтвні]/g, (letter) => LOOK_ALIKES[letter]!);
}

const split = (list: string): string[] => list.split(', ');
let index: Map<string, Known> | undefined;

function knownHeadings(): Map<string, Known> {
  if (index !== undefined) return index;
  index = new Map();
  const add = (words: string, known: Known): void => {
    for (const form of [words, bare(words)]) if (!index!.has(form)) index!.set(form, known);
  };
  for (const [key, lines] of Object.entries(HEADINGS)) {
    for (const words of lines.flatMap(split)) add(words, { key: key as HeadingKey });
  }
  for (const [key, list] of Object.entries(INVERSE_HEADINGS)) {
    for (const words of split(list)) index.set(words, { key: key as HeadingKey, inverse: true });
  }
  return index;
}

/** The forms in which a heading is looked up: with its bracketed remark, without it, with numbers of groups as 1. */
function formsOf(heading: string): string[] {
  const whole = normaliseHeading(heading);
  const short = normaliseHeading(heading.replace(/\([^)]*\)|\[[^\]]*\]|[,*:;].*$/gu, ' '));
  const lower = normaliseHeading(heading.toLowerCase());
  const forms = [whole, short, lower, whole.replace(/ \d+ /g, ' 1 ')];
  return [...new Set(forms.flatMap((form) => [form, bare(form)]))].filter((form) => form !== '');
}

/** True when a cell is a heading that we know: how the line of headings is found. */
export function isHeading(cell: string): boolean {
  return cell !== '' && cell.length < 60 && formsOf(cell).some((form) => knownHeadings().has(form));
}

/** True when a heading is one of a list. */
export const isOneOf = (heading: string, list: string): boolean => {
  const forms = formsOf(heading);
  return split(list).some((words) => forms.includes(words) || forms.includes(bare(words)));
};

/** The key of a heading that we know; null when we do not. */
export function exact(heading: string): Known | null {
  for (const form of formsOf(heading)) {
    const known = knownHeadings().get(form);
    if (known !== undefined) return known;
  }
  return null;
}

/** The longest known heading that stands in this one, whole words. */
export function close(heading: string): Known | null {
  const words = ` ${bare(normaliseHeading(heading))} `;
  if (OTHER_THING.test(normaliseHeading(heading))) return null;
  let best: { length: number; known: Known } | null = null;
  for (const [form, known] of knownHeadings()) {
    if (form.length < 4 || SAY_LITTLE.has(form) || form.length <= (best?.length ?? 0)) continue;
    if (words.includes(` ${form} `)) best = { length: form.length, known };
  }
  return best?.known ?? null;
}

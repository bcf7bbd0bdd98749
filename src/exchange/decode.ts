/** Encodings that files of the five languages come in. */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1251',
  'windows-1250',
  'windows-1257',
] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Letters beyond ASCII that words of the languages are written with, by the code page that has them. */
const LETTERS: Readonly<Record<'windows-1251' | 'windows-1250' | 'windows-1257', string>> = {
  'windows-1251': 'абвгдежзийклмнопрстуфхцчшщъыьэюяё№',
  'windows-1250': 'áčďéěíňóřšťúůýžäöüôľĺŕ„“”–—…°',
  'windows-1257': 'āčēģīķļņšūžōŗąęėįųõäöü„“”–—…°',
};
const SAMPLE = 65_536;

/**
 * Which encoding bytes are in: by a byte order mark, by zero bytes (UTF-16), as strict UTF-8, else the Windows code page in which most of the
 * letters beyond ASCII are letters of its languages. Bytes of ASCII alone are UTF-8.
 */
export function detectEncoding(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const head = bytes.subarray(0, 1000);
  head.forEach((byte, i) => (zeros[i % 2]! += byte === 0 ? 1 : 0));
  if (zeros[1]! > head.length / 8 && zeros[0]! < zeros[1]! / 4) return 'utf-16le';
  if (zeros[0]! > head.length / 8 && zeros[1]! < zeros[0]! / 4) return 'utf-16be';
  const first = bytes.findIndex((byte) => byte >= 0x80);
  if (first < 0) return 'utf-8';
  const sample = bytes.subarray(Math.max(0, first - 100), first + SAMPLE);
  if (isUtf8(bytes.subarray(first, first + SAMPLE))) return 'utf-8';
  const pages = ['windows-1251', 'windows-1250', 'windows-1257'] as const;
  const scores = pages.map((page) => scoreOf(new TextDecoder(page).decode(sample), LETTERS[page]));
  return pages[scores.indexOf(Math.max(...scores))]!;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    // As a stream, so that a letter cut in two at the end is no fault.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** A word that mixes Cyrillic and Latin letters, or has a capital after a small letter, was hardly ever meant. */
const MIXED = /[a-z][а-яё]|[а-яё][a-z]/giu;
const BROKEN_CASE = /\p{Ll}[À-ž]/gu;

function scoreOf(text: string, letters: string): number {
  let score = 0;
  for (const char of text) {
    if (char <= '\u007f' || char === '\u00a0') continue;
    score += letters.includes(char.toLowerCase()) ? 1 : -1;
  }
  const upper = [...text.matchAll(BROKEN_CASE)].filter(([pair]) => /\p{Lu}$/u.test(pair)).length;
  return score - 2 * ((text.match(MIXED)?.length ?? 0) + upper);
}

/** Decodes a file piece by piece; decides on the encoding at the first byte that tells. */
export class Decoder {
  #encoding: Encoding | null;
  #decoder: TextDecoder | null = null;
  #isFirst = true;

  constructor(encoding: Encoding | null) {
    this.#encoding = encoding;
  }

  get encoding(): Encoding {
    return this.#encoding ?? 'utf-8';
  }

  decode(bytes: Uint8Array, isLast: boolean): string {
    if (this.#encoding === null && (this.#isFirst || bytes.some((byte) => byte >= 0x80))) {
      const found = detectEncoding(bytes);
      if (found !== 'utf-8' || bytes.some((byte) => byte >= 0x80)) this.#encoding = found;
    }
    // Until a byte beyond ASCII has come, every encoding that is still possible reads the same.
    const decoder =
      this.#encoding === null ? new TextDecoder() : (this.#decoder ??= new TextDecoder(this.#encoding));
    this.#isFirst = false;
    return decoder.decode(bytes, { stream: this.#encoding !== null && !isLast });
  }
}

/** How a text travels as SMS, and how many messages it costs. */
export interface SmsParts {
  encoding: 'GSM-7' | 'UCS-2';
  /** Units of the whole text: septets of GSM-7 (characters of its extension count two), 16-bit units of UCS-2. */
  units: number;
  /** Messages it is sent as; 0 for an empty text. */
  parts: number;
  /** Units that fit into one of these messages: 160 or 70 alone, 153 or 67 each when there are several. */
  perPart: number;
  /** Units left in the last message before another one is needed. */
  remaining: number;
  /** The first character that GSM-7 does not have, and so made the text UCS-2. */
  firstUcs2Char?: string;
}

const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?' +
  '¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const EXTENSION = '\f^{}\\[~]|€';

/** True when GSM-7 has the character, itself or in its extension table. */
export function isGsm7(char: string): boolean {
  return BASIC.includes(char) || EXTENSION.includes(char);
}

/**
 * Counts an SMS as networks do (3GPP 23.038). A character of two units (an extension of GSM-7, a surrogate pair of
 * UCS-2) is never split between two messages, so it may leave one unit of a message unused.
 */
export function smsParts(text: string): SmsParts {
  const chars = [...text];
  const firstUcs2Char = chars.find((char) => !isGsm7(char));
  const isUcs2 = firstUcs2Char !== undefined;
  const widths = chars.map((char) => (isUcs2 ? char.length : EXTENSION.includes(char) ? 2 : 1));
  const units = widths.reduce((sum, width) => sum + width, 0);
  const alone = isUcs2 ? 70 : 160;
  const joined = isUcs2 ? 67 : 153;
  const found: Pick<SmsParts, 'encoding' | 'units' | 'firstUcs2Char'> = {
    encoding: isUcs2 ? 'UCS-2' : 'GSM-7',
    units,
    ...(isUcs2 && { firstUcs2Char }),
  };
  if (units <= alone)
    return { ...found, parts: units === 0 ? 0 : 1, perPart: alone, remaining: alone - units };
  let parts = 1;
  let used = 0;
  for (const width of widths) {
    if (used + width > joined) {
      parts += 1;
      used = 0;
    }
    used += width;
  }
  return { ...found, parts, perPart: joined, remaining: joined - used };
}

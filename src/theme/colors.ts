/*
 * What `scheme.ts` works out, written down so that no page computes it: a test holds the two alike.
 */

/** Lightness and chroma on light, then on dark; one hue for all. */
const NEUTRALS = `
canvas .982 .002 .165 .006
surface 1 0 .195 .007
surface-sunken .975 .003 .178 .007
surface-raised 1 0 .232 .009
surface-hover .968 .004 .228 .009
surface-active .945 .006 .27 .011
border .916 .006 .288 .011
border-strong .86 .009 .36 .014
control .622 .018 .575 .02
text .235 .016 .955 .004
text-secondary .425 .02 .79 .011
text-muted .5 .02 .715 .014
icon .5 .02 .715 .014
skeleton .94 .005 .262 .01
tooltip .27 .016 .93 .005
on-tooltip .985 .002 .22 .012`;

/** Lightness, chroma and hue on light, then on dark. */
const MEANINGS = `
accent .525 .1937 278.4 .58 .1937 278.4
accent-hover .485 .1937 278.4 .54 .1937 278.4
accent-active .45 .1937 278.4 .505 .1937 278.4
on-accent 1 0 0 1 0 0
accent-text .52 .1937 278.4 .74 .1366 278.4
accent-tint .962 .0188 278.4 .262 .05 278.4
accent-tint-hover .943 .0281 278.4 .296 .0581 278.4
focus .525 .1937 278.4 .58 .1937 278.4
danger .545 .205 26 .592 .205 26
danger-hover .49 .19 26 .545 .2 26
on-danger 1 0 0 1 0 0
danger-text .5 .19 26 .77 .13 24
danger-tint .962 .018 20 .268 .055 24
warning .62 .14 62 .76 .145 75
warning-text .47 .105 62 .83 .125 80
warning-tint .965 .036 85 .275 .045 75
success .56 .135 152 .72 .15 155
success-text .44 .105 152 .81 .13 157
success-tint .96 .032 155 .262 .042 160`;

/** Hue, then the chroma of tint, ink and solid, each on light and on dark. */
const CATEGORIES = `
red 22 .0246 .052 .115 .0733 .155 .14
orange 48 .0272 .052 .115 .0805 .155 .14
amber 80 .0323 .0494 .0888 .0808 .1247 .133
lime 122 .034 .052 .104 .085 .146 .14
green 152 .034 .052 .1126 .085 .155 .14
teal 182 .0289 .0442 .0767 .0723 .1077 .119
cyan 215 .0289 .0442 .0756 .0723 .1063 .119
blue 252 .0243 .052 .115 .0691 .155 .14
indigo 278 .0237 .052 .115 .0677 .155 .14
violet 304 .0289 .052 .115 .0828 .155 .14
pink 344 .0313 .052 .115 .085 .155 .14
grey 258 .0054 .0083 .0184 .0136 .0248 .0224`;

const NEUTRAL_HUE = 268;
/** Lightness of each use of a category's hue, on light and on dark. */
const USES = { tint: [0.952, 0.292], ink: [0.425, 0.865], solid: [0.6, 0.7] } as const;

const oklch = (l?: number, c?: number, h?: number): string => `oklch(${l} ${c} ${h})`;
const both = (light: string, dark: string): string => `light-dark(${light}, ${dark})`;

/** `name number number …`, a row a line. */
function* rowsOf(table: string): Generator<readonly [name: string, ...numbers: number[]]> {
  for (const row of table.trim().split('\n')) {
    const [name = '', ...numbers] = row.split(' ');
    yield [name, ...numbers.map(Number)];
  }
}

/** Every colour token by the part of its name after `--clientele-color-`, as CSS text. */
export function colorTexts(): [name: string, value: string][] {
  const texts: [string, string][] = [];
  for (const [name, l, c, dl, dc] of rowsOf(NEUTRALS))
    texts.push([name, both(oklch(l, c, NEUTRAL_HUE), oklch(dl, dc, NEUTRAL_HUE))]);
  for (const [name, l, c, h, dl, dc, dh] of rowsOf(MEANINGS))
    texts.push([name, both(oklch(l, c, h), oklch(dl, dc, dh))]);
  for (const [name, h, ...chroma] of rowsOf(CATEGORIES)) {
    for (const [use, [light, dark]] of Object.entries(USES)) {
      const [c, dc] = chroma.splice(0, 2);
      texts.push([`${name}-${use}`, both(oklch(light, c, h), oklch(dark, dc, h))]);
    }
  }
  return texts;
}

import MagicString from 'magic-string';
import { parseAst, type Plugin } from 'vite';

/** What surrounds a piece of a template: nothing at its ends, an expression between pieces. */
interface Piece {
  isFirst: boolean;
  isLast: boolean;
}

/**
 * The text of a piece of a css`` template without comments and without blanks that mean nothing. Strings and the
 * blanks that separate selectors and values stay.
 */
export function minifyCss(text: string, { isFirst, isLast }: Piece): string {
  const parts = text.split(/("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\/\*[\s\S]*?\*\/)/);
  let result = '';
  for (const part of parts) {
    if (part.startsWith('/*')) result += ' ';
    else if (/^["']/.test(part)) result += part;
    else result += part.replace(/\s+/g, ' ');
  }
  const strings: string[] = [];
  const bare = result.replace(
    /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g,
    (string) => `\u0000${strings.push(string) - 1}\u0000`,
  );
  const tight = bare
    .replace(/ +/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}');
  const trimmed = (isFirst ? tight.trimStart() : tight).replace(/ $/, isLast ? '' : ' ');
  // oxlint-disable-next-line no-control-regex -- NUL cannot occur in a source file and so marks the strings
  return trimmed.replace(/\u0000(\d+)\u0000/g, (_, index: string) => strings[Number(index)] ?? '');
}

/** The text of a piece of an html`` or svg`` template with every run of blanks and line breaks as one blank. */
export function minifyHtml(text: string, { isFirst, isLast }: Piece): string {
  const tight = text.replace(/<!--[\s\S]*?-->/g, '').replace(/\s*\n\s*/g, ' ');
  return (isFirst ? tight.trimStart() : tight).replace(/ $/, isLast ? '' : ' ');
}

const minifiers: Record<string, (text: string, piece: Piece) => string> = {
  css: minifyCss,
  html: minifyHtml,
  svg: minifyHtml,
};

interface TemplateNode {
  type: string;
  tag?: { type: string; name?: string };
  quasi?: { quasis: { start: number; end: number }[] };
}

function* templatesIn(node: unknown): Generator<TemplateNode> {
  if (Array.isArray(node)) {
    for (const item of node) yield* templatesIn(item);
  } else if (typeof node === 'object' && node !== null) {
    const candidate = node as TemplateNode;
    if (candidate.type === 'TaggedTemplateExpression') yield candidate;
    for (const value of Object.values(node)) yield* templatesIn(value);
  }
}

/**
 * Takes the indentation out of css``, html`` and svg`` templates of our own sources, which no minifier of JavaScript
 * touches. Pieces stay pieces: an expression keeps its place.
 */
export function minifyTemplates(): Plugin {
  return {
    name: 'clientele-minify-templates',
    apply: 'build',
    transform(code, id) {
      if (!/\/src\/.*\.ts$/.test(id) || !/\b(?:css|html|svg)`/.test(code)) return null;
      const result = new MagicString(code);
      for (const { tag, quasi } of templatesIn(parseAst(code))) {
        const minify = tag?.type === 'Identifier' ? minifiers[tag.name ?? ''] : undefined;
        if (!minify || !quasi) continue;
        const last = quasi.quasis.length - 1;
        for (const [index, { start, end }] of quasi.quasis.entries()) {
          if (start === end) continue;
          const text = minify(code.slice(start, end), { isFirst: index === 0, isLast: index === last });
          if (text === '') result.remove(start, end);
          else result.update(start, end, text);
        }
      }
      return { code: result.toString(), map: result.generateMap({ hires: 'boundary' }) };
    },
  };
}

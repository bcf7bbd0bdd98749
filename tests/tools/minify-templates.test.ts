import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { build } from 'vite';
import { minifyCss, minifyHtml, minifyTemplates } from './minify-templates.js';

const whole = { isFirst: true, isLast: true };

describe('minifyCss', () => {
  it('takes out comments and blanks that mean nothing', () => {
    const text = `
      /* it's the host */
      :host([hidden]) {
        display: none;
        margin: 0 auto;
      }`;
    assert.equal(minifyCss(text, whole), ':host([hidden]){display:none;margin:0 auto}');
  });

  it('keeps blanks that separate selectors and operands', () => {
    assert.equal(
      minifyCss('a :hover > b { width: calc(1px + 2px - 3px); }', whole),
      'a :hover > b{width:calc(1px + 2px - 3px)}',
    );
    assert.equal(
      minifyCss('@media (min-width: 3px) and (hover: hover) { a { x: y } }', whole).includes(') and ('),
      true,
    );
  });

  it('leaves strings as they are', () => {
    assert.equal(
      minifyCss(`a::before { content: ' ;  { /* x */ '; }`, whole),
      `a::before{content:' ;  { /* x */ '}`,
    );
  });

  it('keeps a blank where an expression follows or went before', () => {
    assert.equal(minifyCss('a { margin: 0 ', { isFirst: true, isLast: false }), 'a{margin:0 ');
    assert.equal(minifyCss(' solid; }', { isFirst: false, isLast: true }), ' solid}');
  });
});

describe('minifyHtml', () => {
  it('makes an indentation one blank, so that words and inline elements stay apart', () => {
    const text = `
      <b>a</b>
      <i
        class="x"
        >b</i
      >`;
    assert.equal(minifyHtml(text, whole), '<b>a</b> <i class="x" >b</i >');
  });

  it('keeps blanks within a line', () => {
    assert.equal(minifyHtml('<p>a  b</p>', whole), '<p>a  b</p>');
  });
});

describe('minifyTemplates', () => {
  it('works on our templates in a build, and leaves other templates alone', async () => {
    const source = [
      "import { css, html } from 'lit';",
      'const color = css`red`;',
      'export const styles = css`',
      '  a {',
      '    color: ${color};',
      '  }',
      '`;',
      'export const view = (text) => html`',
      '  <p>${text}</p>',
      '`;',
      'export const plain = `',
      '  as it is',
      '`;',
    ].join('\n');
    const id = '/virtual/src/a.ts';
    const result = await build({
      configFile: false,
      logLevel: 'silent',
      plugins: [
        {
          name: 'source',
          resolveId: (wanted) => (wanted === id ? id : null),
          load: (at) => (at === id ? source : null),
        },
        minifyTemplates(),
      ],
      build: {
        write: false,
        minify: false,
        lib: { entry: id, formats: ['es'] },
        rolldownOptions: { external: ['lit'] },
      },
    });
    const [first] = Array.isArray(result) ? result : [result];
    assert.ok(first && 'output' in first);
    const { code } = first.output[0];
    assert.ok(code.includes('`a{color:${color}}`'), code);
    assert.ok(code.includes('`<p>${text}</p>`'), code);
    assert.ok(code.includes('as it is'), code);
  });
});
